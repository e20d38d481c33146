import Feedback
import Foundation
import JSON
import Store
import Workspace

/// What the files of the inbox held when a night before read them: one that is in that state still is not read again to see
/// that it is known.
///
/// Files stand under a digest of their path.
struct SeenFiles {
    /// A file that holds rows: the file of the inbox itself, or what is packed in it.
    struct Content: Codable, Hashable {
        /// What its path and name have behind those of the file.
        let tail: String
        /// Name of the file that it was read from.
        let title: String
        /// SHA-256 of its bytes.
        let hash: String
    }

    /// What stands at a path.
    struct File: Codable, Hashable {
        let state: FileState
        /// In the order of their reading.
        let contents: [Content]
        /// What a person should know of it, beside what its contents tell.
        let notes: [String]
    }

    private static let fact = "files seen"

    /// What has been found so far at the path that is read.
    private struct Reading {
        let state: FileState
        var contents: [Content] = []
        var notes: [String] = []
    }

    private let before: [String: File]
    private var now: [String: File] = [:]
    private var reading: Reading?

    /// Nothing that was seen before.
    init() {
        before = [:]
    }

    /// What the last night took down.
    init(in db: StoreConnection) throws {
        before =
            try FactTable.value(Self.fact, in: db).flatMap {
                try? JSONDecoder().decode([String: File].self, from: Data($0.utf8))
            } ?? [:]
    }

    /// What is known of the file at a path; `nil` where it is new or has changed.
    func file(at path: String) -> File? {
        guard let seen = before[Self.key(path)], FileState(fileAt: path) == seen.state else { return nil }
        return seen
    }

    /// Takes down what stands at a path.
    mutating func note(_ file: File, at path: String) { now[Self.key(path)] = file }

    /// Begins to take down what stands at a path.
    ///
    /// `moment`: no later than now; what has just been written may change once more and keep its state.
    mutating func begin(_ path: String, at moment: Instant) {
        reading = FileState(fileAt: path).flatMap { $0.isSettled(at: moment) ? Reading(state: $0) : nil }
    }

    mutating func find(_ content: Content) { reading?.contents.append(content) }

    mutating func find(notes: [String]) { reading?.notes += notes }

    /// What could not be read is read again by the next night.
    mutating func abandon() { reading = nil }

    /// Takes down what was found, where the file has not changed meanwhile.
    mutating func end(_ path: String) {
        defer { reading = nil }
        guard let reading, FileState(fileAt: path) == reading.state else { return }
        note(File(state: reading.state, contents: reading.contents, notes: reading.notes), at: path)
    }

    /// Keeps what was noted for the next night, and forgets all other files.
    func remember(in db: StoreConnection) throws {
        if now != before { try FactTable.set(Self.fact, to: JSONTreeEncoder.record(now), in: db) }
    }

    private static func key(_ path: String) -> String { String(Digest.hex(Array(path.utf8)).prefix(32)) }
}
