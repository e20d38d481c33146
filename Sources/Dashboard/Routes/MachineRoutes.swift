import Answers
import Hummingbird
import Upkeep
import Workspace

/// What other programs ask for: the description of the interface, how things are now, and numbers for whoever watches over
/// the runs.
struct MachineRoutes: Sendable {
    let context: WorkspaceContext
    let work: BlockingWork

    func add(to router: Router<DashboardContext>) {
        router.get("openapi.json") { _, _ in
            Reply(kind: .json, bytes: Array(OpenAPIDescription.text.utf8)).response()
        }
        router.get("api/health") { _, _ in
            let text = try await work.run { try ResultJSON.text(of: Health(context)) }
            return Reply(kind: .json, bytes: Array((text + "\n").utf8)).response()
        }
        router.get("metrics") { _, _ in
            // Silence is judged by the report; the file of the latest run has it.
            let text = try await work.run { try RunMetrics(context: context).text(silentDays: [:]) }
            return Reply(kind: .metrics, bytes: Array(text.utf8)).response()
        }
    }
}
