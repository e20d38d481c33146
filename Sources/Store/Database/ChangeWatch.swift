import GRDB
import Synchronization

/// Tells whether anybody has changed a database file, without reading what is in it.
///
/// Source: https://www.sqlite.org/pragma.html#pragma_data_version, which compares values of one connection only: this one
/// stays open and never writes.
package final class ChangeWatch: Sendable {
    private let path: String
    private let opened = Mutex<DatabaseQueue?>(nil)

    package init(path: String) {
        self.path = path
    }

    /// A number that is another one after every commit of any other connection; `nil` where the file cannot be opened.
    package func version() -> Int? {
        try? opened.withLock { opened in
            let queue = try opened ?? Self.open(path)
            opened = queue
            return try queue.unsafeRead { try Int.fetchOne($0.cachedStatement(sql: "PRAGMA data_version")) }
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
