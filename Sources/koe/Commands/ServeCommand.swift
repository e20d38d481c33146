import ArgumentParser
import Dashboard
import Workspace

struct ServeCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the report and the live database in a browser, and work in them.",
        discussion: """
            On this machine its user may look at everything, acknowledge and assign flags, mark sentences that are scored \
            wrongly, and send comments to POST /v1/comments. Any other address demands a token (see koe token). Traffic \
            is not encrypted: between machines put a proxy with TLS in front, which keeps the host's name. What the \
            interface takes and answers is described at /openapi.json.
            """
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Address to listen on; any but 127.0.0.1, localhost and ::1 demands tokens.")
    var host: String = "127.0.0.1"

    @Option(help: "Port to listen on; 0 for any that is free.")
    var port: Int = 8_732

    @Flag(help: "Demand a token of this machine's users too, as behind a proxy.")
    var tokens = false

    /// To end the server is to be done with it.
    var isEndedBySignals: Bool { false }

    func run() async throws {
        let server = try DashboardServer(
            context: context(for: .reading),
            address: ListenAddress(host: host, port: port),
            demandsTokens: tokens,
            clock: clock,
            onProblem: { [messages] problem in messages.error(problem) }
        ) { [messages] url in
            messages.note("koe is at \(url) (end with control-C)")
        }
        try await server.run()
    }
}
