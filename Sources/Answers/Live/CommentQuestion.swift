package import Feedback
import Reports
package import Store
import Workspace

/// A filter of a list of comments as it stands in an address.
///
/// Arguments: `q` words; `from` and `to` local days; `brand` (`-` for none); `channel`; `product` (`-` for none); `version`;
/// `rating` stars of five, one number
/// or two with `-` between; `facet` with `tone` (praise, blame, named); `signal`; `language` (ja, en, und); `link` (linked,
/// unlinked); `case` an id; `measure` (voices, support, brand, facet.NAME) and `months`, one or two with `..` between, for
/// the voices behind a number of a report; `page` from 1.
package struct CommentQuestion: Sendable {
    /// Names of the arguments, in the order of addresses.
    package static let names = [
        "q", "from", "to", "brand", "channel", "product", "version", "rating", "facet", "tone", "signal", "language",
        "link", "case", "measure", "months",
    ]
    /// How an address asks for comments that name no brand, or no product.
    static let noName = "-"
    /// Pages beyond this one are for a narrower filter.
    private static let lastPage = 10_000
    /// Characters of a value.
    private static let longestValue = 300

    package let filter: CommentFilter
    /// The arguments that say something, in the order of ``names``.
    package let arguments: [(name: String, value: String)]
    /// From 1.
    package let page: Int

    /// - Parameters:
    ///   - zone: Where days begin.
    ///   - value: The value of an argument; `nil` when it is missing or empty.
    /// - Throws: ``WorkspaceError`` `usage` for a value that says nothing.
    package init(zone: Zone, _ value: @escaping (String) -> String?) throws {
        let reader = ArgumentReader(zone: zone, value: value)
        arguments = Self.names.compactMap { name in value(name).map { (name, $0) } }
        try Self.demandBounds(of: arguments)
        page = try reader.number("page", in: 1...Self.lastPage) ?? 1
        var filter = CommentFilter()
        filter.words = try CommentSearch.Question(query: value("q") ?? "", brand: nil, limit: 1)?.words ?? []
        filter.from = try reader.day("from").map { zone.instant(day: $0, secondOfDay: 0) }
        filter.until = try reader.day("to").map { zone.instant(day: Day(number: $0.number + 1), secondOfDay: 0) }
        filter.brand = value("brand").map { $0 == Self.noName ? "" : $0 }
        filter.channel = value("channel")
        filter.product = value("product").map { $0 == Self.noName ? "" : $0 }
        filter.version = value("version")
        filter.stars = try reader.stars("rating")
        filter.facet = try reader.choice("facet", Facet.allCases)
        filter.tone = try reader.choice("tone", CommentFilter.Tone.allCases) ?? .any
        filter.signal = try reader.choice("signal", LoyaltySignal.allCases)
        filter.language = try reader.choice("language", [Language.japanese, .english, .unknown])
        filter.linking = try reader.choice("link", CommentFilter.Linking.allCases)
        filter.caseID = value("case")
        filter.measure = try reader.measure("measure")
        (filter.firstMonth, filter.lastMonth) = try reader.months("months")
        self.filter = filter
    }

    /// - Throws: ``WorkspaceError`` `usage` for a value that is longer than any name.
    package static func demandBounds(of arguments: [(name: String, value: String)]) throws {
        if let long = arguments.first(where: { $0.value.unicodeScalars.count > longestValue }) {
            throw WorkspaceError(.usage, "\(long.name) is longer than \(longestValue) characters")
        }
    }

    /// The address of the list, on its first page.
    var address: LiveAddress { .comments(arguments.map { LiveAddress.Argument($0.name, $0.value) }) }
}

/// Reads values of arguments, or says what they can be.
private struct ArgumentReader {
    let zone: Zone
    let value: (String) -> String?

    func choice<Value: RawRepresentable<String>>(_ name: String, _ all: [Value]) throws -> Value? {
        guard let text = value(name) else { return nil }
        guard let found = all.first(where: { $0.rawValue == text }) else {
            throw WorkspaceError(.usage, "\(name) must be one of \(all.map(\.rawValue).joined(separator: ", "))")
        }
        return found
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw WorkspaceError(.usage, "\(name) must be \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func day(_ name: String) throws -> Day? {
        guard let text = value(name) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            let found = Day(year: year, month: month, day: day)
        else { throw WorkspaceError(.usage, "\(name) must be a day such as 2014-03-31") }
        return found
    }

    /// `4` stands for everything that rounds down to four stars, `4-5` for four to five.
    func stars(_ name: String) throws -> ClosedRange<Int>? {
        guard let text = value(name) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap(\.self)
        guard numbers.count == parts.count, let low = numbers.first, let high = numbers.last, numbers.count <= 2,
            (1...5).contains(low), (low...5).contains(high)
        else { throw WorkspaceError(.usage, "\(name) must be stars such as 2, or 1-2") }
        return 1_000 * low...1_000 * high + (high < 5 ? 999 : 0)
    }

    func measure(_ name: String) throws -> ListedMeasure? {
        guard let text = value(name) else { return nil }
        guard let measure = ListedMeasure(name: text) else {
            throw WorkspaceError(.usage, "\(name) must be voices, support, brand or facet.NAME")
        }
        return measure
    }

    func months(_ name: String) throws -> (String?, String?) {
        guard let text = value(name) else { return (nil, nil) }
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(ends.count), let first = ends.first, let last = ends.last,
            ends.allSatisfy({ $0.utf8.count == 7 && Period(.month, named: $0)?.description == $0 })
        else { throw WorkspaceError(.usage, "\(name) must be a month such as 2014-03, or 2014-03..2014-12") }
        return (first, last)
    }
}
