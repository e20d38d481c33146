import Answers
import HTTPTypes
import Hummingbird
import Reports
import Review
import Workspace

/// What people decide about links: confirmed, rejected, linked to another case or to none, and taken back.
struct ReviewRoutes: Sendable {
    static let workPath = "/review-work"

    let pages: LivePages
    let desk: WritingDesk
    let seal: FormSeal
    let work: BlockingWork
    let moves: KeptMoves

    func add(to router: Router<DashboardContext>) {
        router.get("review") { request, context in
            let visit = try LiveVisit(request, context, seal: seal)
            let bytes = try await work.run { try pages.queue(LiveQueue(of: desk.context, kept: moves), visit: visit) }
            return Reply(kind: .html, bytes: bytes, policy: pages.policy).response()
        }
        router.post("review-work") { request, context in try await decide(request, context) }
    }

    private func decide(_ request: Request, _ context: DashboardContext) async throws -> Response {
        let form = try await FormBody(request, of: context, seal: seal)
        guard let action = form["do"], let subject = form["comment"] ?? form["decision"] else {
            throw HTTPError(.badRequest, message: "do, and comment or decision, are needed")
        }
        let by = context.visitor?.name ?? Visitor.local.name
        try await work.run {
            try desk.write { context in
                let deciding = try Deciding(context: context, by: by, note: nil)
                switch action {
                case "confirm": _ = try deciding.confirm([subject], caseID: nil)
                case "reject": _ = try deciding.reject([subject], caseID: nil)
                case "link":
                    guard let caseID = form["case"] else { throw WorkspaceError(.usage, "case is missing") }
                    _ = try deciding.link(subject, caseID: caseID, relation: nil)
                case "unlink": _ = try deciding.unlink([subject])
                case "undo": _ = try deciding.undo([subject])
                default: throw WorkspaceError(.usage, "do must be confirm, reject, link, unlink or undo")
                }
            }
        }
        let language = form["lang"].map { $0 == "ja" || $0 == "en" ? "&lang=\($0)" : "" } ?? ""
        // Links are mended on the page of their comment.
        let page = action == "link" || action == "unlink" ? "/comment/" + PagePath.encoded(subject) : "/review"
        return Response(status: .seeOther, headers: [.location: page + "?done=yes" + language])
    }
}
