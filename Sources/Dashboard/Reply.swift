import Hummingbird

/// What goes back to the reader.
struct Reply: Hashable, Sendable {
    enum Kind: String, Sendable {
        case html = "text/html; charset=utf-8"
        case json = "application/json; charset=utf-8"
        case lines = "application/x-ndjson; charset=utf-8"
        case csv = "text/csv; charset=utf-8"
        case text = "text/plain; charset=utf-8"
        case metrics = "text/plain; version=0.0.4; charset=utf-8"
        case markdown = "text/markdown; charset=utf-8"
        case svg = "image/svg+xml"
        case png = "image/png"
    }

    var kind: Kind
    var bytes: [UInt8]
    /// Content security policy; `nil` allows nothing.
    var policy: String?

    func response(status: HTTPResponse.Status = .ok) -> Response {
        var headers: HTTPFields = [.contentType: kind.rawValue]
        if let policy { headers[.contentSecurityPolicy] = policy }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
