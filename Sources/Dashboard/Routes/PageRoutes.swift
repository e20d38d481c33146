import Answers
import HTTPTypes
import Hummingbird
import Workspace

/// The pages over the live database.
struct PageRoutes: Sendable {
    private static let commentPath = "/comment/"
    private static let brandPath = "/brand/"
    private static let facetPath = "/facet/"
    private static let flagPath = "/flag/"
    private static let casePath = "/case/"

    let context: WorkspaceContext
    let pages: LivePages
    let seal: FormSeal
    let work: BlockingWork

    func add(to router: some RouterMethods<DashboardContext>) {
        router.get("overview") { request, context in
            let visit = try LiveVisit(request, context, seal: seal)
            return try await page { try pages.overview(visit: visit) }
        }
        router.get("compare") { request, context in
            let question = try QueryArguments(request).comparison
            let visit = try LiveVisit(request, context, seal: seal, arguments: question.arguments)
            return try await page { try pages.compare(question, visit: visit) }
        }
        router.get("search") { request, context in try await search(request, context) }
        router.get("comments") { request, context in try await comments(request, context) }
        router.get("comments.csv") { request, _ in try await table(request) }
        router.get("comment/**") { request, context in
            try await named(request, context, Self.commentPath) { try pages.comment($0, visit: $1) }
        }
        router.get("brand/**") { request, context in
            try await named(request, context, Self.brandPath) { try pages.brand($0, visit: $1) }
        }
        router.get("facet/**") { request, context in
            try await named(request, context, Self.facetPath) { name, visit in
                let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { throw HTTPError(.notFound) }
                return try pages.facet(parts[0], of: parts[1], visit: visit)
            }
        }
        router.get("flag/**") { request, context in
            try await named(request, context, Self.flagPath) { try pages.flag($0, visit: $1) }
        }
        router.get("case/**") { request, context in
            try await named(request, context, Self.casePath) { try pages.supportCase($0, visit: $1) }
        }
    }

    /// The page of something whose name stands behind a prefix of the path.
    private func named(
        _ request: Request,
        _ context: DashboardContext,
        _ prefix: String,
        _ body: @escaping @Sendable (String, LiveVisit) throws -> [UInt8]
    ) async throws -> Response {
        let name = try request.pathRest(after: prefix)
        let visit = try LiveVisit(request, context, seal: seal)
        return try await page { try body(name, visit) }
    }

    private func search(_ request: Request, _ context: DashboardContext) async throws -> Response {
        let arguments = try QueryArguments(request)
        let (query, brand) = (arguments["q"] ?? "", arguments["brand"])
        let asked = [("q", query), ("brand", brand ?? "")].filter { !$0.1.isEmpty }
        let visit = try LiveVisit(request, context, seal: seal, arguments: asked)
        return try await page { try pages.search(query, brand: brand, visit: visit) }
    }

    private func comments(_ request: Request, _ context: DashboardContext) async throws -> Response {
        let question = try CommentQuestion(QueryArguments(request), in: self.context)
        let page = question.page == 1 ? [] : [(name: "page", value: String(question.page))]
        let visit = try LiveVisit(request, context, seal: seal, arguments: question.arguments + page)
        return try await self.page { try pages.comments(question, visit: visit) }
    }

    /// The whole list as a file, made while it is sent.
    private func table(_ request: Request) async throws -> Response {
        let question = try CommentQuestion(QueryArguments(request), in: context)
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

    private func page(_ body: @escaping @Sendable () throws -> [UInt8]) async throws -> Response {
        Reply(kind: .html, bytes: try await work.run(body), policy: pages.policy).response()
    }
}

extension CommentQuestion {
    init(_ arguments: QueryArguments, in context: WorkspaceContext) throws {
        try self.init(zone: context.settings.zone) { arguments[$0] }
    }
}

extension QueryArguments {
    fileprivate var comparison: ComparisonQuestion {
        get throws { try ComparisonQuestion { self[$0] } }
    }
}

extension LiveVisit {
    /// The look that a request is, with forms for those who may decide.
    ///
    /// `language`: the one that a form carries on; otherwise that of the address.
    init(
        _ request: Request,
        _ context: DashboardContext,
        seal: FormSeal,
        language: String? = nil,
        arguments: [(name: String, value: String)] = []
    ) throws {
        let query = try QueryArguments(request)
        try self.init(path: request.uri.path, language: language ?? query["lang"], arguments: arguments)
        isDone = query["done"] != nil
        if let visitor = context.visitor, visitor.mayDecide { formToken = seal.token(for: visitor) }
    }
}
