internal import Feedback

/// All cases with everything the linker asks of them: comparable parts, keys and frequencies.
///
/// The same cases give the same index in whatever order they come; a case id that comes twice counts once.
package struct CaseIndex: Sendable {
    /// The cases by ascending id.
    package let cases: [LinkCase]
    let features: [CaseFeatures]
    let names: [PersonName]
    let products: [ProductName]
    let brands: BrandTable
    let keys: KeyIndex
    let frequencies: FrequencyTable
    let subjectFrequencies: FrequencyTable
    /// Days from the first to the last opening of a case, at least 30.
    let spanDays: Int
    private let productIDs: [StableHash: Int]

    package init(cases unsorted: [LinkCase], names table: NameReadings) {
        var builder = CaseIndexBuilder(names: table)
        cases = Self.distinct(unsorted)
        let plain = cases.map { builder.features(of: $0) }
        features = builder.implyingHandles(plain)
        subjectFrequencies = CaseIndexBuilder.subjectFrequencies(cases)
        names = builder.names
        products = builder.products
        brands = builder.brands
        productIDs = builder.productIDs
        (keys, frequencies) = builder.tables(cases, features)
        let days = cases.lazy.compactMap { $0.openedAt }
        spanDays = max(30, Self.days(from: days.min(), to: days.max()))
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

    /// Whether a product is one of the case table's.
    func knowsProduct(_ product: ProductName) -> Bool { productIDs[product.hash] != nil }

    static func days(from first: Instant?, to last: Instant?) -> Int {
        guard let first, let last else { return 0 }
        return Int((last.milliseconds - first.milliseconds).dividedDown(by: 86_400_000))
    }

    private static func distinct(_ unsorted: [LinkCase]) -> [LinkCase] {
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
    private static func precedes(_ left: String, _ right: String) -> Bool {
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
