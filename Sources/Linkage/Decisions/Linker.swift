package import Feedback

/// Decides about single comments, each by itself; threads come on top in ``ThreadLinker``.
package struct Linker: Sendable {
    let view: CaseView
    package let model: LinkModel
    let scorer: PairScorer
    let normaliser: NameNormaliser
    package let overrides: LinkOverrides

    package init(
        index: CaseIndex,
        names: NameReadings,
        model: LinkModel = .standard,
        overrides: LinkOverrides = LinkOverrides()
    ) {
        self.init(
            view: CaseView(index: index, notes: ReadNotes()),
            normaliser: NameNormaliser(names: names),
            model: model,
            overrides: overrides
        )
    }

    private init(view: CaseView, normaliser: NameNormaliser, model: LinkModel, overrides: LinkOverrides) {
        self.view = view
        self.normaliser = normaliser
        self.model = model
        self.overrides = overrides
        scorer = PairScorer(view: view, model: model)
    }

    /// The same linker, which notes what it asks of the case table.
    func noting(in notes: ReadNotes) -> Linker {
        Linker(
            view: CaseView(index: index, notes: notes),
            normaliser: normaliser,
            model: model,
            overrides: overrides
        )
    }

    package var index: CaseIndex { view.index }

    /// The comment in comparable parts.
    func features(of comment: LinkComment) -> CommentFeatures {
        let name = normaliser.name(comment.author)
        let text = FoldedText(comment.title.map { $0 + "\n" + comment.text } ?? comment.text)
        let isAgent = comment.role != .customer || AgentSigns.isAgent(comment)
        let account = comment.authorID.flatMap(Handle.hash)
        var handles = account.map { [$0] } ?? []
        if name.tokens.isEmpty, let author = comment.author.flatMap(Handle.hash), !handles.contains(author) {
            handles.append(author)
        }
        let isOnBehalf = !isAgent && Cues.onBehalf.isFound(in: text)
        let fields = [comment.caseNumber, comment.orderNumber].compactMap { field in
            field.flatMap(NumberForm.init(written:)).map { NumberMention(form: $0, extent: .whole) }
        }
        return CommentFeatures(
            name: name,
            brand: comment.brand.map(index.brands.reference),
            product: comment.product.flatMap(ProductName.init),
            handles: handles,
            mentions: fields + NumberScanner.mentions(in: text),
            month: comment.postedAt.map(KeyMaker.month),
            text: text,
            words: isAgent ? [] : SubjectWords.hashes(of: text),
            tellsIncident: !isAgent && Cues.incident.isFound(in: text),
            isReopening: !isAgent && Cues.reopening.isFound(in: text),
            isFresh: !isAgent && Cues.fresh.isFound(in: text),
            isLookingBack: !isAgent && Cues.lookingBack.isFound(in: text),
            twin: TextTwin.hash(of: text),
            hasAccount: account != nil,
            isAgent: isAgent,
            isOnBehalf: isOnBehalf,
            spokenFor: isOnBehalf ? NamesInText.names(in: comment.text, by: normaliser) : [],
            quotesOthers: !isAgent && !isOnBehalf && Cues.quoting.isFound(in: text)
        )
    }

    /// Places of the cases that share a key with the comment, ascending.
    func candidates(of comment: CommentFeatures) -> [Int] {
        var places: [Int] = []
        for mention in comment.mentions {
            var isKnown = false
            for key in KeyMaker.keys(of: mention, brand: comment.brand) {
                isKnown = gather(key, into: &places) || isKnown
            }
            guard !isKnown else { continue }
            for key in KeyMaker.slipKeys(of: mention) { gather(key, into: &places) }
        }
        for key in nameKeys(of: comment, isHidden: { view.mayBeHidden($0) || view.isUnlisted($0) }) {
            gather(key, into: &places)
        }
        var distinct: [Int] = []
        for place in places.sorted() where place != distinct.last { distinct.append(place) }
        return distinct
    }

    private func nameKeys(of comment: CommentFeatures, isHidden: (BrandReference) -> Bool) -> [LinkKey] {
        guard !comment.isAgent else { return [] }
        return KeyMaker.nameKeys(of: comment, isBrandHidden: comment.brand.map(isHidden) ?? false)
    }

    @discardableResult
    private func gather(_ key: LinkKey, into places: inout [Int]) -> Bool {
        let before = places.count
        view.appendHolders(of: key, limit: model.hotKey, to: &places)
        return places.count > before
    }

    /// Ids of everything that the comment may ask of the case table before it knows a case: keys, and values whose
    /// holders are counted.
    package func questions(of comment: LinkComment) -> (keys: Set<UInt64>, values: Set<UInt64>) {
        let features = features(of: comment)
        let numbers = features.mentions.flatMap { mention in
            KeyMaker.keys(of: mention, brand: features.brand) + KeyMaker.slipKeys(of: mention)
        }
        let names = nameKeys(of: features, isHidden: { index.brands.mayBeHidden($0) || !index.brands.isListed($0) })
        let keys = Set((numbers + names).map(\.token.id))
        let brand = features.brand.map { [Frequency.brand($0.sound).id, Frequency.spelling($0.spelling).id] } ?? []
        return (keys, Set(brand + (features.product.map { [Frequency.product($0.hash).id] } ?? [])))
    }

    /// All candidates with their weights, best first.
    func scores(of features: CommentFeatures, comment: LinkComment) -> [PairScore] {
        let scores = allowed(candidates(of: features), comment)
            .map { scorer.score(features, at: comment.postedAt, place: $0) }
            .sorted(by: PairScore.ranks)
        return assigned(scores, features, at: comment.postedAt)
    }

    /// The cases that nobody has kept from the comment.
    private func allowed(_ places: [Int], _ comment: LinkComment) -> [Int] {
        guard overrides.mayForbid else { return places }
        return places.filter { !overrides.forbids(comment.key, index.cases[$0].caseID) }
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
            let linkCase = index.cases[scores[place].place]
            weighed[place].choice = model.choiceWord * words.shared(with: linkCase)
            if let postedAt, let opened = linkCase.openedAt, postedAt < opened {
                weighed[place].choice += model.choiceEarly
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
        !overrides.roots.isEmpty
            && overrides.root(of: index.cases[left].caseID) == overrides.root(of: index.cases[right].caseID)
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
        let link = LinkReport(index: index, comment: comment, features: features)
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
