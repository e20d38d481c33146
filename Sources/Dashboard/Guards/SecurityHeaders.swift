import HTTPTypes
import Hummingbird

/// Tells browsers to keep every answer to themselves: no sniffing, no referrer for others, no framing, no cache.
///
/// Without any referrer a browser sends forms with `Origin: null` (https://fetch.spec.whatwg.org/#append-a-request-origin-header),
/// which no ``FormGuard`` could tell from another site's.
struct SecurityHeaders: RouterMiddleware {
    func handle(
        _ request: Request,
        context: DashboardContext,
        next: @concurrent (Request, DashboardContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.headers { response.headers[name] = value }
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
        return response
    }

    private static var headers: [(HTTPField.Name, String)] {
        var headers: [(HTTPField.Name, String)] = [(.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store")]
        let others = [
            ("Referrer-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ]
        for (name, value) in others {
            if let name = HTTPField.Name(name) { headers.append((name, value)) }
        }
        return headers
    }
}
