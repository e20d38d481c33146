internal import Feedback

/// Makes the keys of comments and cases; the two sides meet where a key is equal.
struct KeyMaker: Sendable {
    /// Keys of a case; some may come twice.
    static func keys(of profile: CaseProfile) -> [LinkKey] {
        var keys: [LinkKey] = []
        if let number = profile.linkCase.number.flatMap(NumberForm.init(written:)) {
            keys.append(LinkKey(.caseNumber, number.whole))
            keys.append(LinkKey(.caseNumberSegments, number.segments))
            keys += number.slips.map { LinkKey(.caseNumberSlip, $0) }
            if let digits = number.digitsOnly { keys.append(LinkKey(.caseNumberDigits, digits)) }
            if let tail = number.tail, let brand = profile.brand {
                keys.append(LinkKey(.numberTailBrand, tail, brand.sound))
            }
        }
        if let order = profile.linkCase.orderNumber.flatMap(NumberForm.init(written:)) {
            keys.append(LinkKey(.orderNumber, order.whole))
            keys.append(LinkKey(.orderNumberSegments, order.segments))
            keys += order.slips.map { LinkKey(.orderNumberSlip, $0) }
        }
        keys += profile.handles.map { LinkKey(.handle, $0) }
        if let handle = profile.impliedHandle { keys.append(LinkKey(.handle, handle)) }
        keys += nameKeys(of: profile)
        return keys
    }

    /// Keys that all cases of one person with one brand share.
    static func personKeys(name: PersonName, brand: BrandReference?) -> [LinkKey] {
        guard let brand else { return [] }
        return name.fullKeys.map { LinkKey(.nameBrand, $0, brand.sound) }
    }

    private static func nameKeys(of profile: CaseProfile) -> [LinkKey] {
        let name = profile.name
        var keys = personKeys(name: name, brand: profile.brand)
        let months = profile.month.map { [$0 - 1, $0, $0 + 1] } ?? []
        for full in name.fullKeys {
            keys.append(LinkKey(profile.brand == nil ? .nameAlone : .nameAny, full))
            keys += months.map { LinkKey(.nameMonth, full, month: $0) }
        }
        for month in months { keys += name.initialKeys.map { LinkKey(.partInitialMonth, $0, month: month) } }
        if let product = profile.product, let month = profile.month {
            keys += name.tokenKeys.map { LinkKey(.partProductMonth, $0, product.hash, month: month) }
        }
        guard let brand = profile.brand else { return keys }
        keys += name.initialKeys.map { LinkKey(.partInitialBrand, $0, brand.sound) }
        for month in months {
            keys += name.initialsKeys.map { LinkKey(.initialsBrandMonth, $0, brand.sound, month: month) }
            keys += name.tokenKeys.map { LinkKey(.partBrandMonth, $0, brand.sound, month: month) }
        }
        return keys
    }

    /// Keys by which a comment looks for its case, apart from the numbers in its text.
    ///
    /// A hidden brand is one that may stand in the case table under a name that does not sound alike.
    static func nameKeys(of features: CommentFeatures, isBrandHidden: Bool) -> [LinkKey] {
        let name = features.name
        var keys = features.handles.map { LinkKey(.handle, $0) }
        for full in name.fullKeys + features.spokenFor.flatMap(\.fullKeys) {
            keys.append(LinkKey(.nameAlone, full))
            if let brand = features.brand { keys.append(LinkKey(.nameBrand, full, brand.sound)) }
            guard isBrandHidden || features.brand == nil else { continue }
            // A brand that is no help: the months around, and cases long past of a name that few bear.
            keys.append(LinkKey(.nameAny, full))
            if let month = features.month { keys.append(LinkKey(.nameMonth, full, month: month)) }
        }
        if isBrandHidden || features.brand == nil, let month = features.month {
            keys += name.initialKeys.map { LinkKey(.partInitialMonth, $0, month: month) }
            let months = features.product == nil ? [] : [month - 1, month, month + 1]
            for (month, product) in months.compactMap({ month in features.product.map { (month, $0.hash) } }) {
                keys += name.tokenKeys.map { LinkKey(.partProductMonth, $0, product, month: month) }
            }
        }
        guard let brand = features.brand else { return keys }
        keys += name.initialKeys.map { LinkKey(.partInitialBrand, $0, brand.sound) }
        guard let month = features.month else { return keys }
        // A case that breaks open again is some months old; the case's own keys reach one month to either side.
        let months = features.isReopening ? [month, month - 3] : [month]
        for month in months {
            keys += name.initialsKeys.map { LinkKey(.initialsBrandMonth, $0, brand.sound, month: month) }
            keys += name.tokenKeys.map { LinkKey(.partBrandMonth, $0, brand.sound, month: month) }
        }
        return keys
    }

    /// Keys of a number that stands in a text or in a field.
    static func keys(of mention: NumberMention, brand: BrandReference?) -> [LinkKey] {
        let form = mention.form
        if mention.extent == .tail {
            guard let tail = form.tail, let brand else { return [] }
            return [LinkKey(.numberTailBrand, tail, brand.sound)]
        }
        return [
            LinkKey(.caseNumber, form.whole), LinkKey(.caseNumberSegments, form.segments),
            LinkKey(.caseNumberDigits, form.whole),
            LinkKey(.orderNumber, form.whole), LinkKey(.orderNumberSegments, form.segments),
        ]
    }

    /// Keys that find numbers one slip away; asked only when the number itself is not known.
    static func slipKeys(of mention: NumberMention) -> [LinkKey] {
        guard mention.extent == .whole || mention.extent == .spaced else { return [] }
        return mention.form.slips.flatMap { [LinkKey(.caseNumberSlip, $0), LinkKey(.orderNumberSlip, $0)] }
    }

    /// Months since year 0 in UTC.
    static func month(of instant: Instant) -> Int {
        let civil = Day(number: Int(instant.milliseconds.dividedDown(by: 86_400_000))).civil
        return civil.year * 12 + civil.month - 1
    }
}

/// Ids of the keys of a number that stands in a comment.
package struct NumberKeys: Sendable {
    package let own: [UInt64]
    /// Those of numbers one slip away, which are asked for where no case has one of its own.
    package let slips: [UInt64]

    init(_ mention: NumberMention, brand: BrandReference?) {
        own = KeyMaker.keys(of: mention, brand: brand).map(\.token.id)
        slips = KeyMaker.slipKeys(of: mention).map(\.token.id)
    }
}
