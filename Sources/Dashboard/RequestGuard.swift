import HTTPTypes
import Hummingbird

/// Turns away what the dashboard never answers: other methods, other host names, and addresses of absurd length.
///
/// A page of another site can make a browser call this machine under that site's name (DNS rebinding); it cannot make
/// it send a loopback name as the host.
struct RequestGuard<Context: RequestContext>: RouterMiddleware {
    private static var longestTarget: Int { 4_096 }

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority, Self.isLoopback(authority) else {
            throw HTTPError(.misdirectedRequest)
        }
        guard request.method == .get || request.method == .head else {
            throw HTTPError(.methodNotAllowed, headers: [.allow: "GET, HEAD"])
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
