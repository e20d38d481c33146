import Feedback
import Measures
import Reports
import Store
import Testing

@testable import Flags
@testable import Reporting

/// What is said of falls that could have been missed; expected values by hand.
struct FallSightTests {
    private func note(voices: Int, smallest: Double?, isTested: Bool = true) -> InsufficientNote? {
        // S = 50·(1 + 0.2) = 60.
        let cell = Cell(n: voices, sum: 2_000 * voices)
        let key = CellKey(brand: "X", period: Period(length: .all, index: 0), measure: .support)
        var notes = TrendNotes()
        notes.sights = [
            SightRow(brand: "X", isTested: isTested, voices: voices, smallestFall: smallest)
        ]
        return FallSight(notes: notes).note(on: BrandCells(brand: "X", cells: [KeyedCell(key: key, cell: cell)]))
    }

    /// 30 · 16.72² = 8,386.8; from 60 nothing falls by 167.2 points, nor by 61.
    @Test(arguments: [(167.2, 8_387), (61, 1_117)])
    func fallBeyondTheScaleIsNone(smallest: Double, needed: Int) throws {
        let found = try #require(note(voices: 30, smallest: smallest))
        #expect(found.smallestDetectableFall == nil && found.neededVoices == needed && found.voices == 30)
    }

    /// 400 · 1.45² = 841.
    @Test func largerFallThanWantedIsTold() throws {
        let found = try #require(note(voices: 400, smallest: 14.5))
        #expect(found.smallestDetectableFall == 14.5 && found.neededVoices == 841 && found.wantedFall == 10)
    }

    @Test func sightOfTenPointsIsEnough() {
        #expect(note(voices: 400, smallest: 10) == nil)
    }

    @Test func untestedBrandCannotBeTold() throws {
        let found = try #require(note(voices: 4, smallest: nil, isTested: false))
        #expect(found.smallestDetectableFall == nil && found.neededVoices == nil)
    }
}
