import Feedback
import Store
import Testing

struct JSONTextTests {
    @Test(arguments: ["plain", "引用\"符\"", "back\\slash", "line\nbreak\ttab", "bell\u{7}", "", "😀"])
    func evidenceIsReadBack(entry: String) throws {
        let evidence = [
            Evidence(range: ByteRange(start: 0, length: 3), entry: entry, valence: -250, rule: "lexicon"),
            Evidence(range: ByteRange(start: 9, length: 1), entry: entry, valence: 400, rule: "negation+intensifier"),
        ]
        #expect(try JSONText.evidence(JSONText.encode(evidence)) == evidence)
    }

    @Test func facetsAndSignalsAreReadBack() throws {
        let range = ByteRange(start: 3, length: 6)
        let facets = [FacetMention(facet: .followThrough, polarity: .positive, range: range, entry: "第一報")]
        let signals = [SignalMention(signal: .crossBuy, range: range, entry: "チケット")]
        #expect(try JSONText.facetMentions(JSONText.encode(facets)) == facets)
        #expect(try JSONText.signalMentions(JSONText.encode(signals)) == signals)
        #expect(try JSONText.facetMentions("[]").isEmpty)
    }

    @Test(arguments: [
        "", "[", "[{}]", "[{\"name\":}]", "[{\"name\":\"x\"", "{}", "[{\"name\":\"speed\",\"polarity\":9}]",
    ])
    func brokenJSONIsCorrupt(text: String) {
        #expect(throws: StoreError.self) { try JSONText.facetMentions(text) }
    }

    /// SQLite itself must be able to read what analysts query with json_each.
    @Test func viewsOpenTheMentions() throws {
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            _ = try CommentTable.store([Feedback.Comment(source: "s", externalID: "1", text: "丁寧")], in: db)
            let scorer = try ScoreTable.scorerID(version: "v", in: db)
            let mention = FacetMention(
                facet: .courtesy,
                polarity: .positive,
                range: ByteRange(start: 0, length: 6),
                entry: "\"丁寧\""
            )
            try ScoreTable.store(
                [(1, Score(language: .japanese, valence: 1, facets: [mention]))],
                scorerID: scorer,
                in: db
            )
            var rows: [[String]] = []
            try ExportQuery.scores.forEachRow(in: db) { row in rows.append(row.map(\.name)) }
            #expect(rows.count == 1)
        }
    }
}
