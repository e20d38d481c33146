import Crypto
import Foundation

/// Ids of voices as pages, tables and JSON show them: where the stored id names the author, a keyed hash stands.
///
/// An author has one hash for the life of the workspace, and another in every other workspace: without the key in
/// `koe.key`, which stays in the workspace, nobody can try names against it.
package struct VoiceNames: Sendable {
    private static let keyBytes = 32

    private let key: SymmetricKey

    init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    /// Reads the key of a workspace, and makes one where there is none.
    ///
    /// - Throws: ``WorkspaceError`` `missing` when the key is damaged, ``FileProblem`` when it cannot be written.
    init(of workspace: WorkspaceFolder) throws {
        if let stored = FileManager.default.contents(atPath: workspace.keyFile.path) {
            try self.init(text: String(decoding: stored, as: UTF8.self), path: workspace.keyFile.path)
            return
        }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<Self.keyBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try Self.write(bytes, for: workspace)
        // Another process may have made the key in between; the one that stands is the one that counts.
        let stored = try Data(contentsOf: workspace.keyFile)
        try self.init(text: String(decoding: stored, as: UTF8.self), path: workspace.keyFile.path)
    }

    /// `author/Lotte/山田/2014-12` as `author/Lotte/5b1c…/2014-12`; ids that name nobody stay as they are.
    package func shown(_ id: String, brand: String) -> String {
        let opening = "author/\(brand)/"
        guard id.hasPrefix(opening), let end = id.lastIndex(of: "/") else { return id }
        let start = id.index(id.startIndex, offsetBy: opening.count)
        guard start < end else { return id }
        return opening + hash(of: String(id[start..<end])) + id[end...]
    }

    /// The first 64 bits of an HMAC with SHA-256 (RFC 2104), in hexadecimal.
    private func hash(of author: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(author.utf8), using: key)
        return Digest.text(code.prefix(8))
    }

    private init(text: String, path: String) throws {
        let digits = Array(text.utf8.filter { $0 > 0x20 })
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
            UInt8(String(decoding: digits[place..<min(place + 2, digits.count)], as: UTF8.self), radix: 16)
        }
        guard digits.count == 2 * Self.keyBytes, bytes.count == Self.keyBytes else {
            throw WorkspaceError(
                .missing,
                "\(path) is no key of koe; restore it from a backup, or delete it to give every voice a new id"
            )
        }
        self.init(key: bytes)
    }

    /// Puts a key beside, readable by its owner alone, and links it into its place unless one stands there.
    static func write(_ key: [UInt8], for workspace: WorkspaceFolder) throws {
        let draft = workspace.directory.appending(path: ".koe.key.\(getpid())")
        try Data((Digest.text(key) + "\n").utf8).write(to: draft)
        defer { unlink(draft.path) }
        try FileProblem.check(chmod(draft.path, 0o600), "write", draft.path)
        if link(draft.path, workspace.keyFile.path) < 0, errno != EEXIST {
            throw FileProblem(writing: workspace.keyFile.path, code: errno)
        }
    }
}

extension WorkspaceContext {
    /// How ids of voices are shown.
    package func voiceNames() throws -> VoiceNames {
        // Without a database there is no voice to name, and a question leaves no file behind.
        guard FileManager.default.fileExists(atPath: workspace.databaseFile.path) else { return VoiceNames(key: []) }
        return try VoiceNames(of: workspace)
    }
}
