import Answers
package import Feedback
import Foundation
import Hummingbird
import Logging
import NIOCore
import Review
package import Workspace

/// The web server over one workspace: the report's files, live pages, forms and a JSON interface.
package struct DashboardServer: Sendable {
    /// Requests are over quickly; a connection that is silent for longer is closed.
    private static let idleTimeout = TimeAmount.seconds(30)
    private static let mostConnections = 512

    private let context: WorkspaceContext
    private let address: ListenAddress
    private let demandsTokens: Bool
    private let clock: @Sendable () -> Instant
    private let ticks: @Sendable () -> ContinuousClock.Instant
    private let onProblem: @Sendable (String) -> Void
    private let onRunning: @Sendable (String) -> Void

    /// - Parameters:
    ///   - context: The workspace; its database is only read, and opened anew for the moments in which something is
    ///     written.
    ///   - address: Where to listen.
    ///   - demandsTokens: Whether users of this machine need a token as well; others always do.
    ///   - clock: The time at the moment of the call.
    ///   - ticks: What limits of requests a second are counted by.
    ///   - onProblem: Called with what goes wrong while it serves.
    ///   - onRunning: Called once with the address of the first page.
    /// - Throws: `StoreError` when another version has written the database; GRDB's errors when it cannot be opened;
    ///   `WorkspaceError` `usage` when tokens are demanded and there are none.
    package init(
        context: WorkspaceContext,
        address: ListenAddress,
        demandsTokens: Bool = false,
        clock: @escaping @Sendable () -> Instant,
        ticks: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now },
        onProblem: @escaping @Sendable (String) -> Void = { _ in },
        onRunning: @escaping @Sendable (String) -> Void
    ) throws {
        self.context = try context.readOnly()
        self.address = address
        self.demandsTokens = demandsTokens || !address.isForThisMachine
        self.clock = clock
        self.ticks = ticks
        self.onProblem = onProblem
        self.onRunning = onRunning
        guard self.demandsTokens else { return }
        guard try AccessTokens(of: context.workspace).all().contains(where: { $0.revoked == nil }) else {
            throw WorkspaceError(
                .usage,
                """
                nobody could come in: \(address.host) demands a token of every reader, and there is none; make one with \
                koe token add NAME, or listen on 127.0.0.1 and use a tunnel, ssh -L 8732:127.0.0.1:8732 THIS-MACHINE
                """
            )
        }
    }

    /// Serves until the process is told to stop, or the task is cancelled.
    ///
    /// `handlesSignals`: whether SIGINT and SIGTERM end it in good order.
    /// - Throws: `WorkspaceError` `usage` when the port is taken.
    @concurrent
    package func run(handlesSignals: Bool = true) async throws {
        ScratchFolder.removeAbandoned()
        let logger = Logger(label: "koe serve", factory: { [onProblem] _ in ProblemLog(onProblem: onProblem) })
        // Requests name what people look for, and readers who go away are no news.
        var serverLogger = logger
        serverLogger.logLevel = .critical
        let bench = TrialBench(context: context, onProblem: onProblem)
        let work = BlockingWork()
        let moves = KeptMoves()
        let application = Application(
            responder: try router(logger: logger, work: work, bench: bench, moves: moves).buildResponder(),
            server: .http1(configuration: .init(idleTimeout: Self.idleTimeout)),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: .maximum(Self.mostConnections, logger: serverLogger)
            ),
            onServerRunning: { [address, onRunning] channel in
                onRunning(address.url(port: channel.localAddress?.port ?? address.port))
            },
            logger: serverLogger
        )
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    if handlesSignals {
                        try await application.runService()
                    } else {
                        try await application.runService(gracefulShutdownSignals: [])
                    }
                }
                group.addTask { await bench.run() }
                group.addTask { await ReadyMoves(moves: moves, context: context, work: work).run() }
                // What is done beside the requests ends with the server.
                try await group.next()
                group.cancelAll()
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

    private func router(
        logger: Logger,
        work: BlockingWork,
        bench: TrialBench,
        moves: KeptMoves
    ) throws -> Router<DashboardContext> {
        let pages = try LivePages(context: context)
        let desk = WritingDesk(context: context, clock: clock)
        let seal = FormSeal()
        let router = Router(context: DashboardContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: PackedAnswers())
        router.add(middleware: ProblemAnswers(pages: pages, logger: logger))
        router.add(middleware: RequestGuard(isForThisMachine: address.isForThisMachine))
        let tokens = AccessTokens(of: context.workspace)
        router.add(middleware: DoorKeeper(tokens: tokens, demandsTokens: demandsTokens, now: ticks))
        router.add(middleware: FormGuard(seal: seal))
        // Answers are kept as they are sent: packed.
        let kept = router.group()
            .add(middleware: KeptAnswers(of: context.workspace, now: ticks))
            .add(middleware: PackedAnswers())
        PageRoutes(context: context, pages: pages, seal: seal, work: work).add(to: kept)
        let trial = WordTrial(context: context)
        WorkRoutes(pages: pages, trial: trial, bench: bench, desk: desk, seal: seal, work: work).add(to: router)
        ReviewRoutes(pages: pages, desk: desk, seal: seal, work: work, moves: moves).add(to: router)
        JSONRoutes(context: context, work: work).add(to: kept)
        IngestRoutes(desk: desk).add(to: router)
        MachineRoutes(context: context, work: work).add(to: router)
        let folder = ServedFolder(context.workspace.reports.appending(path: "latest"))
        ReportRoutes(folder: folder, pages: pages, work: work).add(to: kept)
        return router
    }
}
