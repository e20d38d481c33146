internal import Feedback

/// Weighs a comment against cases; a class, for it holds the model more than once.
final class PairScorer: Sendable {
    private let view: CaseView
    private let model: LinkModel
    private let names: NameWeigher
    private let times: TimeWeigher
    private let subjects: SubjectWeigher
    /// log2 of the number of cases.
    private let caseBits: Int

    init(view: CaseView, model: LinkModel) {
        self.view = view
        self.model = model
        names = NameWeigher(view: view, model: model)
        times = TimeWeigher(index: view.index, model: model)
        subjects = SubjectWeigher(model: model)
        caseBits = MilliBits.log2(max(1, view.index.countStep))
    }

    private var index: CaseIndex { view.index }

    /// What was found of one comment's fields beside those of a case, for the cases after it that have the same.
    private struct Known {
        var names: [(id: Int, level: NameLevel, milliBits: Int)] = []
        var brand: (id: Int, level: BrandLevel, milliBits: Int)?
        var product: (id: Int, level: ProductLevel, milliBits: Int)?
    }

    /// The weights of a pair apart from those of its thread.
    func score(_ comment: CommentFeatures, at postedAt: Instant?, place: Int) -> PairScore {
        var known = Known()
        return score(comment, at: postedAt, place: place, &known)
    }

    /// The same for each of several cases.
    func scores(_ comment: CommentFeatures, at postedAt: Instant?, places: [Int]) -> [PairScore] {
        var known = Known()
        return places.map { score(comment, at: postedAt, place: $0, &known) }
    }

    private func score(
        _ comment: CommentFeatures,
        at postedAt: Instant?,
        place: Int,
        _ known: inout Known
    ) -> PairScore {
        let item = index.features[place]
        var score = PairScore(place: place)
        score.prior = model.noCase - caseBits
        if comment.mentions.contains(where: item.digits.mayBe) { weighNumbers(comment, place, &score) }
        if !comment.isAgent {
            if !comment.handles.isEmpty { weighHandle(comment, place, &score) }
            weighName(comment, item.name, &known, &score)
        }
        if let brand = comment.brand, let id = item.brand { weighBrand(brand, id, &known, &score) }
        if let product = comment.product, let id = item.product { weighProduct(product, id, &known, &score) }
        if comment.quotesOthers, score.hasNumber, !score.sharesHandle, !score.nameLevel.isAgreement {
            score.quote = model.numberOfOther
        }
        if !comment.words.isEmpty, score.total + Self.mostByTime >= model.reviewFloor {
            score.subject = subjects.milliBits(comment, view.cases[place].subject.match(with: comment.words))
        }
        let repeatsSubject = score.subject >= model.subjectSame && score.nameLevel == .same
        let time = times.weigh(
            comment,
            postedAt,
            opened: item.openedAt,
            closed: item.closedAt,
            repeatsSubject: repeatsSubject
        )
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
        let numbers = view.cases.numbers(at: place)
        let (number, order) = (numbers.own, numbers.order)
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

    static func level(_ mention: NumberMention, _ number: NumberForm) -> NumberLevel {
        if mention.extent == .tail { return mention.form.tail == number.tail ? .tail : .none }
        if mention.form.characters == number.characters || mention.form.segments == number.segments {
            return mention.extent == .part ? .part : .exact
        }
        if number.isSpoken(as: mention.form) { return .part }
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
        let handles = index.handles[place]
        if let shared = comment.handles.first(where: { handles.own.contains($0) }) {
            score.sharesHandle = true
            score.handle = handleBits(shared)
        } else if let implied = handles.implied, comment.handles.contains(implied) {
            score.sharesHandle = true
            score.handle = handleBits(implied) + model.handleImplied
        } else if comment.hasAccount, !handles.own.isEmpty {
            score.handle = model.handleOther
        }
    }

    private func handleBits(_ handle: StableHash) -> Int {
        caseBits - model.noCase - MilliBits.log2(max(1, view.step(of: Frequency.handle(handle)))) + model.handleSame
    }

    private func weighName(_ comment: CommentFeatures, _ id: Int, _ known: inout Known, _ score: inout PairScore) {
        (score.nameLevel, score.name) = name(comment, id, &known)
        guard !score.nameLevel.isAgreement else { return }
        // An account that a firm or a family shares: another name of theirs is no other person's account.
        if score.sharesHandle { score.name = max(score.name, min(0, model.nameSharedAccount)) }
        guard comment.isOnBehalf else { return }
        let customer = index.names[id]
        if score.nameLevel != .unknown { score.name = max(score.name, model.nameOnBehalf) }
        if score.nameLevel == .family {
            score.name = max(score.name, names.milliBits(.singlePart, comment.name, customer))
        }
        for name in comment.spokenFor where name.level(against: customer) == .same {
            score.nameLevel = .spokenFor
            score.name = max(score.name, names.milliBits(.same, name, customer) + model.nameSpokenFor)
        }
    }

    private func name(_ comment: CommentFeatures, _ id: Int, _ known: inout Known) -> (NameLevel, Int) {
        if let found = known.names.first(where: { $0.id == id }) { return (found.level, found.milliBits) }
        let customer = index.names[id]
        let level = comment.name.level(against: customer)
        let milliBits = names.milliBits(level, comment.name, customer)
        known.names.append((id, level, milliBits))
        return (level, milliBits)
    }

    private func weighBrand(_ brand: BrandReference, _ id: Int, _ known: inout Known, _ score: inout PairScore) {
        if known.brand?.id != id {
            let (level, milliBits) = weight(of: brand, index.brands.reference(id: id))
            known.brand = (id, level, milliBits)
        }
        if let found = known.brand { (score.brandLevel, score.brand) = (found.level, found.milliBits) }
    }

    private func weight(of brand: BrandReference, _ other: BrandReference) -> (BrandLevel, Int) {
        let level = view.level(brand, other)
        let frequency = view.step(of: Frequency.brand(other.sound))
        let surprise = MilliBits.ratio(index.countStep + 50, max(1, frequency) + 1)
        switch level {
        case .same: return (level, surprise + model.brandSame)
        case .alike:
            // Two near twins may sound alike in another script; the one that is read alike is meant.
            let isReadAlike = !brand.reading.isEmpty && brand.reading == other.reading
            return (level, surprise + model.brandAlike - (isReadAlike ? 0 : Self.readOtherwise))
        case .part: return (level, min(surprise, model.brandUnknownMost))
        case .unlisted: return (level, model.brandUnlisted)
        case .twin: return (level, model.brandTwin)
        case .unknown:
            let hidden = Frequency.script(view.mayBeHidden(other) ? other.script : nil)
            let rarity = caseBits - MilliBits.log2(max(1, view.step(of: hidden)))
            return (level, min(model.brandUnknownMost, rarity + model.brandUnknown))
        case .other: return (level, model.brandOther)
        }
    }

    private func weighProduct(_ product: ProductName, _ id: Int, _ known: inout Known, _ score: inout PairScore) {
        if known.product?.id != id {
            let (level, milliBits) = weight(of: product, index.products[id])
            known.product = (id, level, milliBits)
        }
        if let found = known.product { (score.productLevel, score.product) = (found.level, found.milliBits) }
    }

    private func weight(of product: ProductName, _ other: ProductName) -> (ProductLevel, Int) {
        let level = product.level(against: other, areKnown: view.step(of: Frequency.product(product.hash)) > 0)
        switch level {
        case .same:
            let frequency = view.step(of: Frequency.product(other.hash))
            return (level, MilliBits.ratio(index.countStep + 50, max(1, frequency) + 2) + model.productSame)
        case .alike: return (level, model.productAlike)
        case .unknown: return (level, model.productUnknown)
        case .other: return (level, model.productOther)
        }
    }
}
