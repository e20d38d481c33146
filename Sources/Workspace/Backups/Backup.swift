import Feedback
import Foundation
import JSON

/// A copy of the database of one moment, with the key of its hashes, in a folder of its own.
package struct Backup: Codable, Hashable, Sendable {
    package enum Reason: String, Codable, Sendable {
        case byHand = "by hand"
        case beforeMigration = "before a migration"
        case beforeRestore = "before a restore"
    }

    static let manifest = "backup.json"

    /// Name of its folder: the moment in UTC, such as `2026-01-31T150000Z`.
    package let name: String
    package let reason: Reason
    /// Name of the schema of the database.
    package let schema: String
    /// Size of the database.
    package let bytes: Int64
    /// SHA-256 of the database file, in hexadecimal.
    package let fileHash: String

    /// Reads what stands in a folder; `nil` when it is no backup, or was never finished.
    init?(in folder: URL) throws {
        guard let data = FileManager.default.contents(atPath: folder.appending(path: Self.manifest).path) else {
            return nil
        }
        do {
            self = try JSONDecoder().decode(Backup.self, from: data)
        } catch {
            throw WorkspaceError(.missing, "\(folder.path)/\(Self.manifest) is damaged; delete the folder")
        }
    }

    init(name: String, reason: Reason, schema: String, database: URL) throws {
        self.name = name
        self.reason = reason
        self.schema = schema
        let size = try FileManager.default.attributesOfItem(atPath: database.path)[.size] as? NSNumber
        bytes = size?.int64Value ?? 0
        fileHash = try Digest.hex(ofFileAt: database)
    }

    func write(into folder: URL) throws {
        try Data(JSONTreeEncoder.bytes(self, .record)).write(to: folder.appending(path: Self.manifest))
    }

    /// Name of a backup of a moment.
    static func name(at now: Instant) -> String {
        Zone.utc.format(now).replacing(":", with: "")
    }
}
