import JSON
import Testing

@testable import Reports

/// What writes itself has the bytes that it has by describing itself.
struct WrittenPointsTests {
    /// Stands for a value that can do no more than describe itself.
    private struct Described<Value: Encodable>: Encodable {
        let value: Value

        func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
    }

    private static let range = ValueRange(value: 50.123456789, low: -1.5, high: 100)
    private static let strength = Strength(voices: 12, range: range)

    private func expectSame<Value: JSONWritten>(_ values: [Value], _ form: JSONForm) throws {
        let written = try JSONTreeEncoder.bytes(values, form)
        var descriptions: [Described<Value>] = []
        for value in values { descriptions.append(Described(value: value)) }
        let described = try JSONTreeEncoder.bytes(descriptions, form)
        #expect(written == described, "\(String(decoding: written, as: UTF8.self))")
    }

    @Test(arguments: [JSONForm.report, .record, .plain])
    func bytesAreThoseOfTheDescription(_ form: JSONForm) throws {
        let compared = ComparedPoint(voices: 7, support: Self.range, brand: Self.range, difference: Self.range)
        let full = SeriesPoint(
            period: "2014-03",
            support: Self.strength,
            brand: Strength(voices: 3),
            adjustedSupport: 49.5,
            compared: compared
        )
        try expectSame([full, SeriesPoint(period: "声\"", support: Strength(voices: 0), brand: Self.strength)], form)
        try expectSame([LevelPoint(period: "2014-Q2", strength: Self.strength)], form)
        try expectSame([PeriodCount(period: "2014-04", voices: 9)], form)
        try expectSame([compared], form)
        try expectSame([Self.strength, Strength(voices: 1)], form)
        try expectSame([Self.range], form)
        try expectSame([SeriesPoint](), form)
    }

    @Test func numberWithoutAFormIsAnErrorEitherWay() {
        let value = ValueRange(value: .nan, low: 0, high: 1)
        #expect(throws: JSONError.self) { try JSONTreeEncoder.bytes([value], .report) }
        #expect(throws: JSONError.self) { try JSONTreeEncoder.bytes([Described(value: value)], .report) }
    }
}
