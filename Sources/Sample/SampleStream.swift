package import Feedback

/// Ten invented years of comments and cases for four invented brands.
///
/// Planted on purpose: a step down in handling, a slow decline, a brand whose summers are bad every year, and a brand
/// whose customers move to a worse channel while no channel gets worse.
package struct SampleStream: Sendable {
    package static let defaultSeed: UInt64 = 20_160_101
    /// Comments a brand has in a month, on average.
    private static let commentsPerMonth = 42

    private let phrases: SamplePhrases
    private let zone: Zone
    private var random: SampleRandom

    package init(phrases: SamplePhrases, zone: Zone = .tokyo, seed: UInt64 = SampleStream.defaultSeed) {
        self.phrases = phrases
        self.zone = zone
        random = SampleRandom(seed: seed)
    }

    /// All comments in the order of their ids, and the cases that some of them belong to.
    package mutating func generate() -> (comments: [Comment], cases: [SupportCase]) {
        var comments: [Comment] = []
        var cases: [SupportCase] = []
        for month in 0..<SampleBrand.months {
            for brand in SampleBrand.all {
                let count = Self.commentsPerMonth - 6 + random.below(13)
                for _ in 0..<count { add(brand, month, to: &comments, &cases) }
            }
        }
        return (comments, cases)
    }

    private mutating func add(
        _ brand: SampleBrand,
        _ month: Int,
        to comments: inout [Comment],
        _ cases: inout [SupportCase]
    ) {
        let number = comments.count + 1
        let language = random.happens(perMille: 600) ? "ja" : "en"
        let isFirst = random.happens(perMille: brand.firstChannelPerMille(month))
        let channel = brand.channels[isFirst ? 0 : 1]
        let isGood = random.happens(perMille: channel.goodPerMille + brand.shiftPerMille(month))
        let postedAt = time(in: month)
        let (text, item) = text(language, brand, isGood: isGood)
        var comment = Comment(source: "sample", externalID: "s\(number.padded(to: 6))", text: text)
        comment.product = item.flatMap { brand.products.indices.contains($0) ? brand.products[$0] : nil }
        comment.appVersion = Self.version(named: brand, number, month)
        comment.brand = language == "ja" ? brand.japaneseName : brand.name
        let customer = random.below(9_000)
        comment.author = SampleNames.name(of: customer, language: language)
        comment.authorID = "u\(customer.padded(to: 4))"
        comment.channel = channel.name
        comment.declaredLanguage = language
        comment.postedAt = Timestamp(instant: postedAt, original: zone.format(postedAt), zoneOrigin: .text)
        comment.rating = rating(isGood: isGood)
        if random.happens(perMille: 80) {
            let opened = supportCase(comment, brand, number: cases.count + 1, isGood: isGood)
            comment.caseNumber = opened.number
            cases.append(opened)
        }
        comments.append(comment)
    }

    private mutating func time(in month: Int) -> Instant {
        let first = Period(length: .month, index: 46 * 12 + month).firstDay
        let (year, number, _) = first.civil
        let day = Day(number: first.number + random.below(Day.length(ofMonth: number, year: year)))
        return zone.instant(day: day, secondOfDay: 8 * 3_600 + random.below(14 * 3_600))
    }

    /// Every third customer names the version of the app; of these, every other has it a month late.
    private static func version(named brand: SampleBrand, _ number: Int, _ month: Int) -> String? {
        guard number.isMultiple(of: 3) else { return nil }
        let known = number.isMultiple(of: 2) ? max(0, month - 1) : month
        return brand.versions.last { $0.month <= known }?.name
    }

    /// The words, and the place of the item that they are about.
    private mutating func text(_ language: String, _ brand: SampleBrand, isGood: Bool) -> (text: String, item: Int?) {
        let polarity = isGood ? 1 : -1
        var sentences: [String] = []
        if random.happens(perMille: 600) { append(language, "opening", 0, to: &sentences) }
        if random.happens(perMille: 300) {
            // Of the product a customer speaks as he rates the brand, or says nothing for or against.
            append(language, "product", random.below(3) == 0 ? 0 : polarity, to: &sentences)
        }
        for _ in 0...(random.happens(perMille: 400) ? 1 : 0) {
            let facets = Facet.allCases.filter { $0 != .beyond && $0 != .followThrough }
            let facet = random.pick(facets) ?? .speed
            append(language, facet.rawValue, random.happens(perMille: 930) ? polarity : -polarity, to: &sentences)
        }
        if random.happens(perMille: 330) {
            let signals = isGood ? ["fan", "repurchase", "recommend"] : ["churn", "distrust"]
            append(language, random.pick(signals) ?? "fan", polarity, to: &sentences)
        }
        let place = random.pick(Array(brand.items.indices))
        let item = place.map { brand.items[$0] }
        let text = sentences.joined(separator: language == "ja" ? "" : " ")
            .replacing("{item}", with: (language == "ja" ? item?.japanese : item?.english) ?? "")
            .replacing("{minutes}", with: String(5 + 5 * random.below(6)))
        return (text, place)
    }

    private mutating func append(_ language: String, _ kind: String, _ polarity: Int, to sentences: inout [String]) {
        let key = SamplePhrases.Key(language: language, kind: kind, polarity: polarity)
        if let sentence = random.pick(phrases.all(key)), !sentences.contains(sentence) { sentences.append(sentence) }
    }

    private mutating func rating(isGood: Bool) -> Rating? {
        guard random.happens(perMille: 700) else { return nil }
        let stars = isGood ? [5, 5, 4, 4, 3] : [1, 1, 2, 2, 3]
        return Rating(thousandths: (random.pick(stars) ?? 3) * 1_000, scale: .fiveStars)
    }

    private mutating func supportCase(
        _ comment: Comment,
        _ brand: SampleBrand,
        number: Int,
        isGood: Bool
    ) -> SupportCase {
        var result = SupportCase(caseID: "K\(number.padded(to: 5))")
        result.number = "AB-\((10_000 + number).padded(to: 5))"
        result.brand = brand.name
        result.customer = comment.author
        result.customerHandle = comment.authorID
        result.channel = comment.channel
        result.subject = comment.declaredLanguage == "ja" ? "お問い合わせ" : "Enquiry"
        let told = comment.postedAt?.instant ?? Instant(seconds: 0)
        let opened = Instant(seconds: told.seconds - Int64(86_400 * (4 + random.below(10))))
        let answered = Instant(seconds: opened.seconds + Int64((isGood ? 3_600 : 36_000) * (1 + random.below(6))))
        let closed = Instant(seconds: answered.seconds + Int64((isGood ? 20_000 : 90_000) * (1 + random.below(3))))
        result.openedAt = timestamp(opened)
        result.closedAt = timestamp(closed)
        result.events = [
            CaseEvent(kind: "opened", at: timestamp(opened), actor: .customer, channel: comment.channel),
            CaseEvent(kind: "reply", at: timestamp(answered), actor: .agent, channel: comment.channel),
            CaseEvent(kind: "closed", at: timestamp(closed), actor: .agent),
        ]
        return result
    }

    private func timestamp(_ instant: Instant) -> Timestamp {
        Timestamp(instant: instant, original: zone.format(instant), zoneOrigin: .text)
    }
}
