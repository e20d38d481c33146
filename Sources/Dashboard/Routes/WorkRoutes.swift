import Answers
import Foundation
import HTTPTypes
import Hummingbird
import Workspace

/// What people do in the dashboard: words that are tried, and forms that change something and lead back to a page.
struct WorkRoutes: Sendable {
    static let flagPath = "/flag-work/"
    static let scorePath = "/score-work/"
    static let trialPath = "/try"
    private static let longestNote = 2_000
    private static let longestName = 200

    let pages: LivePages
    let trial: WordTrial
    let desk: WritingDesk
    let seal: FormSeal
    let work: BlockingWork

    func add(to router: Router<DashboardContext>) {
        router.post("flag-work/**") { request, context in try await flag(request, context) }
        router.get("try") { request, context in
            let visit = try LiveVisit(request, context, seal: seal)
            return try await tried(nil, visit)
        }
        router.post("try") { request, context in
            let form = try await FormBody(request, of: context, seal: seal)
            return try await tried(form["text"], LiveVisit(request, context, seal: seal, language: form["lang"]))
        }
        router.post("score-work/**") { request, context in try await score(request, context) }
    }

    private func tried(_ text: String?, _ visit: LiveVisit) async throws -> Response {
        let bytes = try await work.run { try pages.trial(of: text, with: trial, visit: visit) }
        return Reply(kind: .html, bytes: bytes, policy: pages.policy).response()
    }

    private func flag(_ request: Request, _ context: DashboardContext) async throws -> Response {
        let id = try request.pathRest(after: Self.flagPath)
        let form = try await FormBody(request, of: context, seal: seal)
        let note = try Self.bounded(form["note"], Self.longestNote, "note")
        let assignee = try Self.bounded(form["assignee"], Self.longestName, "assignee")
        let action = form["do"]
        try await work.run {
            try desk.write { context in
                let flags = FlagAcknowledgement(context: context)
                switch action {
                case "acknowledge": _ = try flags.acknowledge([id], note: note)
                case "take-back": _ = try flags.takeBack([id])
                case "assign": _ = try flags.assign([id], to: assignee)
                default: throw WorkspaceError(.usage, "do must be acknowledge, take-back or assign")
                }
            }
        }
        return Self.back(to: "/flag/", id, form)
    }

    /// Puts a sentence of a comment on the list of those that are scored wrongly.
    private func score(_ request: Request, _ context: DashboardContext) async throws -> Response {
        let id = try request.pathRest(after: Self.scorePath)
        let form = try await FormBody(request, of: context, seal: seal)
        guard let text = form["text"], let side = form["side"].flatMap({ Int($0) }) else {
            throw HTTPError(.badRequest, message: "text and side are needed")
        }
        try await work.run {
            try SentenceMark.add(text, side: side, comment: id, day: desk.today, in: desk.context)
        }
        return Self.back(to: "/comment/", id, form)
    }

    private static func bounded(_ text: String?, _ longest: Int, _ name: String) throws -> String? {
        guard (text?.unicodeScalars.count ?? 0) <= longest else {
            throw WorkspaceError(.usage, "\(name) is longer than \(longest) characters")
        }
        return text
    }

    /// Leads the browser back to a page, which says that it is done.
    private static func back(to path: String, _ id: String, _ form: FormBody) -> Response {
        let language = form["lang"].map { $0 == "ja" || $0 == "en" ? "&lang=\($0)" : "" } ?? ""
        let target = path + PagePath.encoded(id) + "?done=yes" + language
        return Response(status: .seeOther, headers: [.location: target])
    }
}
