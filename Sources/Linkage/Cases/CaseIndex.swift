internal import Feedback

/// All cases with everything the linker asks of them: comparable parts, keys and frequencies.
///
/// The same cases give the same index in whatever order they come; a case id that comes twice counts once. A class, for
/// whatever weighs a pair holds it.
package final class CaseIndex: Sendable {
    /// The cases by ascending id.
    let cases: PackedCases
    let features: [CaseFeatures]
    let handles: HandleTable
    let names: [PersonName]
    let products: [ProductName]
    let brands: BrandTable
    let keys: KeyIndex
    let frequencies: FrequencyTable
    /// Places of the cases that are stories which comments tell.
    private let stories: Range<Int>
    /// Step of the number of cases.
    let countStep: Int
    /// Step of the days from the first to the last opening of a case, at least 30.
    let spanDays: Int

    /// The index of all cases.
    ///
    /// `hotKey`: a key that more cases have finds nothing.
    package convenience init(
        cases unsorted: [LinkCase],
        names table: NameReadings,
        hotKey: Int = LinkModel.standard.hotKey
    ) {
        self.init(names: table, hotKey: hotKey) { add in Self.distinct(unsorted).forEach(add) }
    }

    /// Parts of an index that may lie outside memory.
    package static let storeCount = 3

    /// The index of all cases, without all of them in memory at any time.
    ///
    /// - Parameters:
    ///   - table: readings of Japanese names.
    ///   - hotKey: a key that more cases have finds nothing.
    ///   - store: makes a place outside memory for one of ``storeCount`` parts at each call.
    ///   - each: gives the cases, by ascending id and each once.
    package init(
        names table: NameReadings,
        hotKey: Int,
        store: () -> (any ByteStore)? = { nil },
        each: ((LinkCase) -> Void) throws -> Void
    ) rethrows {
        var builder = CaseIndexBuilder(names: table, store: store)
        try each { builder.add($0) }
        builder.lendHandles(limit: hotKey)
        keys = KeyIndex(builder.keys, store: store())
        frequencies = builder.frequencyTable
        (countStep, spanDays) = (builder.steps.cases, builder.steps.days)
        (cases, features, handles) = (builder.cases, builder.features, builder.handles)
        (names, products, brands, stories) = (builder.names, builder.products, builder.brands, builder.stories)
    }

    /// The index of some cases that answers for the comments whose cases they are as the index of all cases does.
    package init(_ excerpt: CaseExcerpt, names table: NameReadings) {
        var builder = CaseIndexBuilder(names: table, brands: BrandTable(holders: excerpt.brands))
        let (numbers, profiles) = excerpt.sorted()
        for profile in profiles { builder.add(profile) }
        keys = KeyIndex(excerpt.keys(of: numbers))
        frequencies = FrequencyTable(counts: excerpt.counts.merging(excerpt.brands.scriptCounts) { $1 })
        (countStep, spanDays) = (excerpt.steps.cases, excerpt.steps.days)
        (cases, features, handles) = (builder.cases, builder.features, builder.handles)
        (names, products, brands, stories) = (builder.names, builder.products, builder.brands, builder.stories)
    }

    /// What a case tells of its incident.
    package func incident(at place: Int) -> IncidentTokens { IncidentTokens(cases[place].linkCase) }

    /// Place of a case, or `nil` when there is no such case.
    ///
    /// Complexity: O(log n).
    package func position(ofCase caseID: String) -> Int? {
        position(ofCase: caseID, among: 0..<cases.count)
    }

    /// Place of the case that a comment opens by telling its story, if any.
    func position(ofStory commentKey: String) -> Int? {
        stories.isEmpty ? nil : position(ofCase: LinkCase.storyID(commentKey: commentKey), among: stories)
    }

    private func position(ofCase caseID: String, among places: Range<Int>) -> Int? {
        var (low, high) = (places.lowerBound, places.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(cases[middle].caseID, caseID) { low = middle + 1 } else { high = middle }
        }
        return places.contains(low) && cases[low].caseID == caseID ? low : nil
    }

    /// Calls the body with the ids of the keys in a range and the place of every case that has each, by key and then by
    /// place.
    package func forEachKey(in ids: Range<UInt64>, _ body: (UInt64, Int) throws -> Void) rethrows {
        try keys.forEach(in: ids, body)
    }

    /// Calls the body with the id of every counted value and the number of its cases, ascending.
    package func forEachCount(_ body: (UInt64, Int) throws -> Void) rethrows {
        let scripts = brands.holders.scriptCounts
        try frequencies.forEach { value, count in if scripts[value] == nil { try body(value, count) } }
    }

    /// The brands of the cases.
    package var caseBrands: CaseBrands { brands.holders }

    /// The handle that a case borrows, if any.
    package func lentHandle(at place: Int) -> UInt64? { handles[place].implied?.value }

    static func days(from first: Instant?, to last: Instant?) -> Int {
        guard let first, let last else { return 0 }
        return Int((last.milliseconds - first.milliseconds).dividedDown(by: 86_400_000))
    }

    private static func distinct(_ unsorted: [LinkCase]) -> [LinkCase] {
        let isAscending = zip(unsorted, unsorted.dropFirst()).allSatisfy { precedes($0.caseID, $1.caseID) }
        if isAscending { return unsorted }
        let sorted = unsorted.enumerated().sorted { left, right in
            left.element.caseID == right.element.caseID
                ? left.element.description < right.element.description
                : precedes(left.element.caseID, right.element.caseID)
        }
        var output: [LinkCase] = []
        output.reserveCapacity(sorted.count)
        for (_, linkCase) in sorted where output.last?.caseID != linkCase.caseID { output.append(linkCase) }
        return output
    }

    /// Byte order, which is the same on every machine.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

extension LinkCase {
    /// All fields in one line, to order two rows with one id.
    fileprivate var description: String {
        let texts = [number, orderNumber, brand, product, customer, customerHandle, subject].map { $0 ?? "" }
        let times = [openedAt, closedAt].map { $0.map { String($0.milliseconds) } ?? "" }
        return (texts + times).joined(separator: "\u{1F}")
    }
}
