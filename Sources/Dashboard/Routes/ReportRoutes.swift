import Answers
import Hummingbird

/// The files of the last good report.
struct ReportRoutes: Sendable {
    let folder: ServedFolder
    let pages: LivePages
    let work: BlockingWork

    func add(to router: some RouterMethods<DashboardContext>) {
        router.get("/") { request, _ in try await start(request) }
        router.get("**") { request, _ in try await file(at: request.pathRest(after: "/")) }
    }

    private func start(_ request: Request) async throws -> Response {
        let visit = try LiveVisit(path: "/", language: try QueryArguments(request)["lang"])
        guard folder.hasStart else {
            let bytes = try await work.run { try pages.missingReport(visit: visit) }
            return Reply(kind: .html, bytes: bytes, policy: pages.policy).response(status: .notFound)
        }
        return try await file(at: "")
    }

    private func file(at path: String) async throws -> Response {
        let reply = try await work.run { folder.file(at: path).map { ServedPage(pages: pages).completed($0) } }
        guard let reply else { throw HTTPError(.notFound) }
        return reply.response()
    }
}
