import Feedback
import JSON
import Testing

@testable import Ingestion

struct JsonTests {
    private func read(_ json: String, depth: Int = 64) throws(JSONError) -> [String: String] {
        try read(Array(json.utf8), depth: depth)
    }

    private func read(_ bytes: [UInt8], depth: Int = 64) throws(JSONError) -> [String: String] {
        var plan = FieldPlan()
        let names = ["a", "b", "c.d"]
        let slots = names.map { plan.slot(for: $0) }
        var row = FieldRow(slots: plan.slotCount)
        try ObjectReader(depthLimit: depth).read(bytes.span, plan: plan, into: &row)
        var values: [String: String] = [:]
        for (name, slot) in zip(names, slots) {
            if case .text(let text) = row[slot] { values[name] = text }
        }
        return values
    }

    /// Cases of RFC 8259.
    @Test(arguments: [
        (#"{"a":"x","b":12.50e+3}"#, ["a": "x", "b": "12.50e+3"]),
        (#" { "a" : "x" , "b" : true } "#, ["a": "x", "b": "true"]),
        (#"{"a":null,"b":"0"}"#, ["b": "0"]), (#"{"a":"1","a":"2"}"#, ["a": "2"]),
        (#"{"c":{"d":"in","e":[1,{"d":2}]}}"#, ["c.d": "in"]),
        (#"{"c.d":"flat"}"#, ["c.d": "flat"]), (#"{"x":[[],{}],"a":"y"}"#, ["a": "y"]), ("{}", [:]),
        (#"{"a":"\"\\\/\b\f\n\r\t"}"#, ["a": "\"\\/\u{8}\u{C}\n\r\t"]), (#"{"\u0061":"あ\u3042"}"#, ["a": "ああ"]),
        (#"{"a":"\uD83D\uDE00"}"#, ["a": "😀"]), (#"{"a":"\ud83d!"}"#, ["a": "\u{FFFD}!"]),
        (#"{"a":"\udE00\ud83d\u0041"}"#, ["a": "\u{FFFD}\u{FFFD}A"]),
        (#"{"a":"x\u0000y"}"#, ["a": "x\u{FFFD}y"]), (#"{"a":-0,"b":"😡"}"#, ["a": "-0", "b": "😡"]),
    ]) func readsObjects(json: String, values: [String: String]) throws {
        #expect(try read(json) == values)
    }

    @Test(arguments: [
        "", "[]", "1", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":01}",
        "{\"a\":1.}", "{\"a\":.5}",
        "{\"a\":+1}", "{\"a\":tru}", "{\"a\":nul}", "{\"a\":\"x}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12G4\"}",
        "{\"a\":\"\n\"}", "{\"a\":1}}",
        "{\"a\":1} x", "{\"a\":[1,]}", "{\"a\":{1:2}}", "{\"a\":'x'}", "{\"a\":NaN}", "{\"a\":1 \"b\":2}",
        "{\"a\":\"\\",
    ]) func refusesWhatIsNoObject(json: String) {
        let fault = #expect(throws: JSONError.self) { try read(json) }
        #expect(fault?.code == .syntax)
    }

    @Test func depthIsBounded() throws {
        let nested = { (depth: Int) in
            "{\"x\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        }
        #expect(try read(nested(63)) == [:])
        #expect(#expect(throws: JSONError.self) { try read(nested(64)) }?.code == .tooDeep)
        #expect(#expect(throws: JSONError.self) { try read(nested(1_000_000)) }?.code == .tooDeep)
    }

    /// Sequences that table 3-7 of the Unicode Standard forbids.
    @Test(
        arguments: [
            [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE3, 0x81],
            [0xFF],
        ] as [[UInt8]]
    )
    func badBytesAreToldWithTheirPlace(bytes: [UInt8]) {
        let fault = #expect(throws: JSONError.self) { try read(Array(#"{"zz":"ab"#.utf8) + bytes + Array("\"}".utf8)) }
        #expect(fault?.code == .encoding)
        #expect(fault?.offset == 9)
    }
}
