import Hummingbird
import NIOCore
import Workspace

/// Gives pages and lists again that were asked for before, as long as nothing that they are made of has changed.
///
/// While a run works, which changes the content step by step, an answer may be up to ``patience`` old: otherwise
/// every reader would pay for every step of the night.
struct KeptAnswers: RouterMiddleware {
    /// How old an answer may be while a run works.
    static let patience = Duration.seconds(10)
    /// Bytes of an answer that is kept.
    private static let longest = 1 << 20

    private let stamps: StampReader
    private let shelf = AnswerShelf()
    private let now: @Sendable () -> ContinuousClock.Instant

    /// `now`: what the age of an answer is counted by.
    init(of workspace: WorkspaceFolder, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        stamps = StampReader(workspace)
        self.now = now
    }

    func handle(
        _ request: Request,
        context: DashboardContext,
        next: @concurrent (Request, DashboardContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get, let visitor = context.visitor, let stamp = stamps.stamp() else {
            return try await next(request, context)
        }
        let key = AnswerShelf.Key(
            uri: request.uri.description,
            visitor: visitor.id,
            isPacked: PackedAnswers.takesGzip(request.headers[.acceptEncoding])
        )
        if let kept = await shelf.take(key, isGood: { isGood($0, beside: stamp) }) { return kept.response }
        do {
            let response = try await next(request, context)
            let kept = try await Self.kept(response, stamp: stamp, made: now())
            await shelf.put(kept, at: key)
            return kept?.response ?? response
        } catch {
            await shelf.put(nil, at: key)
            throw error
        }
    }

    private func isGood(_ answer: KeptAnswer, beside stamp: AnswerStamp) -> Bool {
        if answer.stamp == stamp { return true }
        return answer.stamp.report == stamp.report && now() - answer.made < Self.patience && stamps.isRunning
    }

    /// An answer to keep; `nil` for one that is none or too long, which is then untouched.
    private static func kept(_ response: Response, stamp: AnswerStamp, made: ContinuousClock.Instant) async throws
        -> KeptAnswer?
    {
        guard response.status == .ok, let length = response.body.contentLength, length <= longest else { return nil }
        let bytes = try await response.body.collected()
        return KeptAnswer(headers: response.headers, bytes: bytes, stamp: stamp, made: made)
    }
}
