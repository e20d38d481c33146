import HTTPTypes
import Hummingbird
import NIOCore

/// Sends texts packed by gzip to whoever takes them so.
struct PackedAnswers: RouterMiddleware {
    /// Answers of fewer bytes would hardly become smaller.
    private static let fewestBytes = 1_024
    private static let packed = "gzip"

    func handle(
        _ request: Request,
        context: DashboardContext,
        next: @concurrent (Request, DashboardContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard response.headers[.contentEncoding] == nil, Self.isText(response.headers[.contentType]),
            Self.isLong(response)
        else { return response }
        response.headers[.vary] = "Accept-Encoding"
        // The answer to HEAD speaks of the text as it is.
        guard request.method != .head, Self.takesGzip(request.headers[.acceptEncoding]) else { return response }
        response.headers[.contentEncoding] = Self.packed
        // Of what is packed while it is sent, the length is known at the end.
        response.headers[.contentLength] = nil
        let body = response.body
        if body.contentLength != nil {
            let stream = try GzipStream()
            let bytes = stream.pack(Array(try await body.collected().readableBytesView))
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes + stream.finish()))
            response.headers[.contentLength] = String(response.body.contentLength ?? 0)
        } else {
            response.body = ResponseBody { writer in try await body.write(GzipWriter(into: writer)) }
        }
        return response
    }

    /// Whether packing makes it smaller; pictures are packed already.
    private static func isText(_ kind: String?) -> Bool {
        guard let kind else { return false }
        return kind.hasPrefix("text/") || kind.hasPrefix("application/") || kind.hasPrefix("image/svg")
    }

    /// By its header, since the answer to HEAD has no body; what says nothing of its length is long.
    private static func isLong(_ response: Response) -> Bool {
        guard let length = response.headers[.contentLength].flatMap({ Int($0) }) else { return true }
        return length >= fewestBytes
    }

    /// Whether the header names gzip, or everything, with a weight above 0 (RFC 9110, section 12.5.3).
    static func takesGzip(_ header: String?) -> Bool {
        let weights = (header ?? "").lowercased().split(separator: ",").map { part in
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return (name: pieces.first ?? "", weight: weight ?? 1)
        }
        let own = weights.first { $0.name == packed } ?? weights.first { $0.name == "*" }
        return (own?.weight ?? 0) > 0
    }
}

/// Packs what is written, and writes it on.
private struct GzipWriter: ResponseBodyWriter {
    private var next: any ResponseBodyWriter
    private let stream: GzipStream

    init(into next: any ResponseBodyWriter) throws {
        self.next = next
        stream = try GzipStream()
    }

    @concurrent mutating func write(_ buffer: ByteBuffer) async throws {
        let packed = stream.pack(Array(buffer.readableBytesView))
        if !packed.isEmpty { try await next.write(ByteBuffer(bytes: packed)) }
    }

    @concurrent consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        var last = next
        try await last.write(ByteBuffer(bytes: stream.finish()))
        try await last.finish(trailingHeaders)
    }
}
