import Foundation
import GRDB
import Synchronization

/// A database file that is only read: opened when it is first asked for, and again when it was not there before.
final class ReadingDatabase: Sendable {
    private static let cacheKibibytes = 32_768

    private let path: String
    private let opened = Mutex<(any DatabaseReader)?>(nil)

    init(path: String) {
        self.path = path
    }

    /// The open file; an empty database where there is none yet, or one without any table.
    func reader() throws -> any DatabaseReader {
        try opened.withLock { opened in
            if let opened { return opened }
            guard FileManager.default.fileExists(atPath: path) else { return try Self.empty() }
            let reader = try open()
            if try !reader.read(Self.hasTables) { return try Self.empty() }
            try SchemaVersion.requireCurrent(reader, name: path)
            opened = reader
            return reader
        }
    }

    private static func hasTables(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master)") ?? false
    }

    private static func empty() throws -> any DatabaseReader {
        let queue = try DatabaseQueue(configuration: KoeDatabase.configuration)
        try KoeDatabase.bringUpToDate(queue)
        return queue
    }

    private func open() throws -> any DatabaseReader {
        do {
            try DatabaseFile.rollBack(path)
            return try DatabasePool(path: path, configuration: Self.configuration)
        } catch let error as DatabaseError where Self.wantsToWrite(error) {
            return try openUnchanging(after: error)
        }
    }

    private static var configuration: Configuration {
        var configuration = KoeDatabase.configuration
        configuration.readonly = true
        configuration.prepareDatabase { db in
            // At a million comments sixteen readers of different pages get a tenth more of them a second than with the
            // usual 2 MB (717 and 778 against 703 and 635 in turn), for 63 MB more memory.
            try db.execute(sql: "PRAGMA cache_size = -\(Self.cacheKibibytes)")
        }
        return configuration
    }

    /// Even a reader of a WAL database makes the file `-shm`, which neither a folder that may not be written to takes, nor
    /// a full disk.
    private static func wantsToWrite(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
            || [.SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMMAP].contains(error.extendedResultCode)
    }

    /// Opens the file as one that nobody changes: SQLite then needs no file beside it.
    ///
    /// Right where nothing may be written and the log is empty. A writer with other rights who comes while a question is
    /// being answered makes the log, so that the next question is answered beside it.
    private func openUnchanging(after error: DatabaseError) throws -> any DatabaseReader {
        if let log = [path + "-wal", path + "-journal"].first(where: { DatabaseFile.size(of: $0) > 0 }) {
            throw StoreError(
                code: .unreadable,
                message: """
                    \(path) has changes in \(log) that cannot be read where nothing may be written \
                    (\(error.message ?? "\(error.resultCode)")); ask once with the right to write to the folder
                    """
            )
        }
        return try DatabasePool(path: Self.unchangingName(of: path), configuration: Self.configuration)
    }

    /// The path as a URI; see https://www.sqlite.org/uri.html.
    private static func unchangingName(of path: String) -> String {
        let escaped = [("%", "%25"), ("?", "%3f"), ("#", "%23")].reduce(path) { $0.replacing($1.0, with: $1.1) }
        return "file:\(escaped)?immutable=1"
    }
}
