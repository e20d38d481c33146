import Feedback
import Foundation
import Scoring
import Testing
import Workspace

struct LabelledTableTests {
    @Test func rowsAreRead() {
        let table = LabelledTable(
            Data("text\tfacets\tsignals\nkind and quick\tcourtesy:+1 speed:+1\tfan\r\nblue\t\t\n".utf8)
        )
        #expect(table.problems.isEmpty)
        #expect(table.rows.map { $0.claims.map(\.text).sorted() } == [["courtesy:+1", "fan", "speed:+1"], []])
        #expect(table.rows.map(\.texts) == [["text": "kind and quick"], ["text": "blue"]])
        #expect(table.rows.map(\.line) == [2, 3])
    }

    @Test func pairsAreRead() {
        let table = LabelledTable(Data("en\tja\tsentiment\tfacets\nslow\t遅い\t-1\tspeed:-1\n".utf8))
        #expect(table.rows.map(\.texts) == [["en": "slow", "ja": "遅い"]])
        #expect(table.rows.map(\.sentiment) == [-1])
    }

    @Test(arguments: [
        ("text\tfacets\na\tspeed:0\n", 2, 2), ("text\tfacets\na\tfan\n", 2, 2), ("text\tsignals\na\tspeed:-1\n", 2, 2),
        ("text\tfacets\n\tspeed:-1\n", 2, 1), ("text\tironic\na\t2\n", 2, 2), ("text\tsentiment\na\t\n", 2, 2),
        ("text\tsource\na\t\n", 2, 2), ("text\tstars\na\t5\n", 1, 2), ("facets\nspeed:-1\n", 1, 1),
        ("text\tfacets\na\tspeed:-1\tb\n", 2, 3),
    ])
    func badCellsAreTold(text: String, line: Int, column: Int) {
        let problems = LabelledTable(Data(text.utf8)).problems
        #expect(problems.first.map { [$0.line, $0.column] } == [line, column])
    }
}
