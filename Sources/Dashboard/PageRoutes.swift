import Answers
import HTTPTypes
import Hummingbird
import Workspace

/// The pages over the live database.
struct PageRoutes: Sendable {
    private static let commentPath = "/comment/"

    let context: WorkspaceContext
    let pages: LivePages
    let work: BlockingWork

    func add(to router: Router<BasicRequestContext>) {
        router.get("search") { request, _ in try await search(request) }
        router.get("comments") { request, _ in try await comments(request) }
        router.get("comments.csv") { request, _ in try await table(request) }
        router.get("comment/**") { request, _ in try await comment(request) }
    }

    private func search(_ request: Request) async throws -> Response {
        let arguments = try QueryArguments(request)
        let (query, brand) = (arguments["q"] ?? "", arguments["brand"])
        let asked = [("q", query), ("brand", brand ?? "")].filter { !$0.1.isEmpty }
        let visit = try LiveVisit(path: "/search", language: arguments["lang"], arguments: asked)
        return try await page { try pages.search(query, brand: brand, visit: visit) }
    }

    private func comments(_ request: Request) async throws -> Response {
        let arguments = try QueryArguments(request)
        let question = try CommentQuestion(zone: context.settings.zone) { arguments[$0] }
        let page = question.page == 1 ? [] : [(name: "page", value: String(question.page))]
        let visit = try LiveVisit(path: "/comments", language: arguments["lang"], arguments: question.arguments + page)
        return try await self.page { try pages.comments(question, visit: visit) }
    }

    /// The whole list as a file, made while it is sent.
    private func table(_ request: Request) async throws -> Response {
        let arguments = try QueryArguments(request)
        let question = try CommentQuestion(zone: context.settings.zone) { arguments[$0] }
        let file = try await work.run { try CommentTableFile(question, in: context) }
        var headers: HTTPFields = [.contentType: Reply.Kind.csv.rawValue]
        headers[.contentDisposition] = "attachment; filename=\"comments.csv\""
        let body = ResponseBody { writer in
            for piece in 0..<file.pieces {
                try await writer.write(ByteBuffer(bytes: work.run { try file.piece(piece) }))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private func comment(_ request: Request) async throws -> Response {
        let id = try request.pathRest(after: Self.commentPath)
        let visit = try LiveVisit(path: request.uri.path, language: try QueryArguments(request)["lang"])
        return try await page { try pages.comment(id, visit: visit) }
    }

    private func page(_ body: @escaping @Sendable () throws -> [UInt8]) async throws -> Response {
        Reply(kind: .html, bytes: try await work.run(body), policy: pages.policy).response()
    }
}
