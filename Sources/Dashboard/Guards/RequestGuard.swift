import HTTPTypes
import Hummingbird
import Reports

/// Turns away what the dashboard never answers: other methods, other host names, and addresses of absurd length.
///
/// A page of another site can make a browser call this machine under that site's name (DNS rebinding); it cannot make
/// it send a loopback name as the host. A server for other machines has names that nobody knows here; it demands tokens,
/// which a browser never sends to another site's name.
struct RequestGuard: RouterMiddleware {
    /// Bytes of an address: a filter with every argument as long as it may be, percent-encoded.
    private static let longestTarget = 16_384
    /// Paths, or beginnings of paths, to which something is sent and from which nothing is read.
    private static let sending = [
        WorkRoutes.flagPath, WorkRoutes.scorePath, LiveWordTrial.stopPath, ReviewRoutes.workPath, IngestRoutes.prefix,
    ]

    /// A second host stands here; the first is the authority.
    private static let host = HTTPField.Name("Host")

    /// Whether only names of this machine are answered.
    let isForThisMachine: Bool

    func handle(
        _ request: Request,
        context: DashboardContext,
        next: @concurrent (Request, DashboardContext) async throws -> Response
    ) async throws -> Response {
        // Who names two hosts, or no path, is no browser.
        guard Self.host.map({ request.headers[values: $0].isEmpty }) ?? true, request.head.path?.hasPrefix("/") == true
        else {
            throw HTTPError(.badRequest)
        }
        guard let authority = request.head.authority, !authority.isEmpty,
            !isForThisMachine || Self.isLoopback(authority)
        else { throw HTTPError(.misdirectedRequest) }
        let methods = Self.methods(of: request.uri.path)
        guard methods.contains(request.method) else {
            let allowed = methods.map(\.rawValue).joined(separator: ", ")
            throw HTTPError(.methodNotAllowed, headers: [.allow: allowed])
        }
        guard (request.head.path ?? "").utf8.count <= Self.longestTarget else { throw HTTPError(.uriTooLong) }
        return try await next(request, context)
    }

    private static func methods(of path: String) -> [HTTPRequest.Method] {
        if sending.contains(where: path.hasPrefix) { return [.post] }
        return [WorkRoutes.trialPath, LiveWordTrial.path].contains(path) ? [.get, .head, .post] : [.get, .head]
    }

    /// Whether a host with or without a port is one of the names of this machine.
    ///
    /// Any port will do: a tunnel may carry the dashboard to another.
    private static func isLoopback(_ authority: String) -> Bool {
        ListenAddress.loopbackNames.contains { name in
            let host = name.contains(":") ? "[\(name)]" : name
            guard authority.lowercased().hasPrefix(host) else { return false }
            let rest = authority.dropFirst(host.count)
            return rest.isEmpty || rest.first == ":" && Int(rest.dropFirst()) != nil
        }
    }
}
