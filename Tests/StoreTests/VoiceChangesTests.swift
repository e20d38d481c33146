import GRDB
import Testing

@testable import Store

/// Voices that become others in the rows where they stand.
struct VoiceChangesTests {
    private static func voice(_ name: String, _ edit: (inout VoiceRow) -> Void = { _ in }) -> VoiceRow {
        var voice = VoiceRow(voiceID: name, brand: "Lotte", month: "2014-01", supportBasis: "none", brandBasis: "none")
        edit(&voice)
        return voice
    }

    /// The voices that stand in the end, by their names, with the row of each.
    private func stored(
        _ old: [VoiceRow],
        then new: [VoiceRow]
    ) throws -> (ids: [String: Int64], after: [String: Int64], voices: [VoiceRow]) {
        try KoeDatabase.inMemory().write { db in
            func ids() throws -> [String: Int64] {
                let rows = try Row.fetchAll(db, sql: "SELECT voiceID, id FROM voice")
                return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
            }
            try VoiceTable.insert(old, in: db)
            let before = try ids()
            let known = try Row.fetchAll(db, sql: "SELECT \(VoiceRow.selection) FROM voice ORDER BY id")
            let changes = VoiceChanges(from: try known.map { ($0[0], try VoiceRow(row: $0)) }, to: new, firstID: 100)
            try VoiceTable.store(changes, in: db)
            #expect(try ContentSums.differences(in: db) == [])
            var voices: [VoiceRow] = []
            try VoiceTable.forEach(brand: nil, in: db) { voices.append($0) }
            return (before, try ids(), voices)
        }
    }

    @Test func whatStaysKeepsItsRow() throws {
        let changed = Self.voice("b") {
            ($0.supportPolarity, $0.facets, $0.product, $0.day) = (-5_000, "{\"speed\":-5000}", nil, 16_001)
        }
        let (before, after, voices) = try stored(
            [
                Self.voice("a"),
                Self.voice("b") { ($0.product, $0.day, $0.lot) = ("Timer", 16_000, 7) },
                Self.voice("c"),
            ],
            then: [Self.voice("a"), changed, Self.voice("d")]
        )
        #expect(voices == [Self.voice("a"), changed, Self.voice("d")])
        #expect(after["a"] == before["a"] && after["b"] == before["b"])
    }

    /// が as one scalar, and as か with its mark: Swift calls the texts equal, and the hash of the content does not.
    @Test func textInOtherScalarsIsAnother() throws {
        let (one, two) = ("\u{304C}", "\u{304B}\u{3099}")
        let (_, _, voices) = try stored(
            [Self.voice("a") { $0.author = one }, Self.voice("b") { $0.author = one }],
            then: [Self.voice("a") { $0.author = two }, Self.voice("b") { ($0.author, $0.rating) = (two, 10) }]
        )
        #expect(voices.map { Array(($0.author ?? "").utf8) } == [Array(two.utf8), Array(two.utf8)])
    }

    @Test func namesInOtherScalarsAreTwoVoices() throws {
        let names = ["\u{304C}", "\u{304B}\u{3099}"]
        let (_, _, voices) = try stored(
            names.map { Self.voice($0) },
            then: names.map { name in Self.voice(name) { $0.rating = 1 } }
        )
        #expect(Set(voices.map { Array($0.voiceID.utf8) }) == Set(names.map { Array($0.utf8) }))
        #expect(voices.map(\.rating) == [1, 1])
    }
}
