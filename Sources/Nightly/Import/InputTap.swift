import Store
import Workspace

/// The bytes of an input on their way to the importer: hashed, and held until they are kept.
final class InputTap {
    private let pull: () throws -> [UInt8]?
    private let keeps: Bool
    private var digest = RunningDigest()
    private var pieces: [InputPiece] = []
    /// Bytes that were read.
    private(set) var count = 0
    /// Number of bytes after which the digest so far is wanted.
    private let mark: Int
    /// SHA-256 of the bytes up to the mark; `nil` before it is reached.
    private(set) var digestAtMark: String?

    /// `keeps`: whether the bytes are held for ``takePieces()``; `mark`: of how many bytes the digest is wanted too.
    init(keeps: Bool, mark: Int = 0, _ pull: @escaping () throws -> [UInt8]?) {
        self.keeps = keeps
        self.mark = mark
        self.pull = pull
    }

    func next() throws -> [UInt8]? {
        guard let bytes = try pull() else { return nil }
        let head = mark - count
        if (1...bytes.count).contains(head) {
            digest.update(bytes[..<head])
            digestAtMark = digest.hex()
            digest.update(bytes[head...])
        } else {
            digest.update(bytes)
        }
        if keeps { pieces.append(try InputPiece(bytes, at: count)) }
        count += bytes.count
        return bytes
    }

    /// The pieces that were read since the last call.
    func takePieces() -> [InputPiece] {
        defer { pieces = [] }
        return pieces
    }

    /// Reads what the importer left, so that the hash is that of all bytes.
    ///
    /// - Returns: SHA-256 of everything that was read, in hexadecimal.
    func finish() throws -> String {
        while try next() != nil {}
        return digest.hex()
    }
}
