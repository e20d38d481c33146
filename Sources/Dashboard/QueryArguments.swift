import Foundation
import Hummingbird

/// The arguments after the `?`, or of a form, as HTML forms send them.
struct QueryArguments: Sendable {
    private let values: [String: String]

    /// - Throws: `HTTPError` with 400 when a value is no percent-encoded UTF-8.
    init(_ request: Request) throws {
        try self.init(request.uri.query ?? "")
    }

    /// - Throws: `HTTPError` with 400 when a value is no percent-encoded UTF-8 or holds a NUL, or a name stands twice.
    init(_ text: String) throws {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let plain = (parts.count > 1 ? parts[1] : "").replacing("+", with: " ")
            guard let value = String(plain).removingPercentEncoding, !value.utf8.contains(0) else {
                throw HTTPError(.badRequest, message: "an argument is no percent-encoded UTF-8, or holds a NUL")
            }
            guard values.updateValue(value, forKey: String(parts[0])) == nil else {
                throw HTTPError(.badRequest, message: "an argument is given twice")
            }
        }
        self.values = values
    }

    /// The value of an argument; `nil` when it is missing or empty.
    subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
}

extension Request {
    /// What stands behind a prefix of the path, decoded.
    ///
    /// - Throws: `HTTPError` with 404 when nothing does, or it is no percent-encoded UTF-8.
    func pathRest(after prefix: String) throws -> String {
        guard uri.path.hasPrefix(prefix), let rest = String(uri.path.dropFirst(prefix.count)).removingPercentEncoding,
            !rest.isEmpty, !rest.utf8.contains(0)
        else { throw HTTPError(.notFound) }
        return rest
    }
}

/// One segment of a path in a header.
enum PagePath {
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "!"..."~")))
            ?? ""
    }
}
