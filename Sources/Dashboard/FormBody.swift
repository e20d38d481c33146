import Foundation
import HTTPTypes
import Hummingbird

/// What was typed into a form.
struct FormBody: Sendable {
    static let kind = "application/x-www-form-urlencoded"
    /// Bytes of a form that are read.
    private static let longest = 64 << 10

    private let arguments: QueryArguments

    /// - Throws: `HTTPError` with 413 for a form that is too long, 400 for one that is no percent-encoded UTF-8, and 403
    ///   for one that is not of this server's own pages.
    init(_ request: Request, of context: DashboardContext, seal: FormSeal) async throws {
        let bytes = try await request.body.collect(upTo: Self.longest)
        arguments = try QueryArguments(String(buffer: bytes))
        guard let visitor = context.visitor, seal.isGood(arguments["form"], for: visitor) else {
            throw HTTPError(.forbidden)
        }
    }

    /// The value of a field without white space around it; `nil` when it is missing or empty.
    subscript(name: String) -> String? {
        let text = arguments[name]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return text.isEmpty ? nil : text
    }
}
