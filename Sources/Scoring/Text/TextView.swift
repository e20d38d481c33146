import Feedback

/// A text as the rules see it: one spelling for each letter, without what is not the writer's own words,
/// and with a way back to the bytes as they were given.
struct TextView {
    /// What stands in for a pictograph, an emoticon or a run of stars.
    static let glyphByte: UInt8 = 0x01

    /// A glyph cut out of the text.
    struct Glyph {
        /// Place of its `glyphByte` in `bytes`.
        let place: Int32
        /// Lexicon entry, or −1 − r for a written rating of r basis points (0…10,000).
        let entry: Int32
        /// Times it stood in a row.
        let count: Int32
    }

    /// Memory of one text, kept for the next.
    private final class Storage {
        var bytes: UnsafeMutablePointer<UInt8>
        var map: UnsafeMutablePointer<Int32>
        private var capacity = 0

        init() {
            bytes = .allocate(capacity: 0)
            map = .allocate(capacity: 0)
        }

        deinit {
            bytes.deallocate()
            map.deallocate()
        }

        func reserve(_ wanted: Int) {
            guard wanted > capacity else { return }
            bytes.deallocate()
            map.deallocate()
            bytes = .allocate(capacity: wanted)
            map = .allocate(capacity: wanted)
            capacity = wanted
        }
    }

    private let storage = Storage()
    private var base: UnsafeMutablePointer<UInt8>
    private var mapBase: UnsafeMutablePointer<Int32>
    private var count = 0

    init() {
        base = storage.bytes
        mapBase = storage.map
    }

    /// Copy of `bytes`, for callers that do not keep the view.
    var normalised: [UInt8] { withExtendedLifetime(storage) { Array(bytes) } }
    /// Copy of `map`.
    var places: [Int32] { withExtendedLifetime(storage) { Array(map) } }
    /// Normalised UTF-8: lower case, half-width ASCII, full-width kana, accents folded; valid while the view lives.
    ///
    /// A block of zeros follows the last byte, so that any place can be read as a `ByteBlock`.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
    /// For each normalised byte the place of the original scalar, and one end more.
    var map: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: mapBase, count: count + 1) }
    private(set) var glyphs: [Glyph] = []
    private(set) var writing = Writing()
    /// Where an older mail, a signature or a notice begins, which is not the writer's; `nil` where all is.
    private(set) var ownWordsEnd: Int?

    /// Reads a text; the buffers of the text before are used again.
    mutating func read(_ raw: UnsafeBufferPointer<UInt8>, writing: Writing, glyphTable: GlyphTable) {
        count = 0
        glyphs.removeAll(keepingCapacity: true)
        ownWordsEnd = nil
        self.writing = writing
        // No scalar grows by more than two bytes for each of its own: ASCII signs become full-width ones.
        storage.reserve(raw.count * 3 + 16)
        base = storage.bytes
        mapBase = storage.map
        var place = 0
        while place < raw.count {
            let byte = raw[place]
            if place > 0, raw[place &- 1] == 0x0A, Self.endsOwnWords(place, raw) {
                ownWordsEnd = place
                break
            }
            if byte.isASCIILower || byte == 0x20 || byte.isASCIIUpper || byte.isASCIIDigit {
                place = readWordByte(byte, place, raw, glyphTable)
                if raw[place &- 1].isASCIIAlphanumeric { place = copyWord(place, raw) }
            } else if byte < 0x80 {
                place = readASCIISymbol(byte, place, raw, glyphTable)
            } else {
                place = readScalar(place, raw, glyphTable)
            }
        }
        mapBase[count] = Int32(raw.count)
        (base + count).update(repeating: 0, count: ByteBlock.size)
    }

    /// Copies the letters and digits that follow others, in lower case.
    @inline(__always)
    private mutating func copyWord(_ start: Int, _ raw: UnsafeBufferPointer<UInt8>) -> Int {
        guard let source = raw.baseAddress else { return start }
        var place = start
        while place &+ ByteBlock.size <= raw.count {
            let block = ByteBlock(source + place)
            copy(block, place)
            let run = ByteBlock.run(block.lettersAndDigits)
            place &+= run
            count &+= run
            if run < ByteBlock.size { return place }
        }
        while place < raw.count, raw[place].isASCIIAlphanumeric {
            emit(raw[place].isASCIIUpper ? raw[place] | 0x20 : raw[place], place)
            place &+= 1
        }
        return place
    }

    /// Writes eight bytes in lower case behind the last, for the caller to count those that are right.
    @inline(__always)
    private func copy(_ block: ByteBlock, _ place: Int) {
        let target = UnsafeMutableRawPointer(base + count)
        target.storeBytes(of: block.lowercased.bytes.littleEndian, as: UInt64.self)
        let first = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: place))
        let places = first &+ SIMD8(0, 1, 2, 3, 4, 5, 6, 7)
        UnsafeMutableRawPointer(mapBase + count).storeBytes(of: places, as: SIMD8<Int32>.self)
    }

    /// Original range of normalised bytes.
    func range(_ start: Int, _ end: Int) -> ByteRange {
        ByteRange(start: Int(mapBase[start]), length: Int(mapBase[end] - mapBase[start]))
    }

    @inline(__always)
    mutating func emit(_ byte: UInt8, _ place: Int) {
        base[count] = byte
        mapBase[count] = Int32(truncatingIfNeeded: place)
        count &+= 1
    }

    mutating func emit(scalar: UInt32, _ place: Int) {
        if scalar < 0x80 {
            emit(UInt8(scalar), place)
        } else if scalar < 0x800 {
            emit(UInt8(0xC0 | scalar >> 6), place)
            emit(UInt8(0x80 | scalar & 0x3F), place)
        } else if scalar < 0x1_0000 {
            emit(UInt8(0xE0 | scalar >> 12), place)
            emit(UInt8(0x80 | scalar >> 6 & 0x3F), place)
            emit(UInt8(0x80 | scalar & 0x3F), place)
        } else {
            emit(UInt8(0xF0 | scalar >> 18), place)
            emit(UInt8(0x80 | scalar >> 12 & 0x3F), place)
            emit(UInt8(0x80 | scalar >> 6 & 0x3F), place)
            emit(UInt8(0x80 | scalar & 0x3F), place)
        }
    }

    /// Adds a glyph, or counts it on when it repeats the one just before.
    mutating func emitGlyph(_ entry: Int32, _ place: Int) {
        if let last = glyphs.last, last.entry == entry, Int(last.place) == count - 1 {
            glyphs[glyphs.count - 1] = Glyph(place: last.place, entry: entry, count: last.count + 1)
            return
        }
        glyphs.append(Glyph(place: Int32(count), entry: entry, count: 1))
        emit(Self.glyphByte, place)
    }

    /// Last scalar that was written, when it has `length` bytes, replaced by another of the same length.
    mutating func replaceLast(_ length: Int, with scalar: UInt32) {
        count -= length
        let place = Int(mapBase[count])
        emit(scalar: scalar, place)
    }

    /// Last scalar that was written, 0 when there is none.
    var lastScalar: UInt32 {
        guard count > 0 else { return 0 }
        var start = count - 1
        while start > 0, base[start] & 0xC0 == 0x80 { start -= 1 }
        return Scalar.at(start, in: bytes).value
    }
}
