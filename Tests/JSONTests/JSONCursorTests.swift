import JSON
import Testing

struct JSONCursorTests {
    /// Steps over the whole of a text.
    private func check(_ json: String, depth: Int = 64) throws(JSONError) {
        let bytes = Array(json.utf8)
        var cursor = JSONCursor(depthLimit: depth)
        try cursor.skipValue(bytes.span)
        try cursor.end(bytes.span)
    }

    private func text(_ json: String) throws -> String {
        let bytes = Array(json.utf8)
        var cursor = JSONCursor()
        return try cursor.scanString(bytes.span).text(in: bytes.span)
    }

    /// By the grammar of RFC 8259.
    @Test(arguments: [
        "0", "-0", "10", "1.5", "-1.5e-3", "1E+9", "\"\"", "\"a\"", "true", "false", "null", "[]", "{}", "[[]]",
        " [ 1 , 2 ] ", "{\"a\":{\"b\":[{}]}}", "\t\r\n{ \"a\" : 1 }\n", "123456789012345678901234567890",
    ]) func takesWhatTheGrammarAllows(json: String) throws {
        try check(json)
    }

    @Test(arguments: [
        ("", 0), ("01", 1), ("1.", 2), (".5", 0), ("+1", 0), ("1e", 2), ("--1", 1), ("NaN", 0), ("Infinity", 0),
        ("-Infinity", 1), ("tru", 0), ("[1,]", 3), ("[1 2]", 3), ("[", 1), ("{\"a\"}", 4), ("{\"a\":}", 5),
        ("{\"a\":1,}", 7), ("{a:1}", 1), ("{,}", 1), ("[,]", 1), ("{\"a\":1]", 6), ("[1}", 2), ("\"", 1),
        ("\"\\x\"", 1),
        ("\"\\u12g4\"", 1), ("\"a\nb\"", 2), ("'a'", 0), ("1 2", 2), ("/*x*/1", 0),
    ]) func refusesTheRestWithItsPlace(json: String, offset: Int) {
        let error = #expect(throws: JSONError.self) { try check(json) }
        #expect(error?.code == .syntax)
        #expect(error?.offset == offset)
    }

    /// Surrogates by table 3-5 of the Unicode Standard; one alone is no character.
    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u3042\u00E9""#, "あé"), (#""\ud83d\ude00!""#, "😀!"),
        (#""\ud83d!""#, "\u{FFFD}!"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
        (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""x\u0000y""#, "x\0y"), ("\"日本\"", "日本"),
    ]) func undoesEscapes(json: String, expected: String) throws {
        #expect(try text(json) == expected)
    }

    @Test func bytesThatAreNoTextAreMendedOnlyInTexts() throws {
        let bytes: [UInt8] = [0x22, 0x61, 0xFF, 0x22]
        var cursor = JSONCursor()
        let string = try cursor.scanString(bytes.span)
        #expect(string.utf8(in: bytes.span) == [0x61, 0xFF])
        #expect(string.text(in: bytes.span) == "a\u{FFFD}")
        #expect(#expect(throws: JSONError.self) { try JSONCursor.checkEncoding(bytes.span) }?.offset == 2)
    }

    @Test func membersComeInTheirOrderTwiceToo() throws {
        let bytes = Array(#"{"b":1,"a":[2,{"x":3}],"b":4}"#.utf8)
        var cursor = JSONCursor()
        var names: [String] = []
        try cursor.openObject(bytes.span)
        while let name = try cursor.nextName(bytes.span) {
            names.append(name.text(in: bytes.span))
            try cursor.skipValue(bytes.span)
        }
        #expect(names == ["b", "a", "b"])
        #expect(cursor.position == bytes.count)
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("42", 42), ("-17", -17), ("9223372036854775807", Int.max), ("-9223372036854775808", .min),
    ]) func wholeNumbersAreRead(json: String, expected: Int) throws {
        let bytes = Array(json.utf8)
        var cursor = JSONCursor()
        #expect(try cursor.readInteger(bytes.span) == expected)
    }

    @Test(arguments: ["9223372036854775808", "-9223372036854775809", "1.0", "1e2", "99999999999999999999999"])
    func otherNumbersAreNoWholeOnes(json: String) {
        let bytes = Array(json.utf8)
        let error = #expect(throws: JSONError.self) {
            var cursor = JSONCursor()
            _ = try cursor.readInteger(bytes.span)
        }
        #expect(error?.code == .number)
    }

    @Test func namesAreComparedByTheirText() throws {
        let bytes = Array(#"{"\u0069d":1,"ide":2,"id":3}"#.utf8)
        var cursor = JSONCursor()
        var found: [Bool] = []
        try cursor.openObject(bytes.span)
        while let name = try cursor.nextName(bytes.span) {
            found.append(name.equals("id", in: bytes.span))
            try cursor.skipValue(bytes.span)
        }
        #expect(found == [true, false, true])
    }

    @Test func depthIsBounded() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        try check(nested(64))
        #expect(#expect(throws: JSONError.self) { try check(nested(65)) }?.code == .tooDeep)
        #expect(#expect(throws: JSONError.self) { try check(nested(1_000_000), depth: .max) }?.offset == 256)
        // What is closed counts no more.
        try check("[" + Array(repeating: nested(63), count: 100).joined(separator: ",") + "]")
    }

    @Test func errorsTellTheirPlace() {
        let bytes = Array("{\n\"a\": 1,\n\"b\": x}".utf8)
        let error = #expect(throws: JSONError.self) {
            var cursor = JSONCursor()
            try cursor.skipValue(bytes.span)
        }
        #expect(error?.offset == 15)
    }

    /// Wherever it stands among bytes that are looked at eight at a time; the neighbours of the signs are no signs.
    @Test(arguments: 0..<20)
    func stringsEndAtTheirQuote(place: Int) throws {
        let letters = String(repeating: "!#[] \u{7F}\u{80}声", count: place)
        #expect(try text("\"\(letters)\" \"\"") == letters)
        #expect(try text("\"\(letters)\\\"\(letters)\"") == letters + "\"" + letters)
        #expect(throws: JSONError.self) { try text("\"\(letters)\u{1F}\(letters)\"") }
        #expect(throws: JSONError.self) { try text("\"\(letters)") }
    }
}
