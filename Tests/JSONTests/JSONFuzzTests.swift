import JSON
import Testing

/// Whatever the bytes are, the reader gives an answer or an error within them.
struct JSONFuzzTests {
    private static let sample = Array(
        #" {"id":"a\"\u00e9\ud83d\ude00","n":-12.50e+3,"list":[1,[],{"x":null}],"flag":true,"声":"\n丁寧"} "#.utf8
    )

    private static let bytes: [UInt8] = [
        0, 0x22, 0x2C, 0x2D, 0x30, 0x3A, 0x5B, 0x5C, 0x5D, 0x75, 0x7B, 0x7D, 0xED, 0xFF,
    ]

    /// Goes through a text as callers do: extent, array, whole, members with texts and numbers.
    private func read(_ bytes: [UInt8]) {
        var extent = JSONExtent()
        if let end = extent.scan(bytes.span, from: 0) { #expect((0...bytes.count).contains(end)) }
        var finder = JSONArrayFinder(path: nil)
        if case .found(let index) = finder.scan(bytes.span, from: 0) { #expect((1...bytes.count).contains(index)) }
        do throws(JSONError) {
            try JSONCursor.checkEncoding(bytes.span)
            var cursor = JSONCursor()
            try cursor.skipValue(bytes.span)
            try cursor.end(bytes.span)
            #expect(cursor.position == bytes.count)
        } catch {
            #expect((0...bytes.count).contains(error.offset))
        }
        var cursor = JSONCursor()
        do throws(JSONError) { try members(bytes, &cursor) } catch { #expect((0...bytes.count).contains(error.offset)) }
    }

    private func members(_ bytes: [UInt8], _ cursor: inout JSONCursor) throws(JSONError) {
        try cursor.openObject(bytes.span)
        while let name = try cursor.nextName(bytes.span) {
            _ = name.text(in: bytes.span)
            _ = name.equals("id", in: bytes.span)
            switch cursor.peek(bytes.span) {
            case UInt8(ascii: "\""):
                let string = try cursor.scanString(bytes.span)
                _ = (string.text(in: bytes.span), string.utf8(in: bytes.span))
            case UInt8(ascii: "["):
                try cursor.openArray(bytes.span)
                while try cursor.nextElement(bytes.span) { try cursor.skipValue(bytes.span) }
            case UInt8(ascii: "-"): _ = try cursor.readInteger(bytes.span)
            default: try cursor.skipValue(bytes.span)
            }
        }
    }

    @Test func aTextCutAtAnyByteIsAnError() throws {
        let end = Self.sample.count - 1
        for length in 0..<end {
            let cut = Array(Self.sample.prefix(length))
            read(cut)
            #expect(throws: JSONError.self) {
                var cursor = JSONCursor()
                try cursor.skipValue(cut.span)
            }
        }
        read(Self.sample)
    }

    @Test func anyByteAtAnyPlaceIsAnswered() {
        for place in Self.sample.indices {
            for byte in Self.bytes {
                var changed = Self.sample
                changed[place] = byte
                read(changed)
                changed.remove(at: place)
                read(changed)
                changed.insert(contentsOf: [byte, byte], at: place)
                read(changed)
            }
        }
    }

    @Test func randomBytesAreAnswered() {
        var random = SplitMix(state: 20_240_229)
        let likely = Array("{}[]\",:\\u0123456789abcdeE+-.truefalsn \n".utf8)
        for _ in 0..<5_000 {
            let length = Int(random.next() % 48)
            read((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
            read((0..<length).map { _ in likely[Int(random.next() % UInt64(likely.count))] })
        }
    }

    @Test func deepNestingIsAnError() {
        for part in ["[", "{\"a\":", "[{\"a\":[", "[[],"] {
            let bytes = Array(String(repeating: part, count: 200_000).utf8)
            let error = #expect(throws: JSONError.self) {
                var cursor = JSONCursor(depthLimit: .max)
                try cursor.skipValue(bytes.span)
            }
            #expect(error?.code == .tooDeep)
        }
    }
}

/// SplitMix64 of Steele, Lea and Flood (OOPSLA 2014), figure 17.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
