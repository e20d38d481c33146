package import Feedback

/// Decides about single comments, each by itself; threads come on top in ``ThreadLinker``.
package struct Linker: Sendable {
    let view: CaseView
    let scorer: PairScorer
    private let rules: LinkRules

    package init(
        index: CaseIndex,
        names: NameReadings,
        model: LinkModel = .standard,
        overrides: LinkOverrides = LinkOverrides()
    ) {
        self.init(
            view: CaseView(index: index, notes: ReadNotes()),
            rules: LinkRules(names: names, brands: index.brands, model: model, overrides: overrides)
        )
    }

    private init(view: CaseView, rules: LinkRules) {
        self.view = view
        self.rules = rules
        scorer = PairScorer(view: view, model: rules.model)
    }

    /// The same linker, which notes what it asks of the case table.
    func noting(in notes: ReadNotes) -> Linker {
        Linker(view: CaseView(index: index, notes: notes), rules: rules)
    }

    package var model: LinkModel { rules.model }
    package var overrides: LinkOverrides { rules.overrides }
    package var index: CaseIndex { view.index }

    /// The comment in comparable parts.
    func features(of comment: LinkComment) -> CommentFeatures {
        let name = rules.name(comment.author)
        let text = FoldedText(comment.title.map { $0 + "\n" + comment.text } ?? comment.text)
        let isAgent = comment.role != .customer || AgentSigns.isAgent(comment)
        let account = comment.authorID.flatMap(Handle.hash)
        var handles = account.map { [$0] } ?? []
        if name.tokens.isEmpty, let author = comment.author.flatMap(Handle.hash), !handles.contains(author) {
            handles.append(author)
        }
        let cues = isAgent ? [] : TextCues(in: text)
        let isOnBehalf = cues.contains(.onBehalf)
        let fields = [comment.caseNumber, comment.orderNumber].compactMap { field in
            field.flatMap(NumberForm.init(written:)).map { NumberMention(form: $0, extent: .whole) }
        }
        return CommentFeatures(
            name: name,
            brand: comment.brand.map(rules.brand),
            product: comment.product.flatMap(rules.product),
            handles: handles,
            mentions: fields + NumberScanner.mentions(in: text),
            month: comment.postedAt.map(KeyMaker.month),
            text: text,
            words: isAgent ? [] : SubjectWords.hashes(of: text),
            tellsIncident: cues.contains(.incident),
            isReopening: cues.contains(.reopening),
            isFresh: cues.contains(.fresh),
            isLookingBack: cues.contains(.lookingBack),
            hasAccount: account != nil,
            isAgent: isAgent,
            isOnBehalf: isOnBehalf,
            spokenFor: isOnBehalf ? rules.names(in: comment.text) : [],
            quotesOthers: !isOnBehalf && cues.contains(.quoting)
        )
    }

    /// Places of the cases that share a key with the comment, ascending.
    func candidates(of comment: CommentFeatures) -> [Int] {
        var places: [Int] = []
        for mention in comment.mentions {
            let isKnown = gather(KeyMaker.keys(of: mention, brand: comment.brand), into: &places)
            if !isKnown { gather(KeyMaker.slipKeys(of: mention), into: &places) }
        }
        gather(nameKeys(of: comment, isHidden: { view.mayBeHidden($0) || view.isUnlisted($0) }), into: &places)
        return places.sortedDistinct()
    }

    private func nameKeys(of comment: CommentFeatures, isHidden: (BrandReference) -> Bool) -> [LinkKey] {
        guard !comment.isAgent else { return [] }
        return KeyMaker.nameKeys(of: comment, isBrandHidden: comment.brand.map(isHidden) ?? false)
    }

    @discardableResult
    private func gather(_ keys: [LinkKey], into places: inout [Int]) -> Bool {
        let before = places.count
        view.appendHolders(of: keys, limit: rules.model.hotKey, to: &places)
        return places.count > before
    }

    /// Ids of everything that the comment may ask of the case table: keys, and values whose holders are counted; `shared`
    /// values count only where a case has them too, and the `slips` of a number where its own keys find none.
    package func questions(
        of comment: LinkComment
    ) -> (keys: Set<UInt64>, slips: [NumberKeys], values: Set<UInt64>, shared: Set<UInt64>) {
        let features = features(of: comment)
        let slips = features.mentions.map { NumberKeys($0, brand: features.brand) }
        let names = nameKeys(of: features, isHidden: { index.brands.mayBeHidden($0) || !index.brands.isListed($0) })
        let keys = Set(names.map(\.token.id)).union(slips.flatMap(\.own))
        let brand = features.brand.map { [Frequency.brand($0.sound).id, Frequency.spelling($0.spelling).id] } ?? []
        let product = features.product.map { [Frequency.product($0.hash).id] } ?? []
        let people = ([features.name] + features.spokenFor).reduce(into: Set<LinkToken>()) { values, name in
            values.formUnion(Frequency.values(of: name))
        }
        return (keys, slips, Set(brand + product), Set((people + features.handles.map(Frequency.handle)).map(\.id)))
    }

    /// All candidates with their weights, best first.
    func scores(of features: CommentFeatures, comment: LinkComment) -> [PairScore] {
        let places = allowed(candidates(of: features), comment)
        var scores = scorer.scores(features, at: comment.postedAt, places: places)
        if scores.count > 1 { scores.sort(by: PairScore.ranks) }
        return assigned(scores, features, at: comment.postedAt)
    }

    /// The cases that nobody has kept from the comment.
    private func allowed(_ places: [Int], _ comment: LinkComment) -> [Int] {
        guard rules.overrides.mayForbid else { return places }
        return places.filter { !rules.overrides.forbids(comment.key, view.cases[$0].caseID) }
    }

    /// Weighs the open cases of one person against each other, by what the comment repeats of their incidents: that a
    /// person has several is known, and which of them is meant is all that is asked.
    private func assigned(_ scores: [PairScore], _ features: CommentFeatures, at postedAt: Instant?) -> [PairScore] {
        guard let best = scores.first, best.veto == nil, !features.isAgent else { return scores }
        let own = scores.indices.filter {
            scores[$0].veto == nil && best.total - scores[$0].total <= Self.choiceReach && isOnePerson(scores[$0], best)
        }
        guard own.count > 1 else { return scores }
        var weighed = scores
        let words = OwnCaseWords(features.text)
        for place in own {
            let linkCase = view.cases[scores[place].place].linkCase
            weighed[place].choice = rules.model.choiceWord * words.shared(with: linkCase)
            if let postedAt, let opened = linkCase.openedAt, postedAt < opened {
                weighed[place].choice += rules.model.choiceEarly
            }
        }
        return weighed.sorted(by: PairScore.ranks)
    }

    /// Whether two cases are one customer's, as far as their names or accounts tell.
    private func isOnePerson(_ left: PairScore, _ right: PairScore) -> Bool {
        let (one, other) = (index.features[left.place], index.features[right.place])
        if index.names[one.name].level(against: index.names[other.name]) == .same { return true }
        return left.sharesHandle && right.sharesHandle && left.nameLevel == right.nameLevel
    }

    private static let choiceReach = 4_000

    /// Whether people have put two cases together.
    private func isOneCase(_ left: Int, _ right: Int) -> Bool {
        !rules.overrides.roots.isEmpty
            && rules.overrides.root(of: view.cases[left].caseID)
                == rules.overrides.root(of: view.cases[right].caseID)
    }

    /// Picks the best of scored candidates by threshold, margin and vetoes.
    func decision(_ scores: [PairScore], comment: LinkComment, features: CommentFeatures) -> LinkDecision {
        guard let best = scores.first, best.isOpenForReview, best.total >= model.reviewFloor else {
            return LinkDecision(link: nil, bestVeto: scores.first?.veto, pairs: scores.count)
        }
        let others = scores.dropFirst().filter { $0.veto == nil && !isOneCase($0.place, best.place) }
        let margin = others.first.map { best.total - $0.total }
        let isClear =
            best.veto == nil && best.total >= model.threshold
            && others.allSatisfy { best.total - $0.total >= (isOnePerson($0, best) ? model.ownMargin : model.margin) }
        let link = LinkReport(view: view, comment: comment, features: features)
            .link(best, status: isClear ? .auto : .review, margin: margin)
        return LinkDecision(link: link, bestVeto: best.veto, pairs: scores.count)
    }
}

/// What the linker decided about a comment, and between which cases.
package struct LinkDecision: Hashable, Sendable {
    /// The link made (status `auto`) or proposed (status `review`); `nil` for none.
    package var link: CaseLink?
    /// What speaks against the case that fits best, if anything.
    package var bestVeto: LinkVeto?
    /// Number of cases the comment was weighed against.
    package var pairs: Int
}
