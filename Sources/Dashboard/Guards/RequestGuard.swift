import HTTPTypes
import Hummingbird

/// Turns away what the dashboard never answers: other methods, other host names, and addresses of absurd length.
///
/// A page of another site can make a browser call this machine under that site's name (DNS rebinding); it cannot make
/// it send a loopback name as the host. A server for other machines has names that nobody knows here; it demands tokens,
/// which a browser never sends to another site's name.
struct RequestGuard: RouterMiddleware {
    static let methods = "GET, HEAD, POST"
    private static let longestTarget = 4_096

    /// Whether only names of this machine are answered.
    let isForThisMachine: Bool

    func handle(
        _ request: Request,
        context: DashboardContext,
        next: @concurrent (Request, DashboardContext) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority, !authority.isEmpty,
            !isForThisMachine || Self.isLoopback(authority)
        else { throw HTTPError(.misdirectedRequest) }
        guard [.get, .head, .post].contains(request.method) else {
            throw HTTPError(.methodNotAllowed, headers: [.allow: Self.methods])
        }
        guard (request.head.path ?? "").utf8.count <= Self.longestTarget else { throw HTTPError(.uriTooLong) }
        return try await next(request, context)
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
