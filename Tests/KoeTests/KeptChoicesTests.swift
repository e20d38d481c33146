import Feedback
import GRDB
import Store
import Testing

@testable import Answers
@testable import Nightly

/// What forms offer is that of the present content, however often it was asked for.
struct KeptChoicesTests {
    private static let kinds = CellKinds(minimumVoices: 3, hasWeeks: false)

    @Test func choicesFollowTheContent() throws {
        var sequence = try NightSequence(seed: 7)
        let choices = KeptChoices()
        var found: Set<[String]> = []
        for round in 0..<4 {
            if round > 0 { try sequence.change() }
            try sequence.database.write { db in
                try WholeMeasuring(zone: .utc, kinds: Self.kinds, person: { $0 }).run(
                    comments: 0,
                    in: db,
                    progress: { _ in }
                )
                for _ in 0..<2 {
                    let known = try choices.known(in: db)
                    #expect(try known.brands == CommentList.brands(in: db))
                    #expect(try known.channels == CommentList.channels(in: db))
                    found.insert(known.brands + known.channels)
                }
            }
        }
        #expect(found.count > 1)
    }

    /// The second question reads no list.
    @Test func whatIsKnownIsNotAskedForAgain() throws {
        var sequence = try NightSequence(seed: 7)
        try sequence.change()
        let choices = KeptChoices()
        try sequence.database.read { db in
            _ = try choices.known(in: db)
            var asked: [String] = []
            db.trace { if case .statement(let statement) = $0 { asked.append(statement.sql) } }
            _ = try choices.known(in: db)
            db.trace(nil)
            #expect(!asked.isEmpty && asked.allSatisfy { $0.contains("contentSum") })
        }
    }

    /// One question for the numbers of all brands gives those of one question each.
    @Test func wholesAreThoseOfTheirBrands() throws {
        var sequence = try NightSequence(seed: 9)
        for _ in 0..<5 { try sequence.change() }
        try sequence.database.write { db in
            try WholeMeasuring(zone: .utc, kinds: Self.kinds, person: { $0 }).run(
                comments: 0,
                in: db,
                progress: { _ in }
            )
            let brands = try VoiceTable.brands(in: db)
            let cells = try brands.flatMap { try CellTable.cells(of: $0, in: db) }.filter { cell in
                cell.period.length == .all && cell.channel == "*" && ["support", "brand"].contains(cell.measure)
            }
            #expect(!cells.isEmpty)
            #expect(try CellTable.wholes(of: ["support", "brand"], brands: brands, in: db) == cells)
            let counts = try brands.flatMap { try ReportQueries.basisCounts(of: $0, in: db) }.map(\.voices)
            #expect(try ReportQueries.countedVoices(of: brands, in: db) == counts.reduce(0, +))
        }
    }
}
