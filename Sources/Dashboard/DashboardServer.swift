import Answers
import Foundation
import Hummingbird
import Logging
import NIOCore
package import Workspace

/// The web server over one workspace: the report's files, live pages and a JSON interface, all for reading alone.
package struct DashboardServer: Sendable {
    /// Requests are over quickly; a connection that is silent for longer is closed.
    private static let idleTimeout = TimeAmount.seconds(60)

    private let context: WorkspaceContext
    private let address: ListenAddress
    private let onRunning: @Sendable (String) -> Void

    /// - Parameters:
    ///   - context: The workspace; its database is only read.
    ///   - address: Where to listen.
    ///   - onRunning: Called once with the address of the first page.
    /// - Throws: `StoreError` when another version has written the database; GRDB's errors when it cannot be opened.
    package init(
        context: WorkspaceContext,
        address: ListenAddress,
        onRunning: @escaping @Sendable (String) -> Void
    ) throws {
        self.context = try context.readOnly()
        self.address = address
        self.onRunning = onRunning
    }

    /// Serves until the process is told to stop, or the task is cancelled.
    ///
    /// `handlesSignals`: whether SIGINT and SIGTERM end it in good order.
    /// - Throws: `WorkspaceError` `usage` when the port is taken.
    @concurrent
    package func run(handlesSignals: Bool = true) async throws {
        let logger = Logger(label: "koe serve", factory: { StreamLogHandler.standardError(label: $0) })
        // Requests name what people look for, and readers who go away are no news.
        var serverLogger = logger
        serverLogger.logLevel = .critical
        let application = Application(
            responder: try router(logger: logger).buildResponder(),
            server: .http1(configuration: .init(idleTimeout: Self.idleTimeout)),
            configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port)),
            onServerRunning: { [address, onRunning] channel in
                onRunning(address.url(port: channel.localAddress?.port ?? address.port))
            },
            logger: serverLogger
        )
        do {
            if handlesSignals {
                try await application.runService()
            } else {
                try await application.runService(gracefulShutdownSignals: [])
            }
        } catch let error as IOError {
            throw WorkspaceError(
                .usage,
                """
                cannot listen on \(address.host):\(address.port): \(String(cString: strerror(error.errnoCode))); \
                name another --port, or 0 for any that is free
                """
            )
        }
    }

    private func router(logger: Logger) throws -> Router<BasicRequestContext> {
        let pages = try LivePages(context: context)
        let work = BlockingWork()
        let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ProblemAnswers(pages: pages, logger: logger))
        router.add(middleware: RequestGuard())
        PageRoutes(context: context, pages: pages, work: work).add(to: router)
        JSONRoutes(context: context, work: work).add(to: router)
        let folder = ServedFolder(context.workspace.reports.appending(path: "latest"))
        ReportRoutes(folder: folder, pages: pages, work: work).add(to: router)
        return router
    }
}
