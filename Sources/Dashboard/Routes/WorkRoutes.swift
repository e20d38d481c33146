import Answers
import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Learning
import Reports
import Workspace

/// What people do in the dashboard: words that are tried, and forms that change something and lead back to a page.
struct WorkRoutes: Sendable {
    static let flagPath = "/flag-work/"
    static let scorePath = "/score-work/"
    static let trialPath = "/try"
    private static let longestNote = 2_000
    private static let longestName = 200
    private static let refreshSeconds = "3"

    let pages: LivePages
    let trial: WordTrial
    let bench: TrialBench
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
        router.get("try/list") { request, context in
            try await words(LiveVisit(request, context, seal: seal))
        }
        router.post("try/list") { request, context in try await startTrial(request, context) }
        router.post("try/stop") { request, context in
            let form = try await FormBody(request, of: context, seal: seal)
            bench.stop()
            return Self.leading(to: LiveWordTrial.path, form)
        }
        router.get("try/list.tsv") { _, _ in
            guard let list = bench.list else { throw HTTPError(.notFound) }
            var response = Reply(kind: .text, bytes: list).response()
            response.headers[.contentDisposition] = "attachment; filename=\"\(TriedWords.fileName)\""
            return response
        }
        router.post("score-work/**") { request, context in try await score(request, context) }
    }

    private func tried(_ text: String?, _ visit: LiveVisit) async throws -> Response {
        let bytes = try await work.run { try pages.trial(of: text, with: trial, visit: visit) }
        return Reply(kind: .html, bytes: bytes, policy: pages.policy).response()
    }

    /// The page of words that are tried, which is asked for again while they are.
    private func words(_ visit: LiveVisit) async throws -> Response {
        let trial = bench.page
        let bytes = try await work.run { try pages.trial(of: trial, visit: visit) }
        var response = Reply(kind: .html, bytes: bytes, policy: pages.policy).response()
        if trial.isRunning, let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = Self.refreshSeconds }
        return response
    }

    private func startTrial(_ request: Request, _ context: DashboardContext) async throws -> Response {
        let form = try await FormBody(request, of: context, seal: seal)
        guard let language = form["language"].flatMap(Language.init(rawValue:)),
            let meaning = form["meaning"].flatMap(TriedWords.Meaning.init(named:))
        else { throw HTTPError(.badRequest, message: "language and meaning are needed") }
        let valence = form["valence"]
        let terms = form["terms"] ?? ""
        let dictionary = desk.context.settings.dictionary
        let words = try await work.run {
            try TriedWords(
                language: language,
                terms: terms,
                meaning: meaning,
                valence: valence.map { try Self.number($0) },
                dictionary: dictionary
            )
        }
        guard bench.start(words) else { throw HTTPError(.serviceUnavailable) }
        return Self.leading(to: LiveWordTrial.path, form)
    }

    /// A whole number, with a sign that a form may show as a minus sign or a hyphen.
    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text.replacing("−", with: "-")) else {
            throw WorkspaceError(.usage, "the valence must be a whole number from -1000 to 1000")
        }
        return number
    }

    private static func leading(to path: String, _ form: FormBody) -> Response {
        let language = form["lang"].map { $0 == "ja" || $0 == "en" ? "?lang=\($0)" : "" } ?? ""
        return Response(status: .seeOther, headers: [.location: path + language])
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
