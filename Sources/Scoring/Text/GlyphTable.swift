/// Emoji and emoticons of the lexicons, found at a place of the raw bytes.
struct GlyphTable: Sendable {
    private let strings: SymbolIndex
    /// Lexicon entry of each string.
    private let entries: FlatArray<Int32>
    /// Lengths that occur for each first byte, longest first, in one flat array.
    private let lengths: FlatArray<Int32>
    private let firstLength: FlatArray<Int32>
    /// A bit for each pair of bytes that a glyph begins with, which most signs of a text are not followed by.
    private let pairs: FlatArray<UInt64>
    /// Which third bytes may follow such a pair, by its hash: the low six bits of each.
    private let thirds: FlatArray<UInt64>

    /// A table without glyphs.
    static let empty = GlyphTable(in: emptyMemory)
    private static let emptyMemory = memory(of: [])

    /// A block that holds a table alone.
    static func memory(of glyphs: [(term: String, entry: Int32)]) -> FlatMemory {
        FlatMemory { write(glyphs, to: &$0) }
    }

    /// The table of `memory(of:)`, which must outlive it.
    init(in memory: FlatMemory) {
        self = memory.readOwn { reader throws(FlatReader.Damaged) in try GlyphTable(from: &reader) }
    }

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        strings = try SymbolIndex(from: &reader)
        entries = try reader.array()
        lengths = try reader.array()
        firstLength = try reader.array()
        pairs = try reader.array()
        thirds = try reader.array()
        guard firstLength.count == 257, pairs.count == 1 << 10, thirds.count == Self.thirdCount else {
            throw FlatReader.Damaged()
        }
    }

    /// Writes a table; of equal terms the first counts.
    static func write(_ glyphs: [(term: String, entry: Int32)], to writer: inout FlatWriter) {
        var table = SymbolTable()
        var entries: [Int32] = []
        var seen: [Set<Int>] = Array(repeating: [], count: 256)
        var pairs: [UInt64] = Array(repeating: 0, count: 1 << 10)
        var thirds: [UInt64] = Array(repeating: 0, count: thirdCount)
        for glyph in glyphs {
            let bytes = Self.withoutSelectors(glyph.term)
            guard let first = bytes.first, bytes.count > 1 else { continue }
            let pair = Self.pair(first, bytes[1])
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
            thirds[Self.slot(pair)] |= bytes.count > 2 ? 1 << UInt64(bytes[2] & 63) : .max
            _ = table.intern(String(decoding: bytes, as: UTF8.self))
            if table.count > entries.count { entries.append(glyph.entry) }
            seen[Int(first)].insert(bytes.count)
        }
        var lengths: [Int32] = []
        var firstLength: [Int32] = [0]
        for set in seen {
            lengths += set.sorted(by: >).map { Int32($0) }
            firstLength.append(Int32(lengths.count))
        }
        SymbolIndex.write(table, to: &writer)
        writer.write(entries)
        writer.write(lengths)
        writer.write(firstLength)
        writer.write(pairs)
        writer.write(thirds)
    }

    private static let thirdCount = 1 << 10

    @inline(__always)
    private static func slot(_ pair: Int) -> Int { (pair ^ pair >> 6) & (thirdCount - 1) }

    /// Whether a glyph may begin with the bytes at a place.
    @inline(__always)
    func mayStart(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place &+ 1 < bytes.count else { return false }
        let pair = Self.pair(bytes[place], bytes[place &+ 1])
        guard pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0 else { return false }
        let third = place &+ 2 < bytes.count ? bytes[place &+ 2] : 0
        return thirds[Self.slot(pair)] >> UInt64(third & 63) & 1 != 0
    }

    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }

    /// The longest glyph at a place that is not part of a word or number.
    func find(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (entry: Int32, length: Int)? {
        let first = Int(bytes[place])
        for row in Int(firstLength[first])..<Int(firstLength[first + 1]) {
            let length = Int(lengths[row])
            guard place + length <= bytes.count, stands(place, length, bytes) else { continue }
            let found = strings.find(UnsafeBufferPointer(rebasing: bytes[place..<place + length]))
            if found >= 0 { return (entries[Int(found)], length) }
        }
        return nil
    }

    /// Whether letters at the edges of a glyph have no letters around them, and digits no digits.
    private func stands(_ place: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = place + length
        let last = bytes[end - 1]
        let before = place > 0 ? bytes[place - 1] : 0x20
        let after = end < bytes.count ? bytes[end] : 0x20
        if bytes[place].isASCIIAlphanumeric, before.isASCIIAlphanumeric { return false }
        guard last.isASCIIAlphanumeric else { return true }
        return !after.isASCIIAlphanumeric && !before.isASCIIDigit
    }

    private static func withoutSelectors(_ term: String) -> [UInt8] {
        var kept = String.UnicodeScalarView()
        for scalar in term.unicodeScalars where !Scalar.isPictographMark(scalar.value) { kept.append(scalar) }
        return Array(String(kept).utf8)
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isASCIILower: Bool { self >= 0x61 && self <= 0x7A }
    var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isASCIILetter: Bool { isASCIILower || isASCIIUpper }
    var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
}
