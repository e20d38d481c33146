import Answers
import Hummingbird

/// The pages over the live database.
struct PageRoutes: Sendable {
    private static let commentPath = "/comment/"

    let pages: LivePages
    let work: BlockingWork

    func add(to router: Router<BasicRequestContext>) {
        router.get("search") { request, _ in try await search(request) }
        router.get("comment/**") { request, _ in try await comment(request) }
    }

    private func search(_ request: Request) async throws -> Response {
        let arguments = try QueryArguments(request)
        let (query, brand) = (arguments["q"] ?? "", arguments["brand"])
        let asked = [("q", query), ("brand", brand ?? "")].filter { !$0.1.isEmpty }
        let visit = try LiveVisit(path: "/search", language: arguments["lang"], arguments: asked)
        return try await page { try pages.search(query, brand: brand, visit: visit) }
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
