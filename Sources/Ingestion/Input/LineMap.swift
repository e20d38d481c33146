/// Where the lines of a decoded input begin among its own bytes.
///
/// Only inputs that are not UTF-8 need one. Lines that were read are forgotten, so that it stays small.
struct LineMap {
    private let encoding: TextEncoding
    /// Number of the first line in `starts`, from 1.
    private var firstLine: Int
    private var starts: [Int]
    private var offset: Int
    private var odd: UInt8?

    /// - Parameters:
    ///   - encoding: How the input is written.
    ///   - line: The line that is being read, from 1.
    ///   - start: Where that line begins in the input.
    ///   - offset: Where the bytes of the first `add` stand in the input.
    init(_ encoding: TextEncoding, line: Int, start: Int, offset: Int) {
        self.encoding = encoding
        firstLine = line
        starts = [start]
        self.offset = offset
    }

    /// Takes note of the line ends in the next bytes of the input.
    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes {
            offset += 1
            switch encoding {
            case .utf16LittleEndian, .utf16BigEndian: addUnit(byte)
            default: if byte == 0x0A { starts.append(offset) }
            }
        }
    }

    /// Offset of a line's first byte in the input; `nil` for a line before the map's first.
    func start(ofLine line: Int) -> Int? {
        let index = line - firstLine
        guard index >= 0 else { return nil }
        return index < starts.count ? starts[index] : starts.last
    }

    /// Forgets the lines before one.
    mutating func forget(before line: Int) {
        let count = min(line - firstLine, starts.count - 1)
        guard count > 4_096 else { return }
        starts.removeFirst(count)
        firstLine += count
    }

    private mutating func addUnit(_ byte: UInt8) {
        guard let first = odd else {
            odd = byte
            return
        }
        odd = nil
        let isLineEnd = encoding == .utf16BigEndian ? (first == 0 && byte == 0x0A) : (first == 0x0A && byte == 0)
        if isLineEnd { starts.append(offset) }
    }
}
