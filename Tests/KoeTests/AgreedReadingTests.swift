import Foundation
import GRDB
import Testing

/// All files of a source with the same columns are read alike, whatever their order and wherever they are divided.
struct AgreedReadingTests {
    /// Days below 13 in the first rows, and above in the others: only all of them tell which number is the day.
    private static let days = [
        (1...9).map { "a\($0),0\($0)/0\($0 % 5 + 1)/2026,Waited a long time for an answer \($0)" },
        (13...24).map { "b\($0),\($0)/03/2026,The staff called back within the hour \($0)" },
    ]
    /// Which column holds what was written, only all rows tell.
    private static let columns = [
        (1...9).map { "\($0),2026-05-0\($0),The clerk on the phone was rude to me again \($0).," },
        (10...19).map { "\($0),2026-06-\($0),A\($0 % 3),My parcel came two weeks late and nobody said sorry \($0)." },
    ]

    private static let shapes: [(header: String, rows: [[String]])] = [
        ("id,date,comment", days), ("nr,day,alpha,beta", columns),
        (
            "id,開始,終了,ご意見",
            [
                (1...9).map { "a\($0),2026/05/0\($0) 10:00,,窓口の説明が丁寧でした\($0)。" },
                (1...9).map { "b\($0),2026/06/0\($0) 10:00,2026/06/0\($0) 10:2\($0),電話が混んでいてつながりませんでした\($0)。" },
            ]
        ),
        (
            "id,points,said",
            [
                (1...20).map { "a\($0),\($0 % 3),The desk solved my problem at once \($0)." },
                (1...20).map { "b\($0),\($0 % 11),Nobody ever picked up the phone \($0)." },
            ]
        ),
    ]

    private func hash(_ header: String, _ files: [[String]], nights: Bool = false) throws -> String {
        let workspace = try ImportedWorkspace()
        let paths = try files.enumerated().map { try workspace.file("s\($0).csv", [header] + $1) }
        if nights {
            // A night of which nothing tells the order of days fails, until another file does.
            for path in paths { _ = try KoeProcess.run(["-w", workspace.path, "import", path, "--source", "s"]) }
        } else {
            try workspace.koe(["import"] + paths + ["--source", "s"])
        }
        return try workspace.hash()
    }

    @Test(arguments: shapes.indices) func orderAndDivisionChangeNothing(shape: Int) throws {
        let (header, rows) = Self.shapes[shape]
        let all = rows[0] + rows[1]
        let expected = try hash(header, [all])
        #expect(try hash(header, [rows[0], rows[1]]) == expected)
        #expect(try hash(header, [rows[1], rows[0]], nights: true) == expected)
        #expect(try hash(header, [rows[0], rows[1]], nights: true) == expected)
        let parts = [Array(all[..<4]), Array(all[4..<11]), Array(all[11...])]
        #expect(try hash(header, parts.reversed(), nights: true) == expected)
        #expect(try hash(header, [rows[1], all.reversed(), rows[0]]) == expected)
    }

    /// A row that another file holds whole is mended, whichever of the two came first.
    @Test func commentsWithoutTheirUsersAreMendedInAnyOrder() throws {
        let comments = """
            [{"id":1,"author_id":70,"body":"Where is my order?","public":true},
            {"id":2,"author_id":9,"body":"It is on its way","public":true}]
            """
        let files = [
            ["{\"comments\":\(comments),\"users\":[{\"id\":70,\"role\":\"end-user\"},{\"id\":9,\"role\":\"agent\"}]}"],
            ["{\"comments\":\(comments)}"],
        ]
        var hashes: Set<String> = []
        for order in [[0, 1], [1, 0]] {
            let workspace = try ImportedWorkspace()
            for index in order {
                let path = try workspace.file("comments\(index).json", files[index])
                _ = try KoeProcess.run(["-w", workspace.path, "import", path, "--source", "desk"])
            }
            #expect(try workspace.texts() == ["It is on its way", "Where is my order?"])
            hashes.insert(try workspace.hash())
        }
        #expect(hashes.count == 1)
    }

    @Test func daysAreToldByTheOtherFiles() throws {
        let workspace = try ImportedWorkspace()
        let first = try workspace.file("one.csv", ["id,date,comment"] + Self.days[0])
        let second = try workspace.file("two.csv", ["id,date,comment"] + Self.days[1])
        try workspace.koe(["import", second, "--source", "s"])
        try workspace.koe(["import", first, "--source", "s"])
        let rows = try workspace.koe(["export", "comments"]).output.split(separator: "\n")
        #expect(rows.count == 21)
        // `05/01/2026`: the 5th of January begins in Tokyo at 15:00 of the 4th in UTC.
        #expect(rows.contains { $0.contains("\"id\":\"a5\"") && $0.contains("2026-01-04T15:00:00Z") })
        #expect(try workspace.koe(["quarantine", "list"]).output.contains("a5") == false)
    }

    @Test func aFileTakenBackIsAsIfItHadNeverCome() throws {
        let workspace = try ImportedWorkspace()
        let first = try workspace.file("one.csv", ["nr,day,alpha,beta"] + Self.columns[0])
        let second = try workspace.file("two.csv", ["nr,day,alpha,beta"] + Self.columns[1])
        try workspace.koe(["import", first, "--source", "s"])
        let before = try workspace.hash()
        try workspace.koe(["import", second, "--source", "s"])
        #expect(try workspace.hash() != before)
        try workspace.koe(["import", "undo", "two.csv"])
        #expect(try workspace.hash() == before)
    }

    @Test func theImportSaysWhatItReadAnew() throws {
        let workspace = try ImportedWorkspace()
        let first = try workspace.file("one.csv", ["nr,day,alpha,beta"] + Self.columns[0])
        let second = try workspace.file("two.csv", ["nr,day,alpha,beta"] + Self.columns[1])
        try workspace.koe(["import", first, "--source", "s"])
        let said = try workspace.koe(["import", second, "--source", "s"])
        #expect(said.errors.contains("s: the 2 files with the same columns are read alike"), "\(said)")
        #expect(said.errors.contains("text is now read from"), "\(said)")
        // Nothing is left to do, and nothing is read again.
        let again = try workspace.koe(["import", first, "--source", "s"])
        #expect(!again.errors.contains("are read alike"), "\(again)")
    }

    /// Half of the values lie far above 5: the scale grows, and that is said in words, with what decides it.
    @Test func aScaleThatGrowsIsSaid() throws {
        func rows(_ ratings: [Int]) -> [String] {
            ratings.enumerated().map { "\($1)-\($0),\($1),The desk solved problem \($0) at once." }
        }
        let workspace = try ImportedWorkspace()
        let first = try workspace.file("stars.csv", ["id,rating,text"] + rows((0..<10).map { $0 % 5 + 1 }))
        let second = try workspace.file("points.csv", ["id,rating,text"] + rows(Array(60...69)))
        try workspace.koe(["import", first, "--source", "s"])
        let said = try workspace.koe(["import", second, "--source", "s"]).errors
        #expect(
            said.contains(
                """
                s: since points.csv came rating is now read on a scale of 0 to 100 (before: on a scale of 1 to 5); set its \
                `scale:` in a mapping to decide it (10 rows read anew)
                """
            ),
            "\(said)"
        )
        let again = try workspace.koe(["import", second, "--source", "s"]).errors
        #expect(!again.contains("is now read"), "\(again)")
        let undone = try workspace.koe(["import", "undo", "points.csv"])
        #expect(undone.errors.contains("on a scale of 1 to 5 (before: on a scale of 0 to 100)"), "\(undone)")
    }

    /// Another program may tell otherwise: what was agreed before binds nobody, and one night settles it.
    @Test func whatAnotherProgramAgreedOnDoesNotBind() throws {
        let workspace = try ImportedWorkspace()
        let first = try workspace.file("one.csv", ["nr,day,alpha,beta"] + Self.columns[0])
        let second = try workspace.file("two.csv", ["nr,day,alpha,beta"] + Self.columns[1])
        try workspace.koe(["import", first, second, "--source", "s"])
        let before = try workspace.hash()
        let change = """
            UPDATE input SET readBy = substr(readBy, 1, length(readBy) - 16) || 'ffffffffffffffff';
            UPDATE fact SET value = replace(value, '"decision":"', '"decision":"0') WHERE name = 'agreed readings';
            """
        try DatabaseQueue(path: workspace.path + "/koe.db").write { try $0.execute(sql: change) }
        let said = try workspace.koe(["import", first, "--source", "s"])
        #expect(said.errors.contains("2 of them were read anew"), "\(said)")
        let again = try workspace.koe(["import", first, "--source", "s"])
        #expect(!again.errors.contains("are read alike"), "\(again)")
        #expect(try workspace.hash() == before)
    }
}
