import Foundation
import Hummingbird

/// The arguments after the `?`, as HTML forms send them.
struct QueryArguments: Sendable {
    private let values: [String: String]

    /// - Throws: `HTTPError` with 400 when a value is no percent-encoded UTF-8.
    init(_ request: Request) throws {
        var values: [String: String] = [:]
        for pair in (request.uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let plain = (parts.count > 1 ? parts[1] : "").replacing("+", with: " ")
            guard let value = String(plain).removingPercentEncoding else {
                throw HTTPError(.badRequest, message: "an argument is no percent-encoded UTF-8")
            }
            values[String(parts[0])] = value
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
