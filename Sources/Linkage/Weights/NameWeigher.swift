/// Weighs the agreement of two names by how common the agreeing parts are.
struct NameWeigher: Sendable {
    let view: CaseView
    let model: LinkModel

    func milliBits(_ level: NameLevel, _ name: PersonName, _ customer: PersonName) -> Int {
        switch level {
        case .same:
            model.nameSame + surprise(commonest(name, customer) { ($0.fullKeys, Frequency.full) }, unseen: 0)
        case .slip:
            model.nameSlip + surprise(commonest(name, customer) { ($0.tokenKeys, Frequency.part) }, unseen: 2)
                + Self.slipBits
        case .partAndInitial:
            model.namePartAndInitial
                + surprise(commonest(name, customer) { ($0.initialKeys, Frequency.partAndInitial) }, unseen: 1)
                + NameWeigher.partBits
        case .singlePart:
            model.nameSinglePart + surprise(commonest(name, customer) { ($0.tokenKeys, Frequency.part) }, unseen: 2)
                + NameWeigher.partBits
        case .initials:
            model.nameInitials
                + surprise(commonest(name, customer) { ($0.initialsKeys, Frequency.initials) }, unseen: 2)
                + NameWeigher.partBits
        case .spokenFor: model.nameSpokenFor
        case .family: model.nameFamily
        case .different: model.nameDifferent
        case .otherWord: model.nameOtherWord
        case .unknown: 0
        }
    }

    /// Number of cases that share the agreeing key; the commonest of several, which is the cautious choice.
    private func commonest(
        _ name: PersonName,
        _ customer: PersonName,
        _ keys: (PersonName) -> ([StableHash], (StableHash) -> LinkToken)
    ) -> Int {
        let (mine, tag) = keys(name)
        let (theirs, _) = keys(customer)
        let shared = mine.filter { theirs.contains($0) }
        return shared.map { view.step(of: tag($0)) }.max() ?? 1
    }

    /// log2 of how seldom a value is.
    ///
    /// A few hundred unseen people are counted in, so that a small table does not make every name common; `unseen` of
    /// them would have the value.
    private func surprise(_ count: Int, unseen: Int) -> Int {
        max(0, MilliBits.ratio(view.index.countStep + Self.unseenPeople, max(1, count) + unseen))
    }

    private static let unseenPeople = 500
    /// A slip in the other part: few strangers who share one part differ by one letter in the other.
    private static let slipBits = 4_000
    /// How seldom a person writes the name in part is already in the choice of *m*; half of it is given back, for the
    /// frequency counts only people whose full names are in the table.
    static let partBits = 1_500
}
