import Answers
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Workspace

/// Turns errors into small pages, or into JSON for programs, with the status that fits.
struct ProblemAnswers: RouterMiddleware {
    /// Seconds after which it is worth asking again while a run writes.
    private static let patience = "60"

    let pages: LivePages
    let logger: Logger

    func handle(
        _ request: Request,
        context: DashboardContext,
        next: @concurrent (Request, DashboardContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = problem(error)
            var response = try reply(to: request, problem).response(status: problem.status)
            for field in problem.headers { response.headers[field.name] = field.value }
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    private func reply(to request: Request, _ problem: Problem) throws -> Reply {
        if request.uri.path.hasPrefix("/api/") || request.uri.path.hasPrefix(IngestRoutes.prefix) {
            let text = try ResultJSON.text(of: ["error": problem])
            return Reply(kind: .json, bytes: Array(text.utf8))
        }
        // An address that cannot be read names no language either.
        let visit = LiveVisit.nowhere(language: (try? QueryArguments(request))?["lang"])
        let page = try pages.problem(status: problem.status.code, visit: visit)
        return Reply(kind: .html, bytes: page, policy: pages.policy)
    }

    private func problem(_ error: any Error) -> Problem {
        switch error {
        case let error as HTTPError:
            return Problem(
                status: error.status,
                message: error.body ?? error.status.reasonPhrase,
                headers: error.headers.filter { [.wwwAuthenticate, .retryAfter, .allow].contains($0.name) }
            )
        case is HTTPParserError:
            // Whoever goes away in the middle of a body is no news.
            return Problem(status: .badRequest, message: "the body is cut off, or is no body of HTTP")
        case is NIOTooManyBytesError:
            return Problem(status: .contentTooLarge, message: "the body is too long")
        case let error as WorkspaceError where error.code == .input:
            // The command's message may list names that it would be asked for next, people's among them.
            return Problem(status: .notFound, message: "nothing here has this name")
        case let error as WorkspaceError where error.code == .unknownName:
            return Problem(status: .notFound, message: error.message)
        case let error as WorkspaceError where error.code == .usage:
            return Problem(status: .badRequest, message: error.message)
        case let error as WorkspaceError where error.code == .locked:
            return Problem(
                status: HTTPResponse.Status(code: 423, reasonPhrase: "Locked"),
                message: "a run writes to the workspace; nothing was changed, try again later",
                headers: [.init(name: .retryAfter, value: Self.patience)]
            )
        default:
            // Errors of the database name tables and codes, never what stands in a row.
            logger.error("\(type(of: error)): \(error)")
            return Problem(status: .internalServerError, message: "the answer could not be made")
        }
    }
}

/// An error as the JSON interface shows it.
private struct Problem: Encodable {
    let status: HTTPResponse.Status
    let message: String
    var headers: [HTTPField] = []

    private enum CodingKeys: CodingKey { case status, message }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(status.code, forKey: .status)
        try container.encode(message, forKey: .message)
    }
}
