import Feedback
import Workspace

/// Two sides to compare as they stand in an address.
///
/// Arguments: `brand`, `from` and `to` (months) of the first side; `brand2`, `from2` and `to2` of the second; `channel`
/// and `product` of both. What is missing is the latest twelve months of the first brand against the twelve before, or against the same
/// months of another brand.
package struct ComparisonQuestion: Sendable {
    /// Names of the arguments, in the order of addresses.
    package static let names = ["brand", "from", "to", "brand2", "from2", "to2", "channel", "product"]

    /// One side, as much of it as is said.
    struct Side: Sendable {
        var brand: String?
        let from: Period?
        let to: Period?
    }

    private(set) var first: Side
    private(set) var second: Side
    /// `nil` for all channels together.
    let channel: String?
    /// `nil` for all products together.
    let product: String?
    /// The arguments that say something, in the order of ``names``.
    package let arguments: [(name: String, value: String)]

    /// `value`: of an argument; `nil` when it is missing or empty.
    /// - Throws: ``WorkspaceError`` `usage` for a value that is no month, or months in the wrong order.
    package init(_ value: (String) -> String?) throws {
        arguments = Self.names.compactMap { name in value(name).map { (name, $0) } }
        try CommentQuestion.demandBounds(of: arguments)
        first = try Self.side("", value)
        second = try Self.side("2", value)
        channel = value("channel")
        product = value("product")
    }

    /// The same of brands by their names in the data.
    ///
    /// `name`: that of a brand that is asked for by any of its names.
    func naming(_ name: (String) throws -> String) rethrows -> ComparisonQuestion {
        var question = self
        question.first.brand = try first.brand.map(name)
        question.second.brand = try second.brand.map(name)
        return question
    }

    private static func side(_ suffix: String, _ value: (String) -> String?) throws -> Side {
        let side = Side(
            brand: value("brand" + suffix),
            from: try month("from" + suffix, value),
            to: try month("to" + suffix, value)
        )
        if let from = side.from, let to = side.to, from > to {
            throw WorkspaceError(.usage, "from\(suffix) must not be later than to\(suffix)")
        }
        return side
    }

    private static func month(_ name: String, _ value: (String) -> String?) throws -> Period? {
        guard let text = value(name) else { return nil }
        guard text.utf8.count == 7, let month = Period(.month, named: text), month.description == text else {
            throw WorkspaceError(.usage, "\(name) must be a month such as 2014-03")
        }
        return month
    }
}
