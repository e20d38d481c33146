import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// Makes sure that what changes something was asked for by a page of this server, or by a program that is no browser.
///
/// A form carries a token that no other site can read; the browser's own word of where a request comes from must agree;
/// and other bodies must be of a kind that no form of another site can send.
struct FormGuard: RouterMiddleware {
    let seal: FormSeal

    func handle(
        _ request: Request,
        context: DashboardContext,
        next: @concurrent (Request, DashboardContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .post else { return try await next(request, context) }
        guard Self.isOwn(request) else { throw HTTPError(.forbidden) }
        let kinds = request.uri.path.hasPrefix(IngestRoutes.prefix) ? IngestRoutes.kinds : [FormBody.kind]
        guard kinds.contains(IngestRoutes.kind(of: request)) else { throw HTTPError(.unsupportedMediaType) }
        return try await next(request, context)
    }

    /// Whether a browser says nothing of another site.
    private static func isOwn(_ request: Request) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }),
            site != "same-origin", site != "none"
        {
            return false
        }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority, let scheme = origin.range(of: "://") else { return false }
        return origin[scheme.upperBound...].lowercased() == host.lowercased()
    }
}

/// Makes and knows the tokens of forms: a keyed hash of who looks, under a key that lives as long as the process.
///
/// Every page has another token, for the length of a packed page tells of what repeats in it (https://breachattack.com).
struct FormSeal: Sendable {
    private static let salt = SymmetricKeySize.bits128

    private let key = SymmetricKey(size: .bits256)

    /// A token for the forms of a visitor.
    func token(for visitor: Visitor) -> String {
        let salt = SymmetricKey(size: Self.salt).withUnsafeBytes { Data($0) }
        let code = HMAC<SHA256>.authenticationCode(for: salt + Data(visitor.id.utf8), using: key)
        return (salt + Data(code)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }

    /// Whether a form is of a page that the visitor got.
    func isGood(_ token: String?, for visitor: Visitor) -> Bool {
        let text = (token ?? "").replacing("-", with: "+").replacing("_", with: "/")
        guard let bytes = Data(base64Encoded: text) else { return false }
        let salt = bytes.prefix(Self.salt.bitCount / 8)
        return HMAC<SHA256>.isValidAuthenticationCode(
            bytes.dropFirst(salt.count),
            authenticating: salt + Data(visitor.id.utf8),
            using: key
        )
    }
}
