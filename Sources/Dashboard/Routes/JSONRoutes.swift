import Answers
import HTTPTypes
import Hummingbird
import Workspace

/// The JSON interface: what the commands print with `--json`, with personal data hidden.
struct JSONRoutes: Sendable {
    private static let hits = 20
    private static let mostHits = 200
    /// Voices that an answer may hold; more are for `koe why measure`.
    private static let mostVoices = 2_000
    private static let commentPath = "/api/comment/"
    private static let measurePath = "/api/measures/"
    private static let flagPath = "/api/flags/"

    let context: WorkspaceContext
    let work: BlockingWork

    func add(to router: some RouterMethods<DashboardContext>) {
        let api = router.group("api")
        api.get("search") { request, _ in try await search(request) }
        api.get("comments") { request, _ in try await comments(request) }
        api.get("comment/**") { request, _ in try await comment(request) }
        api.get("measures") { request, _ in try await cells(request) }
        api.get("measures/**") { request, _ in try await measure(request) }
        api.get("flags") { _, _ in try await json { try FlagList(in: context) } }
        api.get("flags/**") { request, _ in try await flag(request) }
    }

    private func search(_ request: Request) async throws -> Response {
        let arguments = try QueryArguments(request)
        let limit = arguments["limit"].map(Int.init) ?? Self.hits
        guard let limit, (1...Self.mostHits).contains(limit) else {
            throw HTTPError(.badRequest, message: "limit must be 1 to \(Self.mostHits)")
        }
        guard let query = arguments["q"] else {
            throw HTTPError(.badRequest, message: "q is missing: the words to look for")
        }
        try CommentQuestion.demandBounds(of: [("brand", arguments["brand"] ?? "")])
        // White space alone asks for nothing, and finds nothing.
        var question =
            try CommentSearch.Question(query: query, brand: arguments["brand"], limit: limit)
            ?? CommentSearch.Question(words: [], limit: limit)
        question.isMasked = true
        return try await json { [question] in try CommentSearch.answer(question, on: context) }
    }

    private func comments(_ request: Request) async throws -> Response {
        let question = try CommentQuestion(QueryArguments(request), in: context)
        return try await json { try ListedComments(question, in: context) }
    }

    private func comment(_ request: Request) async throws -> Response {
        let id = try request.pathRest(after: Self.commentPath)
        return try await json {
            let found = try CommentExplanation.explanations(of: id, in: context)
            return CommentExplanation.List(comments: try CommentExplanation.masked(found, in: context))
        }
    }

    private func measure(_ request: Request) async throws -> Response {
        let brand = try request.pathRest(after: Self.measurePath)
        let period = try QueryArguments(request)["period"] ?? "all"
        return try await json {
            try MeasureExplanation(brand: brand, period: period, mostVoices: Self.mostVoices, in: context)
                .masked(in: context)
        }
    }

    private func flag(_ request: Request) async throws -> Response {
        let id = try request.pathRest(after: Self.flagPath)
        return try await json { try FlagExplanation(id: id, in: context).masked(in: context) }
    }

    private func json<Result: Encodable & SendableMetatype>(
        _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Response {
        let text = try await work.run { try ResultJSON.text(of: body()) }
        return Reply(kind: .json, bytes: Array((text + "\n").utf8)).response()
    }

    /// A page of the cells, a line each; the next page is named in the header `Link`.
    private func cells(_ request: Request) async throws -> Response {
        let arguments = try QueryArguments(request)
        let question = try CellQuestion { arguments[$0] }
        let answer = try await work.run { try question.answer(in: context) }
        var response = Reply(kind: .lines, bytes: answer.lines).response()
        if let next = HTTPField.Name("Link"), let query = answer.nextQuery {
            response.headers[next] = "</api/measures?\(query)>; rel=\"next\""
        }
        return response
    }
}
