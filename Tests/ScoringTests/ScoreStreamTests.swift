import Feedback
import Testing

@testable import Scoring

struct ScoreStreamTests {
    private func parse(_ line: String) throws -> ScoreRequest {
        try ScoreRequest.parse(line: Array(line.utf8), number: 7)
    }

    @Test(arguments: [
        (#"{"id":1,"text":"hi"}"#, "1", "hi"), (#"{"id":"a\"b","text":"x"}"#, #""a\"b""#, "x"),
        (#"{ "text" : "a\nb\t\\\/" , "id" : -1.5e3 }"#, "-1.5e3", "a\nb\t\\/"),
        (#"{"id":1,"text":"\u3042\ud83d\ude00\u00e9"}"#, "1", "あ😀é"),
        (#"{"id":1,"text":"\ud83d x"}"#, "1", "\u{FFFD} x"),
        (#"{"id":1,"x":[1,{"y":null}],"z":true,"w":false,"text":""}"#, "1", ""),
        (#"{"id":0,"text":"日本語"}"#, "0", "日本語"),
        (#"{"id":1,"text":"\b\f\r"}"#, "1", "\u{8}\u{C}\r"), (#"{"id":1,"text":"a","text":"b"}"#, "1", "b"),
    ])
    func requestsAreRead(line: String, id: String, text: String) throws {
        let request = try parse(line)
        #expect(String(decoding: request.id, as: UTF8.self) == id)
        #expect(String(decoding: request.text, as: UTF8.self) == text)
        #expect(request.language == nil)
    }

    @Test(arguments: [("ja", Language.japanese), ("en", Language.english), ("fr", nil), ("und", nil)])
    func languagesAreRead(code: String, language: Language?) throws {
        #expect(try parse(#"{"id":1,"text":"x","lang":"\#(code)"}"#).language == language)
        #expect(try parse(#"{"id":1,"text":"x","lang":null}"#).language == nil)
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"id":1}"#, #"{"text":"x"}"#, #"{"id":null,"text":"x"}"#, #"{"id":1,"text":"x"} y"#,
        #"{"id":1,"text":"x""#, #"{"id":1,"text":"x"#, #"{"id":1,"text":"\q"}"#, #"{"id":1,"text":"\u12"}"#,
        #"{"id":01,"text":"x"}"#, #"{"id":1,"text":3}"#, #"{"id":1,,"text":"x"}"#, #"{"id":1,"text":"x",}"#,
        "{\"id\":1,\"text\":\"a\nb\"}",
        #"{"id":1.,"text":"x"}"#, #"{"id":-,"text":"x"}"#, #"{"id":tru,"text":"x"}"#,
    ])
    func badLinesAreRefusedWithTheirNumber(line: String) throws {
        let error = try #require(throws: ScoringError.self) { try parse(line) }
        #expect(error.code == .badRequest)
        #expect(error.line == 7)
    }

    @Test func deepNestingIsRefused() {
        let line = "{\"id\":1,\"x\":" + String(repeating: "[", count: 100_000)
        #expect(throws: ScoringError.self) { try parse(line) }
    }

    @Test(arguments: [
        (0, "0"), (1, "0.001"), (-50, "-0.05"), (1_000, "1"), (-1_000, "-1"), (340, "0.34"), (999, "0.999"),
    ])
    func scoresAreWrittenAsThousandths(valence: Int, text: String) {
        var bytes: [UInt8] = []
        ScoreResponse(id: Array("1".utf8), score: Score(language: .english, valence: valence)).append(to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"id":1,"lang":"en","valence":\#(valence),"score":\#(text),"facets":[],"signals":[],"evidence":[]}"#
                + "\n"
        )
    }

    @Test func everyPartIsWritten() {
        var score = Score(language: .japanese, valence: -410)
        let range = ByteRange(start: 3, length: 12)
        score.facets = [FacetMention(facet: .followThrough, polarity: .negative, range: range, entry: "a\"b")]
        score.signals = [SignalMention(signal: .crossBuy, range: range, entry: "遅い")]
        score.evidence = [Evidence(range: range, entry: "x\ty", valence: -5, rule: "negation+contrast")]
        var bytes: [UInt8] = []
        ScoreResponse(id: Array(#""k""#.utf8), score: score).append(to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"{"id":"k","lang":"ja","valence":-410,"score":-0.41,"#
                + #""facets":[{"name":"follow-through","polarity":-1,"start":3,"length":12,"entry":"a\"b"}],"#
                + #""signals":[{"name":"cross-buy","start":3,"length":12,"entry":"遅い"}],"#
                + #""evidence":[{"start":3,"length":12,"entry":"x\u0009y","valence":-5,"rule":"negation+contrast"}]}"#
                + "\n"
        )
    }

    @Test func unknownLanguageHasNoValence() {
        var bytes: [UInt8] = []
        ScoreResponse(id: Array("2".utf8), score: Score(language: .unknown, valence: nil)).append(to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"id":2,"lang":"und","valence":null,"score":0,"facets":[],"signals":[],"evidence":[]}"# + "\n"
        )
    }
}
