internal import Feedback

extension LinkRun {
    /// A comment with the cases that its keys find, weighed and with what is known about it.
    ///
    /// `nil` for the company's own words and for a comment without any case.
    package func trainingComment(_ comment: LinkComment) -> TrainingComment? {
        let features = linker.features(of: comment)
        guard !features.isAgent else { return nil }
        let position = { (caseID: String?) in caseID.flatMap { linker.index.position(ofCase: $0) } }
        let required = position(linker.overrides.requirement(of: comment.key)?.caseID)
        var places = Set(linker.candidates(of: features))
        if let required { places.insert(required) }
        let scores = places.sorted().map { linker.scorer.score(features, at: comment.postedAt, place: $0) }
        if scores.isEmpty { return nil }
        let forbidden = scores.map(\.place).filter {
            linker.overrides.forbids(comment.key, linker.view.cases[$0].caseID)
        }
        let decision: TrainingComment.Label? =
            if let required { .belongs(required) } else { forbidden.isEmpty ? nil : .belongsNot(forbidden) }
        let hard = scores.filter { $0.veto == nil && $0.hasHardID && $0.nameLevel.isAgreement && $0.quote == 0 }
        return TrainingComment(
            fold: Int(StableHash(comment.key).value % UInt64(LinkTraining.folds)),
            pairs: scores.map { pair($0, features, at: comment.postedAt) },
            decision: decision,
            hardCase: hard.count == 1 ? hard[0].place : nil
        )
    }

    /// How a comment stands to some cases taken at random.
    package func randomPairs(_ comment: LinkComment) -> RandomPairs {
        var random = RandomPairs()
        let features = linker.features(of: comment)
        guard !features.isAgent, !linker.index.cases.isEmpty else { return random }
        for draw in 0..<Self.draws {
            let hash = StableHash(comment.key).combined(with: StableHash(value: draw))
            let place = Int(hash.value % UInt64(linker.index.cases.count))
            let score = linker.scorer.score(features, at: comment.postedAt, place: place)
            random.add(ways(score, features, at: comment.postedAt))
        }
        return random
    }

    private func pair(_ score: PairScore, _ features: CommentFeatures, at postedAt: Instant?) -> TrainingPair {
        TrainingPair(
            place: score.place,
            total: score.total,
            softTotal: score.total - score.number - score.order - score.handle - score.quote,
            isOpen: score.veto == nil,
            ways: ways(score, features, at: postedAt)
        )
    }

    private func ways(
        _ score: PairScore,
        _ features: CommentFeatures,
        at postedAt: Instant?
    ) -> [LinkWeight.Field: LinkWeight?] {
        let item = linker.index.features[score.place]
        var ways: [LinkWeight.Field: LinkWeight?] = [:]
        // Where somebody speaks for another, or an account is shared, a name weighs by other rules.
        let isOwnName = score.nameLevel.isAgreement || (!features.isOnBehalf && !score.sharesHandle)
        if score.nameLevel != .unknown, score.nameLevel != .spokenFor, isOwnName {
            ways[.name] = .some(Self.way(score.nameLevel))
        }
        if features.brand != nil, item.brand != nil { ways[.brand] = .some(Self.way(score.brandLevel)) }
        if features.product != nil, item.product != nil { ways[.product] = .some(Self.way(score.productLevel)) }
        if let postedAt, let opened = item.openedAt {
            let way = TimeWeigher.way(
                features,
                postedAt,
                opened: opened,
                closed: item.closedAt,
                repeatsSubject: false
            )
            ways[.time] = .some(way)
        }
        let subject = linker.view.cases[score.place].subject.match(with: features.words)
        if subject.words >= 2, !features.words.isEmpty {
            ways[.subject] = .some(SubjectWeigher(model: linker.model).way(features, subject))
        }
        return ways
    }

    private static func way(_ level: NameLevel) -> LinkWeight? {
        switch level {
        case .same: .nameSame
        case .slip: .nameSlip
        case .partAndInitial: .namePartAndInitial
        case .singlePart: .nameSinglePart
        case .initials: .nameInitials
        case .family: .nameFamily
        case .different: .nameDifferent
        case .otherWord: .nameOtherWord
        case .spokenFor, .unknown: nil
        }
    }

    private static func way(_ level: BrandLevel) -> LinkWeight? {
        switch level {
        case .same: .brandSame
        case .alike: .brandAlike
        case .other: .brandOther
        case .unknown, .part, .unlisted, .twin: nil
        }
    }

    private static func way(_ level: ProductLevel) -> LinkWeight? {
        switch level {
        case .same: .productSame
        case .alike: .productAlike
        case .unknown: .productUnknown
        case .other: .productOther
        }
    }

    /// Cases that each comment is held against at random.
    private static let draws: UInt64 = 4
}
