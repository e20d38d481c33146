import Answers
import HTTPTypes
import Hummingbird
import Nightly
import Workspace

/// Takes comments in over the network.
struct IngestRoutes: Sendable {
    static let prefix = "/v1/"
    private static let array = "application/json"
    private static let lines = ["application/x-ndjson", "application/ndjson", "application/jsonl"]
    /// Kinds of body that are taken.
    static let kinds: Set<String> = Set(lines + [array])
    /// Bytes of one body.
    private static let longestBody = 8 << 20
    /// The source of comments whose sender names none.
    private static let usualSource = "api"
    private static let longestSource = 64

    let desk: WritingDesk
    /// One body at a time: they would wait for the lock of the workspace anyway.
    let turn = Turn()

    func add(to router: Router<DashboardContext>) {
        router.post("v1/comments") { request, _ in try await comments(request) }
    }

    /// What a request says its body is, without parameters; empty when it does not say so.
    static func kind(of request: Request) -> String {
        request.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
    }

    private func comments(_ request: Request) async throws -> Response {
        let source = try QueryArguments(request)["source"] ?? Self.usualSource
        let isName =
            source.unicodeScalars.count <= Self.longestSource
            && source.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0))
            }
        guard isName else {
            throw HTTPError(
                .badRequest,
                message: "source must be letters A to Z, digits, . _ -, at most \(Self.longestSource)"
            )
        }
        let body = try await request.body.collect(upTo: Self.longestBody)
        let bytes = Array(body.readableBytesView)
        guard bytes.contains(where: { $0 > 0x20 }) else { throw HTTPError(.badRequest, message: "the body is empty") }
        let first = bytes.first { $0 > 0x20 }
        let isArray = first == UInt8(ascii: "[")
        guard isArray || first == UInt8(ascii: "{") || Self.kind(of: request) != Self.array else {
            throw HTTPError(.badRequest, message: "the body is no JSON array of comments, and no comment")
        }
        let file = try await turn.take {
            let lock = try WorkspaceLock(desk.context.workspace, command: WorkspaceLock.dashboard)
            defer { withExtendedLifetime(lock) {} }
            return try await PostedComments.store(
                bytes,
                isArray: isArray,
                source: source,
                in: desk.context.writing(at: desk.clock()),
                clock: desk.clock
            )
        }
        let text = try ResultJSON.text(of: file)
        return Reply(kind: .json, bytes: Array((text + "\n").utf8)).response(status: .accepted)
    }
}

/// Lets one at a time do something; the others wait in the order they came.
actor Turn {
    private static let longestQueue = 16

    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Throws: `HTTPError` with 503 when too many wait; what the body throws.
    func take<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        guard waiting.count < Self.longestQueue else { throw HTTPError(.serviceUnavailable) }
        if isTaken { await withCheckedContinuation { waiting.append($0) } }
        isTaken = true
        defer {
            isTaken = false
            if !waiting.isEmpty {
                isTaken = true
                waiting.removeFirst().resume()
            }
        }
        return try await body()
    }
}
