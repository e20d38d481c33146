/// Decodes a text whose lines are not all in one encoding, as when files were put together.
///
/// A line beyond ASCII is read as UTF-8 where it is, else in the encoding of the others, or in the one it shows itself.
struct LineDecoder {
    private let main: TextEncoding
    private let file: String
    private var waiting: [UInt8] = []
    /// Bytes among those that wait which hold no line end.
    private var searched = 0

    /// Longest line that is held; of a longer one the pieces are read one by one.
    private static let longest = 16 << 20

    init(_ main: TextEncoding, file: String) {
        self.main = main
        self.file = file
    }

    /// The UTF-8 of more bytes, up to the last line that is whole.
    mutating func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
        waiting.append(contentsOf: bytes)
        var out: [UInt8] = []
        out.reserveCapacity(waiting.count * 3 / 2)
        var start = 0
        var run = 0..<0
        var encoding = TextEncoding.utf8
        while start < waiting.count {
            let found = ByteSearch.firstIndex(of: 0x0A, in: waiting, max(start, searched)..<waiting.count)
            let isWhole = isLast || waiting.count - start > Self.longest
            guard let end = found.map({ $0 + 1 }) ?? (isWhole ? waiting.count : nil) else { break }
            let own = self.encoding(of: start..<end) ?? encoding
            if own != encoding {
                append(run, encoding, &out)
                run = start..<start
                encoding = own
            }
            run = run.lowerBound..<end
            start = end
        }
        append(run, encoding, &out)
        waiting.removeFirst(start)
        searched = waiting.count
        return out
    }

    /// `nil` for ASCII, which goes with what stands before it.
    private func encoding(of range: Range<Int>) -> TextEncoding? {
        guard waiting[range].contains(where: { $0 >= 0x80 }) else { return nil }
        let line = Array(waiting[range])
        if EncodingDetector.isUTF8(line, beyond: main == .utf8 ? 0 : 1) { return .utf8 }
        guard main == .utf8 else { return main }
        guard EncodingDetector.isHardlyUTF8(line) else { return .utf8 }
        return EncodingDetector.encoding(of: line)
    }

    private func append(_ range: Range<Int>, _ encoding: TextEncoding, _ out: inout [UInt8]) {
        guard !range.isEmpty else { return }
        // An encoding that is guessed is known to the C library; the reader of rows finds what is left as it is.
        guard encoding != .utf8, var decoder = try? TextDecoder(encoding, file: file) else {
            return out.append(contentsOf: waiting[range])
        }
        out.append(contentsOf: decoder.decode(Array(waiting[range]), isLast: true))
    }
}
