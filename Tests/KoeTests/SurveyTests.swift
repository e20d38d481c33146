import Foundation
import Testing

/// Survey questions from the mapping to the report, with hand-made figures.
struct SurveyTests {
    /// Ten answers: 4 promoters, 2 passives, 4 detractors; 6 of 10 satisfied; efforts with a mean of 4.
    private static let rows = [
        (10, 5, 7), (9, 5, 6), (9, 4, 5), (10, 4, 5), (8, 4, 4), (7, 4, 4), (6, 3, 3), (0, 1, 3), (3, 2, 2), (5, 3, 1),
    ]

    private static var table: String {
        "id,posted_at,author_id,text,NPS,CSAT,CES\n"
            + rows.enumerated().map { index, row in
                "\(index),2024-05-\(10 + index)T00:00:00Z,c\(index),回答です。,\(row.0),\(row.1),\(row.2)"
            }
            .joined(separator: "\n") + "\n"
    }

    private func surveys(_ workspace: String) throws -> [[String]] {
        let run = try KoeProcess.run(["-w", workspace, "run"])
        #expect(run.status == 0, "\(run.errors)")
        let file = URL(filePath: workspace).appending(path: "reports/latest/csv/surveys.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        return lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private func check(_ rows: [[String]]) throws {
        #expect(rows.map { "\($0[1]) \($0[2])" } == ["nps ", "nps 2024", "csat ", "csat 2024", "ces ", "ces 2024"])
        // (4 − 4)/10; Σd² = 8, so √(8/9/10) = 29.81.
        // 6/10; √(0.6·0.4/9) = 16.33.
        // Mean 4 of 1…7; Σ(x − 4)² = 30, so √(30/9/10) = 0.577.
        let expected = [("0", 29.814_239_699_997_2), ("60", 16.329_931_618_554_5), ("4", 0.577_350_269_189_626)]
        for (place, (value, error)) in expected.enumerated() {
            let row = rows[2 * place]
            #expect(abs((Double(row[3]) ?? .nan) - (Double(value) ?? 0)) < 1e-3, "\(row)")
            #expect(abs((Double(row[6]) ?? .nan) - error) < 0.01, "\(row)")
            #expect(row[7] == "10")
        }
    }

    @Test func mappedSurveyReachesTheReport() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let file = try folder.file("survey.csv", Self.table)
        let suggestion = try KoeProcess.run(["import", "--suggest", file])
        #expect(suggestion.output.contains("nps: {column: NPS, scale: 0..10}"), "\(suggestion.output)")
        #expect(suggestion.output.contains("csat: {column: CSAT, scale: 1..5}"))
        #expect(suggestion.output.contains("ces: {column: CES, scale: 1..7}"))
        let map = try folder.file("survey.yaml", suggestion.output + "\nbrand: Aster\n")
        let imported = try KoeProcess.run(["-w", workspace, "import", "--map", map, file])
        #expect(imported.status == 0, "\(imported.errors)")
        try check(surveys(workspace))
    }

    @Test func exportedSurveyIsReadAgain() throws {
        let folder = try TemporaryFolder()
        let first = try folder.workspace("first")
        let map = try folder.file("survey.yaml", "format: csv\nbrand: Aster\nmap: {nps: NPS, csat: CSAT, ces: CES}\n")
        let file = try folder.file("survey.csv", Self.table)
        #expect(try KoeProcess.run(["-w", first, "import", "--map", map, "--source", "survey", file]).status == 0)
        let rows = try KoeProcess.run(["-w", first, "export", "comments"]).output
        let second = try folder.workspace("second")
        let exported = try folder.file("survey.ndjson", rows)
        #expect(try KoeProcess.run(["-w", second, "import", exported]).status == 0)
        try check(surveys(second))
    }

    /// A mapping that is mended to declare the question updates what is stored.
    @Test func declaringTheQuestionLaterUpdatesTheRows() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let file = try folder.file("survey.csv", Self.table)
        for (name, rating) in [("a", "{column: NPS, scale: 0..10}"), ("b", "{column: NPS, scale: nps}")] {
            let map = try folder.file(
                "\(name).yaml",
                "format: csv\nbrand: Aster\nmap: {rating: \(rating), csat: ~, ces: ~, nps: ~}\n"
            )
            #expect(try KoeProcess.run(["-w", workspace, "import", "--map", map, file]).status == 0)
        }
        let found = try surveys(workspace)
        #expect(found.map { $0[1] } == ["nps", "nps"])
        #expect(found.first?[7] == "10")
    }
}
