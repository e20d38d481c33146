internal import Feedback

/// Decides about the comments of one thread together.
///
/// A reply pointer shows the thread, not the case: an answer joins a case only when its author fits the case's
/// customer, or another writer of the thread who does. Everybody else speaks `about` the case, or tells a
/// `similar_case`.
struct ThreadLinker {
    private struct Assignment {
        var score: PairScore
        var link: CaseLink

        /// Whether other comments of the thread may build on it.
        var joinsCase: Bool { link.relation.joinsCase && link.status != .review }
    }

    private let linker: Linker
    /// In the order of time; ties by key.
    private let comments: [LinkComment]
    private let features: [CommentFeatures]
    /// What copies of each text share; empty for a comment alone.
    private let twins: [StableHash?]
    private let tree: ThreadTree
    private let children: [[Int]]
    private let writer: ThreadWriter
    private var decisions: [LinkDecision] = []
    /// The best case of each comment by itself.
    private var best: [PairScore?] = []
    private var assignments: [Assignment?]
    /// The first comments that have joined each case, as of the last round.
    private var joined: [Int: [Int]] = [:]
    /// The top comment of each thread id of each source; copies of one text, and ids that several sources use, bring
    /// several threads together.
    private let tops: [String: Int]

    init(linker: Linker, comments: [LinkComment]) {
        self.linker = linker
        self.comments = comments
        features = comments.map(linker.features)
        twins = comments.count > 1 ? features.map { TextTwin.hash(of: $0.text) } : []
        tree = ThreadTree(comments: comments, features: features)
        children = comments.count > 1 ? tree.children() : [[]]
        writer = ThreadWriter(comments: comments, tree: tree)
        tops = Self.tops(of: comments, in: tree)
        assignments = Array(repeating: nil, count: comments.count)
    }

    private static func tops(of comments: [LinkComment], in tree: ThreadTree) -> [String: Int] {
        guard comments.count > 1 else { return [:] }
        var tops: [String: Int] = [:]
        for (place, comment) in comments.enumerated() where tree.isTop(place) {
            if let thread = comment.threadKey, tops[thread] == nil { tops[thread] = place }
        }
        return tops
    }

    /// The decisions in the order of the comments.
    mutating func decisionsOfThread() -> [LinkDecision] {
        decideAlone()
        if comments.count > 1 {
            var round = 0
            while round < 6, inherit() { round += 1 }
            speakAbout()
        }
        for (place, assignment) in assignments.enumerated() {
            if let assignment { decisions[place].link = assignment.link }
            if decisions[place].link == nil { decisions[place].link = rejection(of: place) }
        }
        return decisions
    }

    // MARK: Each comment by itself

    private mutating func decideAlone() {
        for (place, comment) in comments.enumerated() {
            let scores = linker.scores(of: features[place], comment: comment)
            decisions.append(linker.decision(scores, comment: comment, features: features[place]))
            best.append(scores.first)
        }
        for place in comments.indices { settle(place) }
    }

    /// Takes over what a comment by itself says, unless it answers another person: a namesake's case found by name
    /// alone is then less likely.
    private mutating func settle(_ place: Int) {
        if let given = overrideAssignment(of: place) ?? storyAssignment(of: place) {
            assignments[place] = given
            return
        }
        guard let link = decisions[place].link, link.status == .auto, let score = best[place] else { return }
        if !score.hasHardID, score.subject < linker.model.subjectSame, answersStranger(place, position: score.place),
            score.total + linker.model.answersOther + min(0, manner(of: place)) < linker.model.threshold
        {
            decisions[place].link = nil
            return
        }
        assignments[place] = Assignment(score: score, link: link)
    }

    /// Whether the comment answers, by a pointer or by name, a person who is neither its author nor the case's customer.
    private func answersStranger(_ place: Int, position: Int) -> Bool {
        guard let parent = tree.parents[place], parent < comments.count, !features[parent].isAgent else { return false }
        if best[parent]?.place == position, best[parent]?.veto == nil { return false }
        let customer = linker.index.names[linker.index.features[position].name]
        let author = features[parent].name
        return author.whole != nil && !author.level(against: customer).isAgreement
            && !author.level(against: features[place].name).isAgreement
    }

    /// An article that tells its own incident has a case of its own.
    private func storyAssignment(of place: Int) -> Assignment? {
        guard let position = linker.index.position(ofStory: comments[place].key), !forbids(place, position)
        else { return nil }
        return certainAssignment(
            of: place,
            to: position,
            method: "story",
            saidBy: comments[place].externalID,
            status: .auto,
            relation: .sameCase
        )
    }

    /// What a person has said, once the case is there.
    private func overrideAssignment(of place: Int) -> Assignment? {
        guard let named = linker.overrides.requirement(of: comments[place].key), let caseID = named.caseID,
            let position = linker.index.position(ofCase: caseID)
        else { return nil }
        return certainAssignment(
            of: place,
            to: position,
            method: Self.decided,
            saidBy: named.decisionID,
            status: .confirmed,
            relation: named.relation ?? relation(of: place, to: position)
        )
    }

    /// What a person has said that a comment without any other link does not belong to.
    private func rejection(of place: Int) -> CaseLink? {
        guard let named = linker.overrides.refusal(of: comments[place].key), let caseID = named.caseID,
            let position = linker.index.position(ofCase: caseID)
        else { return nil }
        return certainAssignment(
            of: place,
            to: position,
            method: Self.decided,
            saidBy: named.decisionID,
            status: .rejected,
            relation: relation(of: place, to: position)
        ).link
    }

    private func certainAssignment(
        of place: Int,
        to position: Int,
        method: String,
        saidBy: String,
        status: LinkStatus,
        relation: LinkRelation
    ) -> Assignment {
        var score = PairScore(place: position)
        score.reply = status == .rejected ? -Self.certain : Self.certain
        let caseID = linker.view.cases[position].caseID
        let evidence = LinkEvidence(feature: method, left: saidBy, right: caseID, milliBits: score.reply)
        let link = CaseLink(
            relation: relation,
            caseID: caseID,
            status: status,
            milliBits: score.reply,
            marginMilliBits: nil,
            method: method,
            evidence: [evidence]
        )
        return Assignment(score: score, link: link)
    }

    private func forbids(_ place: Int, _ position: Int) -> Bool {
        linker.overrides.mayForbid
            && linker.overrides.forbids(comments[place].key, linker.view.cases[position].caseID)
    }

    // MARK: The customer's own answers

    /// One round of inheritance; tells whether anything changed.
    private mutating func inherit() -> Bool {
        let anchors = gatherAnchors()
        guard !anchors.isEmpty else { return false }
        var hasChanged = false
        for place in comments.indices where !features[place].isAgent {
            guard let offer = bestOffer(for: place, anchors: anchors), isBetter(offer, for: place) else { continue }
            let report = LinkReport(view: linker.view, comment: comments[place], features: features[place])
            let link = report.link(offer, status: .auto, margin: nil, relation: relation(of: place, to: offer.place))
            assignments[place] = Assignment(score: offer, link: link)
            hasChanged = true
        }
        return hasChanged
    }

    /// The first cases that comments of the thread have joined; notes which comments those are.
    private mutating func gatherAnchors() -> [Int] {
        var anchors: [Int] = []
        joined = [:]
        for (place, assignment) in assignments.enumerated() {
            guard let assignment, assignment.joinsCase else { continue }
            let position = assignment.score.place
            if joined[position] == nil, anchors.count < Self.anchorLimit { anchors.append(position) }
            if joined[position, default: []].count < Self.joinedLimit { joined[position, default: []].append(place) }
        }
        return anchors
    }

    private func bestOffer(for place: Int, anchors: [Int]) -> PairScore? {
        var offers: [PairScore] = []
        let near = nearAnchors(of: place)
        for anchor in near { offers.append(score(place, in: anchor, prior: linker.model.replyPrior)) }
        for anchor in anchors where !near.contains(anchor) {
            offers.append(score(place, in: anchor, prior: linker.model.threadPrior))
        }
        return
            offers
            .filter { $0.total >= linker.model.threshold && ($0.productLevel != .other || $0.hasNumber) }
            .filter { !forbids(place, $0.place) && !isNewMatter(place, in: $0.place, score: $0) }
            .min(by: PairScore.ranks)
    }

    /// Cases of the nearest ancestor that has one, and of the direct answers.
    private func nearAnchors(of place: Int) -> [Int] {
        var near: [Int] = []
        let above = tree.ancestors(of: place).first { assignments[$0]?.joinsCase == true }
        for other in (above.map { [$0] } ?? []) + children[place] {
            guard let assignment = assignments[other], assignment.joinsCase,
                !near.contains(assignment.score.place)
            else { continue }
            near.append(assignment.score.place)
        }
        return near
    }

    private func isBetter(_ offer: PairScore, for place: Int) -> Bool {
        guard let current = assignments[place] else { return true }
        if current.score.reply == Self.certain || current.score.place == offer.place || current.score.hasHardID {
            return false
        }
        return offer.total >= current.score.total + linker.model.margin
    }

    /// Whether a comment in an old thread brings up something new: long after the last of the case was heard, of another
    /// product or without a word that goes back to it.
    private func isNewMatter(_ place: Int, in anchor: Int, score: PairScore) -> Bool {
        guard !score.hasNumber, let postedAt = comments[place].postedAt else { return false }
        // Comments stand in the order of time: whoever spoke last before this one keeps the thread alive.
        let previous = comments[..<place].last { $0.postedAt != nil }?.postedAt
        let heard = [previous, linker.index.features[anchor].openedAt].compactMap { $0?.milliseconds }
        guard let last = heard.filter({ $0 <= postedAt.milliseconds }).max() else { return false }
        guard (postedAt.milliseconds - last).dividedDown(by: 86_400_000) > Self.oldThread else { return false }
        let item = features[place]
        if score.productLevel == .other || item.isFresh { return true }
        let goesBack = item.isReopening || item.isLookingBack || Cues.continuing.isFound(in: item.text)
        let others = (joined[anchor] ?? []).filter { $0 != place }
        return !goesBack && score.subject <= 0 && !others.contains { sharesWord(place, with: features[$0].words) }
    }

    private func sharesWord(_ place: Int, with words: some Sequence<UInt64>) -> Bool {
        words.contains { features[place].words.containsSorted($0) }
    }

    /// Weights of a comment and a case of its thread: the thread replaces the prior, brand and time, for it is known
    /// already that the comment has to do with the case; what is left is whether it is the same person.
    private func score(_ place: Int, in anchor: Int, prior: Int) -> PairScore {
        var score = linker.scorer.score(features[place], at: comments[place].postedAt, place: anchor)
        score.veto = nil
        score.brand = min(score.brand, 0)
        score.time = 0
        score.subject = max(score.subject, 0)
        score.product = min(score.product, 0)
        if score.nameLevel.isPartial { score.name += linker.model.replyPartialName - partialWeight(score.nameLevel) }
        if repeatsText(of: anchor, place), score.nameLevel != .different, score.nameLevel != .family {
            score.subject = linker.model.sameText
        }
        var manner = manner(of: place)
        if score.nameLevel != .same, score.name < Self.sameWriter, let writer = fellowWriter(of: place, in: anchor) {
            score.nameLevel = writer
            score.name = Self.sameWriter
        }
        if score.nameLevel == .same { manner = max(0, manner) }
        score.reply = prior - score.prior + manner
        return score
    }

    /// Whether an answer sounds like its case's customer or like a reader.
    private func manner(of place: Int) -> Int {
        let rated = comments[place].isRated ? linker.model.replyRated : 0
        if Cues.continuing.isFound(in: features[place].text) { return rated + linker.model.replyContinuing }
        return rated + (Cues.reader.isFound(in: features[place].text) ? linker.model.replyReader : 0)
    }

    /// What the pair weigher put on a partial name beside its frequency.
    private func partialWeight(_ level: NameLevel) -> Int {
        switch level {
        case .partAndInitial: linker.model.namePartAndInitial + NameWeigher.partBits
        case .singlePart: linker.model.nameSinglePart + NameWeigher.partBits
        default: linker.model.nameInitials + NameWeigher.partBits
        }
    }

    /// Whether the comment has the text of another one that has joined the case.
    private func repeatsText(of anchor: Int, _ place: Int) -> Bool {
        guard let text = twins[place] else { return false }
        return (joined[anchor] ?? []).contains { $0 != place && twins[$0] == text }
    }

    /// How the author agrees with a writer of the thread whose comments have joined the case already.
    private func fellowWriter(of place: Int, in anchor: Int) -> NameLevel? {
        if writer.isWriter(place), assignments[writer.root]?.score.place == anchor { return .same }
        for other in joined[anchor] ?? [] where other != place {
            if features[place].hasAccount, features[place].handles == features[other].handles { return .same }
            let level = features[place].name.level(against: features[other].name)
            if level == .same || level == .slip { return level }
            if level == .singlePart, features[place].name.whole == features[other].name.whole { return .same }
        }
        return nil
    }

    private func relation(of place: Int, to position: Int) -> LinkRelation {
        let opened = linker.index.features[position].openedAt ?? comments.lazy.compactMap(\.postedAt).first
        return LinkReport.relation(features[place], comments[place].postedAt, opened: opened)
    }

    // MARK: Everybody else

    private mutating func speakAbout() {
        for place in topDown() where assignments[place] == nil {
            guard let (above, prior) = topic(of: place), let assignment = assignments[above] else { continue }
            guard !forbids(place, assignment.score.place),
                let relation = otherRelation(of: place, above: above, to: assignment)
            else { continue }
            var score = PairScore(place: assignment.score.place)
            score.nameLevel = features[place].name.level(
                against: linker.index.names[linker.index.features[score.place].name]
            )
            score.reply = prior
            let report = LinkReport(view: linker.view, comment: comments[place], features: features[place])
            assignments[place] = Assignment(
                score: score,
                link: report.link(score, status: .auto, margin: nil, relation: relation)
            )
        }
    }

    /// The comment that this one speaks of: the nearest ancestor with a case, or the top of the thread.
    private func topic(of place: Int) -> (Int, Int)? {
        let ancestors = tree.ancestors(of: place)
        if let above = ancestors.first(where: { assignments[$0] != nil }) { return (above, linker.model.threshold) }
        guard tree.isTop(place), !comments[place].isRated, let thread = comments[place].threadKey,
            let top = tops[thread], top != place, assignments[top] != nil
        else { return nil }
        return (top, linker.model.threshold)
    }

    private func otherRelation(of place: Int, above: Int, to assignment: Assignment) -> LinkRelation? {
        let position = assignment.score.place
        let relation = assignment.link.relation
        if relation == .similarCase {
            let level = features[place].name.level(against: features[above].name)
            return level == .same ? .similarCase : nil
        }
        if features[place].isAgent || Cues.desk.isFound(in: features[place].text) { return .about }
        if isContinuing(place, above) { return .sameCase }
        let customer = linker.index.names[linker.index.features[position].name]
        let level = features[place].name.level(against: customer)
        if level == .same, isNewMatter(place, in: position, score: alone(place, position)) { return nil }
        // A name that fits in part may be the customer's after all, who would not be a similar case.
        let mayBeCustomer = level.isPartial && !Cues.sameBefell.isFound(in: features[place].text)
        let likeness = SubjectWeigher(model: linker.model)
            .milliBits(features[place], linker.view.cases[position].subject.match(with: features[place].words))
        if !mayBeCustomer, OwnIncident.isTold(by: comments[place], features: features[place], caseSubject: likeness) {
            return .similarCase
        }
        return isOnTopic(place, above: above, position: position) ? .about : nil
    }

    private func alone(_ place: Int, _ position: Int) -> PairScore {
        linker.scorer.score(features[place], at: comments[place].postedAt, place: position)
    }

    /// Whether an answer has to do with the case: it shares a word with it or with what it answers, names its product or
    /// a person, or speaks of how people are treated.
    private func isOnTopic(_ place: Int, above: Int, position: Int) -> Bool {
        let text = features[place].text
        let subject = linker.view.cases[position].subject.words
        // Where nothing is known of the incident, nothing is off it.
        if subject.isEmpty || sharesWord(place, with: subject) { return true }
        if OwnCaseWords(text).shared(with: linker.view.cases[position].linkCase) >= 2 { return true }
        if sharesWord(place, with: features[above].words) || Cues.handling.isFound(in: text) { return true }
        let letters = text.scalars.filter { $0 != 0x20 }
        if let product = linker.index.features[position].product, letters.holds(linker.index.products[product].letters)
        {
            return true
        }
        let people = [features[above].name, linker.index.names[linker.index.features[position].name]]
        return people.contains { name in
            name.tokens.contains { $0.literal.count >= 2 && text.scalars.holds($0.literal) }
        }
    }

    /// A nameless answer that goes on with what was told before is its teller's.
    private func isContinuing(_ place: Int, _ above: Int) -> Bool {
        comments[place].author == nil && comments[place].authorID == nil && tree.bonds[place] == .pointer
            && !features[above].isAgent && Cues.continuing.isFound(in: features[place].text)
    }

    /// Parents before their answers, else the order of time.
    private func topDown() -> [Int] {
        let depths = comments.indices.map { tree.ancestors(of: $0).count }
        return comments.indices.sorted { depths[$0] == depths[$1] ? $0 < $1 : depths[$0] < depths[$1] }
    }

    private static let certain = 20_000
    private static let decided = "decision"
    private static let sameWriter = 8_000
    private static let anchorLimit = 8
    /// Days without a word after which a thread is old.
    private static let oldThread = 60
    /// In a thread of thousands, as many comments of one case are enough to know its writers.
    private static let joinedLimit = 32
}
