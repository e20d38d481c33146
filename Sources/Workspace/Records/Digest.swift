import Crypto
package import Foundation
import Scoring

/// SHA-256 as lower-case hexadecimal.
package enum Digest {
    package static func hex(_ bytes: some DataProtocol) -> String {
        var hasher = RunningDigest()
        hasher.update(bytes)
        return hasher.hex()
    }

    /// Bytes 0 to 7 and 8 to 15 of the digest, most significant first.
    package static func head(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        SHA256.hash(data: bytes).withUnsafeBytes { digest in
            (
                UInt64(bigEndian: digest.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// The eight words of the digest in their order, each with its most significant byte first.
    package static func words(_ bytes: [UInt8]) -> [UInt32] {
        var words = [UInt32](repeating: 0, count: 8)
        for (place, byte) in SHA256.hash(data: bytes).enumerated() {
            words[place / 4] = words[place / 4] << 8 | UInt32(byte)
        }
        return words
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

extension Digest {
    /// Digest over the names and contents of word lists.
    static func hex(of files: [LexiconFile]) -> String {
        var digest = RunningDigest()
        for file in files {
            digest.update(Array("\(file.name)\n\(file.bytes.count)\n".utf8))
            digest.update(file.bytes)
        }
        return digest.hex()
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
