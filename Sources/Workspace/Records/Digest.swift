import Crypto
package import Foundation

/// SHA-256 as lower-case hexadecimal.
package enum Digest {
    package static func hex(_ bytes: some DataProtocol) -> String {
        var hasher = RunningDigest()
        hasher.update(bytes)
        return hasher.hex()
    }

    /// Bytes as lower-case hexadecimal.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Digest of a file, read piece by piece.
    package static func hex(ofFileAt url: URL) throws -> String {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }  // A file that was only read loses nothing when closing it fails.
        var hasher = RunningDigest()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hasher.update(piece) }
        return hasher.hex()
    }
}

/// A SHA-256 that is fed piece by piece.
package struct RunningDigest {
    private var hasher = SHA256()

    package init() {}

    package mutating func update(_ bytes: some DataProtocol) {
        hasher.update(data: bytes)
    }

    /// The digest of everything so far.
    package func hex() -> String {
        Digest.text(hasher.finalize())
    }
}
