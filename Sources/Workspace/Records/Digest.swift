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
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
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
