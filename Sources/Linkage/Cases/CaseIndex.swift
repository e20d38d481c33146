internal import Feedback

/// All cases with everything the linker asks of them: comparable parts, keys and frequencies.
///
/// The same cases give the same index in whatever order they come; a case id that comes twice counts once. A class, for
/// whatever weighs a pair holds it.
package final class CaseIndex: Sendable {
    /// The cases by ascending id.
    package let cases: [LinkCase]
    let features: [CaseFeatures]
    let handles: [CaseHandles]
    let subjects: SubjectTable
    let names: [PersonName]
    let products: [ProductName]
    let brands: BrandTable
    let keys: KeyIndex
    /// Whether any case is a story that a comment tells.
    let hasStories: Bool
    let frequencies: FrequencyTable
    /// Step of the number of cases.
    let countStep: Int
    /// Step of the days from the first to the last opening of a case, at least 30.
    let spanDays: Int

    /// The index of all cases.
    ///
    /// `hotKey`: a key that more cases have finds nothing.
    package init(cases unsorted: [LinkCase], names table: NameReadings, hotKey: Int = LinkModel.standard.hotKey) {
        var builder = CaseIndexBuilder(names: table)
        cases = Self.distinct(unsorted)
        hasStories = Self.hasStory(cases)
        features = cases.map { builder.features(of: $0) }
        builder.lendHandles(features, limit: hotKey)
        handles = builder.handles
        subjects = builder.subjects
        names = builder.names
        products = builder.products
        brands = builder.brands
        (keys, frequencies) = builder.tables(cases, features)
        let days = cases.lazy.compactMap { $0.openedAt }
        let steps = CaseTableSteps(cases: cases.count, first: days.min(), last: days.max())
        (countStep, spanDays) = (steps.cases, steps.days)
    }

    /// The index of some cases that answers for the comments whose cases they are as the index of all cases does.
    package init(_ excerpt: CaseExcerpt, names table: NameReadings) {
        var builder = CaseIndexBuilder(names: table, brands: BrandTable(holders: excerpt.brands))
        let (numbers, profiles) = excerpt.sorted()
        cases = profiles.map(\.linkCase)
        hasStories = Self.hasStory(cases)
        features = profiles.map { builder.features(of: $0) }
        handles = builder.handles
        subjects = builder.subjects
        names = builder.names
        products = builder.products
        brands = builder.brands
        keys = KeyIndex(excerpt.keys(of: numbers))
        frequencies = FrequencyTable(counts: excerpt.counts.merging(excerpt.brands.scriptCounts) { $1 })
        (countStep, spanDays) = (excerpt.steps.cases, excerpt.steps.days)
    }

    /// Place of a case, or `nil` when there is no such case.
    ///
    /// Complexity: O(log n).
    package func position(ofCase caseID: String) -> Int? {
        var low = 0
        var high = cases.count
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(cases[middle].caseID, caseID) { low = middle + 1 } else { high = middle }
        }
        return low < cases.count && cases[low].caseID == caseID ? low : nil
    }

    /// Place of the case that a comment opens by telling its story, if any.
    func position(ofStory commentKey: String) -> Int? {
        hasStories ? position(ofCase: LinkCase.storyID(commentKey: commentKey)) : nil
    }

    private static func hasStory(_ cases: [LinkCase]) -> Bool {
        cases.contains { $0.caseID.hasPrefix(LinkCase.storyPrefix) }
    }

    /// Calls the body with the keys' ids of one of several parts and the place of every case that has each, by key and
    /// then by place; keys of later parts are greater.
    package func forEachKey(part: Int, of parts: Int, _ body: (UInt64, Int) throws -> Void) rethrows {
        try keys.forEach(part: part, of: parts, body)
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
