import Foundation
import HTTPTypes
import Hummingbird
import Workspace

/// Lets in who may come in, and says who it is.
///
/// A token comes as `Authorization: Bearer TOKEN`, or as the password of the browser's own form. Where the server listens
/// to this machine alone, its user needs none.
struct DoorKeeper: RouterMiddleware {
    /// Requests that a token may make at once, and in a second over time.
    private static let burst = 300.0
    private static let perSecond = 10.0
    /// Wrong tokens that an address may try at once, and in a second over time.
    private static let failures = 10.0
    private static let failuresPerSecond = 1.0 / 6
    /// What every token may read.
    private static let open: Set<String> = ["/api/health", "/openapi.json"]

    private let tokens: AccessTokens
    private let demandsTokens: Bool
    private let requests: RateLimiter
    private let wrongTokens: RateLimiter

    /// `now`: what requests a second are counted by.
    init(tokens: AccessTokens, demandsTokens: Bool, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.tokens = tokens
        self.demandsTokens = demandsTokens
        requests = RateLimiter(burst: Self.burst, perSecond: Self.perSecond, now: now)
        wrongTokens = RateLimiter(burst: Self.failures, perSecond: Self.failuresPerSecond, now: now)
    }

    func handle(
        _ request: Request,
        context: DashboardContext,
        next: @concurrent (Request, DashboardContext) async throws -> Response
    ) async throws -> Response {
        let visitor = try visitor(of: request, from: context.remoteAddress)
        if visitor.role != nil {
            guard requests.allows(visitor.id) else { throw Self.tooMany }
        }
        guard Self.isAllowed(visitor, request) else { throw HTTPError(.forbidden) }
        var context = context
        context.visitor = visitor
        return try await next(request, context)
    }

    private func visitor(of request: Request, from address: String) throws -> Visitor {
        guard let header = request.headers[.authorization] else {
            if demandsTokens { throw Self.unknown }
            return .local
        }
        guard wrongTokens.wouldAllow(address) else { throw Self.tooMany }
        guard let secret = Self.secret(in: header), let token = try tokens.token(withSecret: secret) else {
            _ = wrongTokens.allows(address)
            throw Self.unknown
        }
        return Visitor(id: token.id, name: token.name, role: token.role)
    }

    /// The token of a header of either kind.
    private static func secret(in header: String) -> String? {
        let parts = header.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0].lowercased() {
        case "bearer": return parts[1]
        case "basic":
            guard let data = Data(base64Encoded: parts[1]) else { return nil }
            return String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1).last.map(String.init)
        default: return nil
        }
    }

    private static func isAllowed(_ visitor: Visitor, _ request: Request) -> Bool {
        if open.contains(request.uri.path) { return true }
        if request.method != .post { return visitor.mayLook }
        return request.uri.path.hasPrefix(IngestRoutes.prefix) ? visitor.maySend : visitor.mayDecide
    }

    private static var unknown: HTTPError {
        HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Basic realm=\"koe\", charset=\"UTF-8\""])
    }

    private static var tooMany: HTTPError { HTTPError(.tooManyRequests, headers: [.retryAfter: "60"]) }
}
