import Testing

@testable import Measures

struct TrendProtocolTests {
    @Test func histogramLineIsAnswered() throws {
        let months = (0..<60).map { $0 < 40 ? "[[1,1,2,4,20],[1,1,1,3,9]]" : "[[20,4,2,1,1],[9,3,1,1,1]]" }
        let line =
            #" {"id":"a \"b\"", "months":60,"channels":["x",null,{"y":[true]}],"hist":[\#(months.joined(separator: ","))]} "#
        let answer = try TrendProtocol.answer(histogramLine: Array(line.utf8))
        #expect(String(decoding: answer, as: UTF8.self) == #"{"id":"a \"b\"","changes":[{"month":40,"direction":-1}]}"#)
    }

    @Test func dipIsAnsweredTwice() throws {
        let months = (0..<80).map { month in
            (50..<55).contains(month) ? "[[20,4,2,1,\(month % 2)]]" : "[[1,1,\(2 + month % 3),4,\(20 - month % 3)]]"
        }
        let answer = try TrendProtocol.answer(
            histogramLine: Array(#"{"id":"d","hist":[\#(months.joined(separator: ","))]}"#.utf8)
        )
        #expect(
            String(decoding: answer, as: UTF8.self)
                == #"{"id":"d","changes":[{"month":50,"direction":-1},{"month":55,"direction":1}]}"#
        )
    }

    @Test func emptyHistoryHasNoChanges() throws {
        let answer = try TrendProtocol.answer(histogramLine: Array(#"{"id":"e","hist":[]}"#.utf8))
        #expect(String(decoding: answer, as: UTF8.self) == #"{"id":"e","changes":[]}"#)
    }

    @Test func seriesLineIsAnswered() throws {
        let values = (0..<40).map { "\($0 == 5 ? "null" : $0 < 20 ? "\($0 % 3).5e0" : "\(50 + $0 % 3)")" }
        let line = #"{"values":[\#(values.joined(separator: ","))],"id":"s"}"#
        let answer = try TrendProtocol.answer(seriesLine: Array(line.utf8))
        #expect(String(decoding: answer, as: UTF8.self) == #"{"id":"s","changes":[20]}"#)
    }

    @Test(arguments: [
        ("", TrendLineError.Code.malformed), ("[]", .malformed), (#"{"id":"a"}"#, .missingKey),
        (#"{"hist":[]}"#, .missingKey), (#"{"id":"a","hist":[[[1,2],[1]],[[1,1]]]}"#, .shape),
        (#"{"id":"a","hist":[[]]}"#, .shape), (#"{"id":"a","hist":[[[-1]]]}"#, .number),
        (#"{"id":"a","hist":[[[1.5]]]}"#, .number), (#"{"id":"a","hist":[[[9999999999999999]]]}"#, .number),
        (#"{"id":"a","hist":[[[9999999999999]]]}"#, .tooLarge), (#"{"id":"a","hist":[[[1"#, .malformed),
        (#"{"id":"a","hist":[]} x"#, .malformed), (#"{"id":"a\"#, .malformed), (#"{"id":"a","x":nul"#, .malformed),
    ])
    func badHistogramLineIsAnError(line: String, code: TrendLineError.Code) {
        let error = #expect(throws: TrendLineError.self) { try TrendProtocol.answer(histogramLine: Array(line.utf8)) }
        #expect(error?.code == code)
    }

    @Test(arguments: [
        (#"{"id":1,"values":[1]}"#, TrendLineError.Code.malformed), (#"{"id":"a","values":[1,]}"#, .number),
        (#"{"id":"a","values":[1e999]}"#, .number), (#"{"id":"a","values":[1,2],"n":[1,-1]}"#, .number),
        (#"{"id":"a","values":[1,2],"n":[1]}"#, .shape),
        (#"{"id":"a","n":[1]}"#, .missingKey),
    ])
    func badSeriesLineIsAnError(line: String, code: TrendLineError.Code) {
        let error = #expect(throws: TrendLineError.self) { try TrendProtocol.answer(seriesLine: Array(line.utf8)) }
        #expect(error?.code == code)
    }

    @Test func missingValuesOfPythonAreMissing() throws {
        func line(_ missing: String) -> [UInt8] {
            let values = (0..<40).map { $0 == 5 || $0 == 30 ? missing : "\(($0 * 7) % 3 + ($0 < 20 ? -4 : 9))" }
            return Array(#"{"id":"x","values":[\#(values.joined(separator: ", "))]}"#.utf8)
        }
        #expect(try TrendProtocol.answer(seriesLine: line("null")) == Array(#"{"id":"x","changes":[20]}"#.utf8))
        #expect(try TrendProtocol.answer(seriesLine: line("NaN")) == TrendProtocol.answer(seriesLine: line("null")))
        #expect(throws: TrendLineError.self) { try TrendProtocol.answer(seriesLine: line("Infinity")) }
        #expect(throws: TrendLineError.self) { try TrendProtocol.answer(seriesLine: line("Nope")) }
    }
}
