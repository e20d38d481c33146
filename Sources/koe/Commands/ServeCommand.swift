import ArgumentParser
import Dashboard
import Workspace

struct ServeCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the report, the search and every comment in a browser, on this machine only."
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Address to listen on: 127.0.0.1, localhost or ::1.")
    var host: String = "127.0.0.1"

    @Option(help: "Port to listen on; 0 for any that is free.")
    var port: Int = 8_732

    func run() async throws {
        let address = try ListenAddress(host: host, port: port)
        let server = try DashboardServer(context: context(for: .reading), address: address) { [messages] url in
            messages.note("koe is at \(url) (end with control-C)")
        }
        try await server.run()
    }
}
