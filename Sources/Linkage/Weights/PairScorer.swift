internal import Feedback

/// Weighs a comment against a case.
struct PairScorer: Sendable {
    let view: CaseView
    let model: LinkModel
    /// log2 of the number of cases.
    let caseBits: Int

    init(view: CaseView, model: LinkModel) {
        self.view = view
        self.model = model
        caseBits = MilliBits.log2(max(1, view.index.countStep))
    }

    private var index: CaseIndex { view.index }

    /// The weights of a pair apart from those of its thread.
    func score(_ comment: CommentFeatures, at postedAt: Instant?, place: Int) -> PairScore {
        var score = PairScore(place: place)
        score.prior = model.noCase - caseBits
        if !comment.mentions.isEmpty { weighNumbers(comment, place, &score) }
        weighHandle(comment, place, &score)
        weighName(comment, index.names[index.features[place].name], &score)
        weighBrand(comment, index.features[place].brand, &score)
        weighProduct(comment, index.features[place].product, &score)
        if comment.quotesOthers, score.hasNumber, !score.sharesHandle, !score.nameLevel.isAgreement {
            score.quote = model.numberOfOther
        }
        if score.total + Self.mostByTime >= model.reviewFloor {
            score.subject = SubjectWeigher(model: model).milliBits(comment, index.subjects[place])
        }
        let repeatsSubject = score.subject >= model.subjectSame && score.nameLevel == .same
        let time = TimeWeigher(index: index, model: model, repeatsSubject: repeatsSubject)
            .weigh(comment, postedAt, opened: index.cases[place].openedAt, closed: index.cases[place].closedAt)
        score.time = time.milliBits
        score.veto = veto(score, time: time.veto)
        return score
    }

    /// The first veto that applies, if any.
    ///
    /// A number, an order or an account outweighs most of them.
    private func veto(_ score: PairScore, time: LinkVeto?) -> LinkVeto? {
        let isNamed = score.nameLevel.isAgreement
        if score.brandLevel == .other || score.brandLevel == .twin, !score.sharesHandle {
            if !score.hasHardID { return .otherBrand }
            if !isNamed { return .otherBrandNumber }
        }
        if score.nameLevel == .different, score.name <= model.nameDifferent, !score.sharesHandle {
            return .nameConflict
        }
        // An account tells the person, not which of the person's cases.
        if score.hasNumber || score.numberLevel == .slip || score.orderLevel == .slip { return nil }
        return score.productLevel == .other ? .otherProduct : time
    }

    /// More than time and subject together can add; pairs farther below the floor are not worth reading.
    private static let mostByTime = 14_000

    private static let readOtherwise = 1_200

    // MARK: Numbers

    private func weighNumbers(_ comment: CommentFeatures, _ place: Int, _ score: inout PairScore) {
        let number = index.cases[place].number.flatMap(NumberForm.init(written:))
        let order = index.cases[place].orderNumber.flatMap(NumberForm.init(written:))
        for mention in comment.mentions {
            if let number {
                let level = Self.level(mention, number)
                if Self.rank(level) > Self.rank(score.numberLevel) { score.numberLevel = level }
            }
            if let order {
                let level = Self.level(mention, order)
                if level != .tail, Self.rank(level) > Self.rank(score.orderLevel) { score.orderLevel = level }
            }
        }
        score.number = bits(score.numberLevel, exact: model.numberExact, digits: number?.digitCount ?? 0)
        score.order = bits(score.orderLevel, exact: model.orderExact, digits: order?.digitCount ?? 0)
        // A number and an order of one case support each other only once: they come from one receipt.
        if score.number > 0, score.order > 0 { score.order = min(score.order, 2_000) }
    }

    private func bits(_ level: NumberLevel, exact: Int, digits: Int) -> Int {
        let prior = caseBits - model.noCase
        switch level {
        case .none: return 0
        case .exact: return prior + exact
        case .part: return prior + exact + model.numberPart - model.numberExact
        case .slip:
            // Ten wrong digits and one exchange a place are what one slip can make of a number.
            let chance = MilliBits.log2(10) * digits - MilliBits.log2(max(1, digits * 10))
            return min(prior + model.numberSlip, chance)
        case .tail: return MilliBits.log2(10_000) + model.numberTail
        }
    }

    private static func level(_ mention: NumberMention, _ number: NumberForm) -> NumberLevel {
        if mention.extent == .tail { return mention.form.tail == number.tail ? .tail : .none }
        if mention.form.characters == number.characters || mention.form.segments == number.segments {
            return mention.extent == .part ? .part : .exact
        }
        if let digits = number.digitsOnly, digits == mention.form.whole { return .part }
        guard mention.extent != .part, mention.form.digitCount >= 5, mention.form.characters.count >= 6,
            EditDistance.isWithinOne(mention.form.characters, number.characters)
        else { return .none }
        return .slip
    }

    private static func rank(_ level: NumberLevel) -> Int {
        switch level {
        case .none: 0
        case .tail: 1
        case .slip: 2
        case .part: 3
        case .exact: 4
        }
    }

    // MARK: Fields

    private func weighHandle(_ comment: CommentFeatures, _ place: Int, _ score: inout PairScore) {
        guard !comment.isAgent, !comment.handles.isEmpty else { return }
        let features = index.features[place]
        if let shared = comment.handles.first(where: { features.handles.contains($0) }) {
            score.sharesHandle = true
            score.handle = handleBits(shared)
        } else if let implied = features.impliedHandle, comment.handles.contains(implied) {
            score.sharesHandle = true
            score.handle = handleBits(implied) + model.handleImplied
        } else if comment.hasAccount, !features.handles.isEmpty {
            score.handle = model.handleOther
        }
    }

    private func handleBits(_ handle: StableHash) -> Int {
        caseBits - model.noCase - MilliBits.log2(max(1, view.step(of: Frequency.handle(handle)))) + model.handleSame
    }

    private func weighName(_ comment: CommentFeatures, _ customer: PersonName, _ score: inout PairScore) {
        guard !comment.isAgent else { return }
        let weigher = NameWeigher(view: view, model: model)
        let level = comment.name.level(against: customer)
        score.nameLevel = level
        score.name = weigher.milliBits(level, comment.name, customer)
        guard !level.isAgreement else { return }
        // An account that a firm or a family shares: another name of theirs is no other person's account.
        if score.sharesHandle { score.name = max(score.name, min(0, model.nameSharedAccount)) }
        guard comment.isOnBehalf else { return }
        if level != .unknown { score.name = max(score.name, model.nameOnBehalf) }
        if level == .family {
            score.name = max(score.name, weigher.milliBits(.singlePart, comment.name, customer))
        }
        for name in comment.spokenFor where name.level(against: customer) == .same {
            score.nameLevel = .spokenFor
            score.name = max(score.name, weigher.milliBits(.same, name, customer) + model.nameSpokenFor)
        }
    }

    private func weighBrand(_ comment: CommentFeatures, _ id: Int?, _ score: inout PairScore) {
        guard let brand = comment.brand, let id else { return }
        let other = index.brands.reference(id: id)
        score.brandLevel = view.level(brand, other)
        let frequency = view.step(of: Frequency.brand(other.sound))
        let surprise = MilliBits.ratio(index.countStep + 50, max(1, frequency) + 1)
        switch score.brandLevel {
        case .same: score.brand = surprise + model.brandSame
        case .alike:
            // Two near twins may sound alike in another script; the one that is read alike is meant.
            let isReadAlike = !brand.reading.isEmpty && brand.reading == other.reading
            score.brand = surprise + model.brandAlike - (isReadAlike ? 0 : Self.readOtherwise)
        case .part: score.brand = min(surprise, model.brandUnknownMost)
        case .unlisted: score.brand = model.brandUnlisted
        case .twin: score.brand = model.brandTwin
        case .unknown:
            let hidden = Frequency.script(view.mayBeHidden(other) ? other.script : nil)
            let rarity = caseBits - MilliBits.log2(max(1, view.step(of: hidden)))
            score.brand = min(model.brandUnknownMost, rarity + model.brandUnknown)
        case .other: score.brand = model.brandOther
        }
    }

    private func weighProduct(_ comment: CommentFeatures, _ id: Int?, _ score: inout PairScore) {
        guard let product = comment.product, let id else { return }
        let other = index.products[id]
        score.productLevel = product.level(against: other, areKnown: view.step(of: Frequency.product(product.hash)) > 0)
        switch score.productLevel {
        case .same:
            let frequency = view.step(of: Frequency.product(other.hash))
            score.product = MilliBits.ratio(index.countStep + 50, max(1, frequency) + 2) + model.productSame
        case .alike: score.product = model.productAlike
        case .unknown: score.product = model.productUnknown
        case .other: score.product = model.productOther
        }
    }
}
