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
}
