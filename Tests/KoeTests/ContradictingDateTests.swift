import Foundation
import GRDB
import Testing

/// Files of one source whose dates contradict each other: what is read, what waits in quarantine, and what a person can do.
struct ContradictingDateTests {
    private let header = "id,date,text"

    private func rows(_ dates: [String], _ id: String) -> [String] {
        dates.enumerated().map { "\(id)\($0),\($1),Nobody answered my mail \($0) at all." }
    }

    /// Days and months below 13, and both of them of several months.
    private let either = (0..<20).map { "0\($0 % 9 + 1)/0\($0 % 7 + 1)/2024" }

    private func load(_ workspace: ImportedWorkspace, _ files: [[String]]) throws {
        for (index, file) in files.enumerated() {
            let path = try workspace.file("f\(index)-\(UUID().uuidString).csv", [header] + file)
            _ = try KoeProcess.run(["-w", workspace.path, "import", path, "--source", "s"])
        }
    }

    /// Two days against one month: all are read but that one, in whatever order they come and however they are divided.
    @Test func moreRowsDecideInAnyOrderAndDivision() throws {
        let day = rows(either + ["25/03/2024", "26/03/2024"], "a")
        let month = rows(["03/27/2024", "05/04/2024"], "b")
        var hashes: Set<String> = []
        let divisions = [
            [day, month], [month, day], [day + month], [month + day], (day + month).map { [$0] },
            [Array(day[..<5]) + month, Array(day[5...])], [month + Array(day[..<9]), day, day + month],
        ]
        for files in divisions {
            let workspace = try ImportedWorkspace()
            try load(workspace, files)
            let list = try workspace.koe(["quarantine", "list"]).output
            #expect(list.contains("in most others of its column the day"), "\(list)")
            #expect(try workspace.rows().count == 23)
            hashes.insert(try workspace.hash())
        }
        #expect(hashes.count == 1)
    }

    /// One against one: nobody can tell, until a person drops the odd one or says it.
    @Test(arguments: ["drop", "night", "map", "undo"]) func aPersonSettlesATie(way: String) throws {
        let workspace = try ImportedWorkspace()
        let day = try workspace.file("day.csv", [header] + rows(either + ["25/03/2024"], "a"))
        let month = try workspace.file("month.csv", [header] + rows(["03/26/2024"], "b"))
        try workspace.koe(["import", day, "--source", "s"])
        let said = try workspace.koe(["import", month, "--source", "s"], status: 1)
        #expect(said.errors.contains("1 with the month first only, such as \"03/26/2024\": nobody can tell"), "\(said)")
        #expect(try workspace.rows().isEmpty)
        let list = try workspace.koe(["quarantine", "list", "month.csv"]).output
        #expect(list.contains("the month stands first, and in as many others of its column the day"), "\(list)")
        switch way {
        case "drop":
            try workspace.koe(["quarantine", "drop", "month.csv"])
            let again = try workspace.koe(["reread", "s"])
            #expect(again.output.contains("dropped  taken out of quarantine by a person"), "\(again)")
        case "night":
            // The next import, of whatever it may be, brings the others in too.
            try workspace.koe(["quarantine", "drop", "month.csv"])
            try workspace.koe(["import", try workspace.file("t.csv", ["id,text", "1,Good desk"]), "--source", "t"])
            try workspace.koe(["import", "undo", "t.csv"])
        case "map":
            let lines = ["map: {id: id, text: text, posted_at: {column: date, zone: Asia/Tokyo, format: dd/MM/yyyy}}"]
            let map = try workspace.file("m.yaml", lines)
            _ = try KoeProcess.run(["-w", workspace.path, "import", day, month, "--source", "s", "--map", map])
        default: try workspace.koe(["import", "undo", "month.csv"])
        }
        #expect(try workspace.rows().count == 21)
        let waiting = try workspace.koe(["quarantine", "list"]).output
        #expect(waiting.contains("nothing is in quarantine") == (way != "map"), "\(waiting)")
        // Nothing comes back that was dropped.
        if way == "drop" {
            try workspace.koe(["reread"])
            #expect(try workspace.rows().count == 21)
        }
    }

    /// What was dropped of a file is forgotten with it.
    @Test func anUndoForgetsWhatWasDropped() throws {
        let workspace = try ImportedWorkspace()
        let file = try workspace.file("a.csv", ["id,text,rating", "1,Slow desk,3", "2,Late again,4", "3,Rude clerk,9"])
        try workspace.koe(["import", file], status: 1)
        try workspace.koe(["quarantine", "drop", "a.csv"])
        try workspace.koe(["reread"])
        #expect(try workspace.koe(["quarantine"]).output.contains("nothing is in quarantine"))
        try workspace.koe(["import", "undo", "a.csv"])
        try workspace.koe(["import", file], status: 1)
        #expect(try workspace.koe(["quarantine"]).output.contains("badRating"))
    }

    /// A person is erased, and so is what told their row from others, where nobody can look whose it was.
    @Test func anErasureForgetsWhatWasDroppedOfItsFiles() throws {
        let workspace = try ImportedWorkspace()
        let file = try workspace.file(
            "a.csv",
            ["id,author,text,rating", "1,Ann Hill,Slow desk,3", "2,Bo Low,Late again,4", "3,Ann Hill,Rude clerk,9"]
        )
        try workspace.koe(["import", file], status: 1)
        try workspace.koe(["quarantine", "drop", "a.csv"])
        try workspace.koe(["erase", "--author", "Ann Hill"])
        let database = try DatabaseQueue(path: workspace.path + "/koe.db")
        #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM droppedRow") } == 0)
    }
}
