import JSON
import Testing

/// JSON with one form for every value; expected texts by RFC 8259.
struct JSONTreeEncoderTests {
    private struct Thing: Encodable {
        let z: Double
        let a: [Int]
        let text: String
        let absent: String?
        let inner: [String: Bool]
        let none: [Int]
    }

    @Test func keysAreSortedAndAbsentValuesLeftOut() throws {
        let thing = Thing(
            z: 0.1 + 0.2,
            a: [2, -1],
            text: "声\n\"\\\u{1}",
            absent: nil,
            inner: ["b": true, "a": false],
            none: []
        )
        let expected = """
            {
              "a": [
                2,
                -1
              ],
              "inner": {
                "a": false,
                "b": true
              },
              "none": [],
              "text": "声\\n\\"\\\\\\u0001",
              "z": 0.3
            }
            """
        #expect(String(decoding: try JSONTreeEncoder.bytes(thing, .report), as: UTF8.self) == expected)
    }

    @Test(arguments: [(84.0, "84"), (-0.5, "-0.5"), (1e-9, "0"), (0.1234567, "0.123457"), (100, "100")])
    func numbersHaveAtMostSixDecimals(value: Double, expected: String) throws {
        #expect(try JSONTreeEncoder.bytes(value, .report) == Array(expected.utf8))
    }

    @Test func namesAreSortedByTheirBytes() throws {
        let thing = ["b": 1, "B": 2, "é": 3, "aa": 4, "a": 5, "声": 6]
        let expected = #"{"B":2,"a":5,"aa":4,"b":1,"é":3,"声":6}"#
        #expect(try JSONTreeEncoder.record(thing) == expected)
    }

    private enum Side: String, Encodable {
        case left, right
    }

    private struct Parts: Encodable {
        let flag: Bool
        let large: UInt64
        let side: Side
        let sides: [Side?]
        let share: Float
        let nested: [String: [Int]]?
    }

    @Test func everyKindOfValueHasItsForm() throws {
        let parts = Parts(
            flag: true,
            large: .max,
            side: .left,
            sides: [.right, nil],
            share: 0.5,
            nested: ["x": [1], "w": []]
        )
        let expected = #"""
            {"flag":true,"large":18446744073709551615,"nested":{"w":[],"x":[1]},"share":0.5,"side":"left","sides":["right",null]}
            """#
        #expect(try JSONTreeEncoder.record(parts) == expected)
    }

    /// U+2028 and U+2029 begin with the byte of much punctuation, which stays as it is.
    @Test func textsForScriptsStayAsTheyAreButForWhatEndsALine() throws {
        let bytes = try JSONTreeEncoder.bytes(["…“声”—é", "a\u{2029}b\u{7F}c"], .report)
        #expect(String(decoding: bytes, as: UTF8.self) == "[\n  \"…“声”—é\",\n  \"a\\u2029b\\u007fc\"\n]")
    }

    @Test func whatIsLargeComesInPiecesThatJoinedAreTheWhole() throws {
        let lists = [(0..<60_000).map { "number \($0)" }, [], (0..<60_000).map { "again \($0)" }]
        let pieces = try JSONTreeEncoder.pieces(of: lists, .plain)
        #expect(pieces.count > 1 && pieces.allSatisfy { $0.count < 1_100_000 })
        let texts = lists.map { "[" + $0.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
        #expect(Array(pieces.joined()) == Array(("[" + texts.joined(separator: ",") + "]").utf8))
    }

    /// A value that was written apart, at the depth where it stands, is the value that is written in its place.
    @Test func whatIsWrittenAlreadyStandsAsIfItWereWrittenThere() throws {
        struct Outer<Value: Encodable>: Encodable {
            let name: String
            let inner: [String: [Value]]
        }
        let values = [["a": [1, 2], "b": []], [:], ["c": [3]]]
        let whole = try JSONTreeEncoder.bytes(Outer(name: "x", inner: ["list": values, "none": []]), .report)
        let written = try values.map { try JSONTreeEncoder.pieces(of: $0, .report, depth: 3).pieces }
        let parts = Outer(name: "x", inner: ["list": written.map(JSONPart.init(pieces:)), "none": []])
        let (pieces, places) = try JSONTreeEncoder.pieces(of: parts, .report, depth: 0)
        let bytes = Array(pieces.joined())
        #expect(bytes == whole)
        #expect(places.count == written.count)
        for (place, own) in zip(places, written) { #expect(bytes[place...].starts(with: own.joined())) }
    }
}
