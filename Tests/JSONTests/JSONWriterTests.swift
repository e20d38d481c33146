import JSON
import Testing

struct JSONWriterTests {
    /// One of everything.
    private func write(_ form: JSONForm) throws -> String {
        var json = JSONWriter(form)
        json.openObject()
        json.member("n", -5)
        json.name("list")
        json.openArray()
        json.flag(true)
        json.null()
        json.openObject()
        json.closeObject()
        json.openArray()
        json.closeArray()
        try json.number(0.1)
        json.closeArray()
        json.member("text", "a\"\\/\t\u{1}声\u{2028}")
        json.closeObject()
        return json.text
    }

    @Test func plainFormHasNoSpaceAndNumberedEscapes() throws {
        #expect(
            try write(.plain) == #"{"n":-5,"list":[true,null,{},[],0.1],"text":"a\"\\/\u0009\u0001声"#
                + "\u{2028}\"}"
        )
    }

    @Test func lineFormHasShortEscapes() throws {
        #expect(try write(.line).contains(#""a\"\\/\t\u0001声"#))
    }

    /// U+009B begins an escape sequence as U+001B U+005B does (ECMA-48, 5.4); letters of the same first byte stay.
    @Test(arguments: [JSONForm.line, .result])
    func shownFormsHoldNoControlCharacter(form: JSONForm) {
        var json = JSONWriter(form)
        json.openArray()
        json.string("\u{1B}[1m\u{9B}1m\u{7F}\u{80}©é\u{8}")
        json.closeArray()
        #expect(json.text.contains(#""\u001b[1m\u009b1m\u007f\u0080©é\b""#))
    }

    @Test func reportFormHasALineForEachPart() throws {
        let expected = #"""
            {
              "n": -5,
              "list": [
                true,
                null,
                {},
                [],
                0.1
              ],
              "text": "a\"\\/\t\u0001声\u2028"
            }
            """#
        #expect(try write(.report) == expected)
    }

    /// Line by line as Foundation's JSONEncoder printed it on Linux, with sorted keys and pretty printing.
    @Test func resultFormIsThatOfFoundation() throws {
        let value = ["b": [[0.5, 1], []], "a": []]
        let expected = """
            {
              "a" : [

              ],
              "b" : [
                [
                  0.5,
                  1
                ],
                [

                ]
              ]
            }
            """
        #expect(String(decoding: try JSONTreeEncoder.bytes(value, .result), as: UTF8.self) == expected)
        let text = try JSONTreeEncoder.bytes("\u{8}\u{C}\u{1}/\t", .result)
        #expect(String(decoding: text, as: UTF8.self) == #""\b\f\u0001/\t""#)
    }

    @Test func wholeNumbersOfAnySizeKeepTheirDigits() throws {
        #expect(try JSONTreeEncoder.bytes([UInt64.max, 0], .record) == Array("[18446744073709551615,0]".utf8))
        #expect(try JSONTreeEncoder.bytes([Float(0.5)], .record) == Array("[0.5]".utf8))
    }

    @Test(arguments: [(0.5, "0.5"), (84, "84"), (-1e-7, "-1e-07"), (1e16, "1e+16"), (0.1 + 0.2, "0.30000000000000004")])
    func shortestNumbersReadBackTheSame(value: Double, expected: String) throws {
        var json = JSONWriter(.plain)
        try json.number(value)
        #expect(json.text == expected)
        #expect(Double(json.text) == value)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func whatIsNotFiniteIsRefused(value: Double) {
        for form in [JSONForm.plain, .report] {
            let error = #expect(throws: JSONError.self) {
                var json = JSONWriter(form)
                try json.number(value)
            }
            #expect(error?.code == .number)
        }
        #expect(throws: JSONError.self) { try JSONTreeEncoder.bytes(["x": 1e300], .report) }
    }

    /// What is written reads back: texts of every control character and of characters of every length.
    @Test(arguments: [JSONForm.plain, .line, .report])
    func textsReadBack(form: JSONForm) throws {
        let text = String(String.UnicodeScalarView((0..<0x80).compactMap(Unicode.Scalar.init))) + "é声😀\u{2029}"
        var json = JSONWriter(form)
        json.string(text)
        var cursor = JSONCursor()
        let string = try cursor.scanString(json.bytes.span)
        #expect(string.text(in: json.bytes.span) == text)
        #expect(cursor.position == json.bytes.count)
    }

    @Test func aWriterIsUsedAgain() {
        var json = JSONWriter(.plain)
        var bytes: [UInt8] = []
        for number in 1...2 {
            json.openObject()
            json.member("n", number)
            json.closeObject()
            json.move(to: &bytes)
        }
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"n":1}{"n":2}"#)
    }

    @Test(arguments: [JSONForm.plain, .line, .report, .result])
    func plainNamesAreWrittenAsOthers(form: JSONForm) {
        var plain = JSONWriter(form)
        var other = JSONWriter(form)
        plain.openObject()
        other.openObject()
        for number in 0..<3 {
            plain.name(plain: "name")
            plain.integer(number)
            other.name("name")
            other.integer(number)
        }
        plain.closeObject()
        other.closeObject()
        #expect(plain.text == other.text)
    }

    @Test func writersGoOnBehindBytes() {
        var bytes = Array("[1]".utf8)
        for _ in 0..<2 {
            var json = JSONWriter(.plain, behind: &bytes)
            json.openArray()
            json.integer(2)
            json.closeArray()
            json.move(to: &bytes)
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "[1][2][2]")
    }

    @Test(arguments: [
        0, 1, 9, 10, 99, 100, 12_345, 9_999_999_999, 1_000_000_000_000_000_000, 999_999_999_999_999_999, Int.max,
        Int.min,
    ])
    func numbersOfEveryLengthAreWritten(value: Int) {
        var json = JSONWriter()
        json.integer(value)
        #expect(json.text == "\(value)")
    }

    /// Wherever it stands among letters that are looked at eight at a time.
    @Test(arguments: 0..<20)
    func signsAreEscapedAtEveryPlace(place: Int) {
        let letters = String(repeating: "!", count: place)
        for (sign, escape) in [("\"", "\\\""), ("\\", "\\\\"), ("\u{1F}", "\\u001f"), ("\u{0}", "\\u0000")] {
            var json = JSONWriter()
            json.string(letters + sign + letters)
            #expect(json.text == "\"\(letters)\(escape)\(letters)\"")
        }
    }
}
