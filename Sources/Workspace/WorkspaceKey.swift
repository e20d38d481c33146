import Crypto
import Foundation

/// The key of a workspace: hashes under it can be made and tried nowhere else.
///
/// It stands in `koe.key`, which stays in the workspace.
struct WorkspaceKey: Sendable {
    private static let byteCount = 32

    private let key: SymmetricKey

    /// `bytes`: none for hashes that nobody keeps.
    init(bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    /// Reads the key of a workspace, and makes one where there is none.
    ///
    /// - Throws: ``WorkspaceError`` `missing` when the key is damaged, a file's error when it cannot be read or written.
    init(of workspace: WorkspaceFolder) throws {
        if FileManager.default.fileExists(atPath: workspace.keyFile.path) {
            let stored = try Data(contentsOf: workspace.keyFile)
            try self.init(text: String(decoding: stored, as: UTF8.self), path: workspace.keyFile.path)
            return
        }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try Self.write(bytes, for: workspace)
        // Another process may have made the key in between; the one that stands is the one that counts.
        let stored = try Data(contentsOf: workspace.keyFile)
        try self.init(text: String(decoding: stored, as: UTF8.self), path: workspace.keyFile.path)
    }

    /// The first bytes of an HMAC with SHA-256 (RFC 2104), in hexadecimal.
    func hash(of text: String, bytes: Int) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
        return Digest.text(code.prefix(bytes))
    }

    private init(text: String, path: String) throws {
        let digits = Array(text.utf8.filter { $0 > 0x20 })
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
            UInt8(String(decoding: digits[place..<min(place + 2, digits.count)], as: UTF8.self), radix: 16)
        }
        guard digits.count == 2 * Self.byteCount, bytes.count == Self.byteCount else {
            throw WorkspaceError(
                .missing,
                "\(path) is no key of koe; restore it from a backup, or delete it to give every voice a new id"
            )
        }
        self.init(bytes: bytes)
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
