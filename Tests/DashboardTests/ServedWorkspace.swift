import Dashboard
import Feedback
import Foundation
import Nightly
import Workspace

/// A workspace with a few comments and a real report, made once for all tests.
final class ServedWorkspace: Sendable {
    static let checkout = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The gum story in both languages, and comments that try to break out of a page.
    static let filled = Task { try await ServedWorkspace(isFilled: true) }
    /// A workspace before its first run.
    static let empty = Task { try await ServedWorkspace(isFilled: false) }

    /// A script where text is expected, and personal data where it must not show.
    private static let hostile = #"""
        {"id":"evil","source":"web","brand":"Lotte","author":"\"><img src=x onerror=alert(1)>","posted_at":"2014-12-01T10:00:00Z","text":"Terrible support <script>alert('koe')</script> & \"quotes\""}
        {"id":"private","source":"web","brand":"Lotte","author":"Yamada Taro","posted_at":"2014-12-02T10:00:00Z","text":"Their apology was sincere. Write to yamada.taro@example.com or call 090-1234-5678, good support."}
        {"id":"a/b?c#d","source":"web","brand":"Lotte","author":"Ito","posted_at":"2014-12-03T10:00:00Z","text":"返金と電話の対応がとても丁寧でした。"}
        """#

    let folder: URL
    let context: WorkspaceContext

    var reports: URL { folder.appending(path: "ws/reports") }

    /// A copy of the filled workspace, for tests that change it.
    static func copy() async throws -> ServedWorkspace { try ServedWorkspace(copying: await filled.value) }

    private init(copying other: ServedWorkspace) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "koe-serve-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: other.folder, to: folder)
        context = try Self.context(of: folder)
    }

    private static func context(of folder: URL) throws -> WorkspaceContext {
        try WorkspaceContext(
            workspace: WorkspaceFolder(directory: folder.appending(path: "ws")),
            for: .writing,
            resources: Resources(flag: checkout.path, environment: [:], executable: nil),
            flags: [:],
            environment: [:],
            now: Instant(seconds: 1_420_000_000)
        )
    }

    private init(isFilled: Bool) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "koe-serve-\(UUID().uuidString)")
        let workspace = WorkspaceFolder(directory: folder.appending(path: "ws"))
        _ = try workspace.create(settings: "language: en\ntitle: Served\n")
        context = try Self.context(of: folder)
        guard isFilled else { return }
        let comments = folder.appending(path: "hostile.ndjson")
        try Data(Self.hostile.utf8).write(to: comments)
        let stories = ["gum.ja.txt", "gum.en.txt"].map {
            Self.checkout.appending(path: "Reports/sample/stories/\($0)")
        }
        let start = context.now
        let files = stories + [comments]
        _ = try await NightlyRun(context: context).run(files: files, clock: { start }, progress: { _ in })
        try Data("secret".utf8).write(to: folder.appending(path: "ws/secret.txt"))
        let latest = reports.appending(path: "latest")
        try FileManager.default.createSymbolicLink(
            atPath: latest.appending(path: "escape.txt").path,
            withDestinationPath: folder.appending(path: "ws/secret.txt").path
        )
        try Data("hidden".utf8).write(to: latest.appending(path: ".hidden.txt"))
        try Data("binary".utf8).write(to: latest.appending(path: "tool.exe"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)  // A leftover in the temporary folder harms nobody.
    }

    /// Serves on a free port while the body runs, in a moment that never passes unless a clock is given.
    ///
    /// `body`: gets the address of the first page.
    func serve<Value: Sendable>(
        demandsTokens: Bool = false,
        clock: TestClock = TestClock(),
        _ body: @escaping @Sendable (URL) async throws -> Value
    ) async throws -> Value {
        let (addresses, continuation) = AsyncStream.makeStream(of: String.self)
        let time = context.now
        let server = try DashboardServer(
            context: context,
            address: ListenAddress(host: "127.0.0.1", port: 0),
            demandsTokens: demandsTokens,
            clock: { time },
            ticks: { clock.now }
        ) { continuation.yield($0) }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await server.run(handlesSignals: false)
                return nil
            }
            group.addTask {
                for await address in addresses {
                    if let url = URL(string: address) { return try await body(url) }
                }
                return nil
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CancellationError()
        }
    }
}
