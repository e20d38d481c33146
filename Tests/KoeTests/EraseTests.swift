import Foundation
import GRDB
import Testing

/// What is erased is in no byte of the workspace, and does not come back.
struct EraseTests {
    private static let secret = "Zanzibar"
    private static let words = "the parcel never came and nobody answered my mail from Zanzibar"

    private let folder: TemporaryFolder
    private let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace()
    }

    private func koe(_ arguments: String..., status: Int32 = 0) throws -> String {
        let result = try KoeProcess.run(["-w", workspace] + arguments)
        #expect(result.status == status, "\(arguments): \(result.status) \(result.errors)")
        return result.output + result.errors
    }

    private static func row(_ id: Int, _ author: String, _ text: String) -> String {
        let day = id % 27 + 1
        return "r\(id),2026-02-\(day < 10 ? "0" : "")\(day) 10:00,Lotte,\(author),\(text),\(id % 5 + 1)\n"
    }

    /// Forty comments of others, three of one person in two spellings, and one of theirs that cannot be read.
    private func fill() throws {
        let others = (1...40).map { Self.row($0, "customer \($0)", "support was kind and quick \($0)") }.joined()
        let own =
            Self.row(50, "山田 \(Self.secret)", Self.words) + Self.row(51, "山田 \(Self.secret)様", Self.words)
            + Self.row(52, "山田　\(Self.secret)", Self.words + " again")
            + "r60,2026-02-03 10:00,Lotte,山田 \(Self.secret),\(Self.words),99\n"
        let cases =
            "{\"case_id\":\"C1\",\"brand\":\"Lotte\",\"customer\":\"山田 \(Self.secret)\",\"subject\":\"parcel to \(Self.secret)\"}\n"
            + "{\"case_id\":\"C2\",\"brand\":\"Lotte\",\"customer\":\"Mori\",\"subject\":\"a broken heater\"}\n"
        _ = try folder.file("ws/inbox/rows.csv", "id,posted_at,brand,author,text,rating\n" + others + own)
        _ = try folder.file("ws/inbox/cases.ndjson", cases)
        let marked = "id\ttext\tlabel\tlang\tdate\nrows:r50\t\(Self.words)\t-1\ten\t2026-02-03\n"
        _ = try folder.file("ws/marked.tsv", marked)
        _ = try koe("run")
        _ = try koe("report", "--lang", "en", "--out", workspace + "/reports/en")
        _ = try koe("index")
        _ = try koe("backup")
    }

    /// Files of the workspace that hold a text, the user's own in the inbox aside.
    private func holders(of text: String) throws -> [String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: workspace)
        return paths.filter { !$0.hasPrefix("inbox") }.filter { path in
            let bytes = FileManager.default.contents(atPath: workspace + "/" + path) ?? Data()
            return bytes.range(of: Data(text.utf8)) != nil
        }
    }

    private func count(_ sql: String) throws -> Int {
        let database = try DatabaseQueue(path: workspace + "/koe.db")
        defer { try? database.close() }  // Only read.
        return try database.read { try Int.fetchOne($0, sql: sql) } ?? 0
    }

    @Test func personIsInNoByteAndDoesNotComeBack() throws {
        try fill()
        #expect(try holders(of: Self.secret).contains("koe.db"))
        #expect(try count("SELECT count(*) FROM comment") == 43)
        #expect(
            try koe("erase", "--author", "山田\(Self.secret)", "--dry-run").contains("would erase 3 comments, 1 cases")
        )
        let said = try koe("erase", "--author", "山田\(Self.secret)")
        #expect(said.contains("erased 3 comments, 1 cases and 1 rows in quarantine"))
        #expect(said.contains("rows.csv still holds it"))
        #expect(try holders(of: Self.secret) == [])
        #expect(try holders(of: "the parcel never came") == [])
        #expect(
            try count("SELECT count(*) FROM inputPiece JOIN input ON input.id = inputID WHERE file LIKE '%rows.csv'")
                == 0
        )
        #expect(try count("SELECT count(*) FROM supportCase") == 1)
        // The same files, from nothing and by force: the ledger adds up, and the person stays away.
        try FileManager.default.moveItem(
            atPath: workspace + "/inbox/rows.csv",
            toPath: workspace + "/inbox/again.csv"
        )
        _ = try folder.file(
            "ws/inbox/new.csv",
            "id,posted_at,brand,author,text,rating\n" + Self.row(70, "山田\(Self.secret)さん", Self.words)
        )
        _ = try koe("run")
        _ = try koe("reread", status: 1)
        #expect(try count("SELECT count(*) FROM comment") == 40)
        #expect(try holders(of: Self.secret) == [])
        #expect(try koe("erase", "--list").contains("author"))
    }

    /// Others who tell of the person in their own words are counted, however many comments of the person go.
    @Test func wordsOfOthersAreToldOf() throws {
        try fill()
        let other =
            Self.row(80, "customer 80", "this is what 山田 \(Self.secret) met too")
            + Self.row(81, "customer 81", "no \(Self.secret)s here")
        _ = try folder.file("ws/inbox/more.csv", "id,posted_at,brand,author,text,rating\n" + other)
        _ = try koe("run")
        let words = "1 comments or cases of others hold the name in their own words and stay"
        #expect(try koe("erase", "--author", "山田\(Self.secret)", "--dry-run").contains(words))
        #expect(try koe("erase", "--author", "山田\(Self.secret)").contains(words))
        #expect(try holders(of: "no \(Self.secret)s here").contains("koe.db"))
    }

    /// A file that brought the person in a row that could not be read alone is named too.
    @Test func filesOfRowsInQuarantineAreNamed() throws {
        try fill()
        let row = "r90,no day,Lotte,山田 \(Self.secret),\(Self.words),4\n"
        _ = try folder.file("ws/inbox/extra.csv", "id,posted_at,brand,author,text,rating\n" + row)
        _ = try koe("run", status: 1)
        let said = try koe("erase", "--author", "山田\(Self.secret)")
        #expect(said.contains("extra.csv still holds it") && said.contains("rows.csv still holds it"), "\(said)")
    }

    /// The id of a comment is a number like any other in the rows of others.
    @Test func rowsOfOthersStayInQuarantine() throws {
        let rows = (1...30).map { "\($0),2026-02-03 10:00,Lotte,customer,support was kind,\($0 % 5 + 1)\n" }.joined()
        let bad = "31,no day,Lotte,customer,5 of 5 in 2026,3\n5,never,Lotte,c,unreadable,3\n"
        _ = try folder.file("ws/inbox/rows.csv", "id,posted_at,brand,author,text,rating\n" + rows + bad)
        _ = try koe("run", status: 1)
        #expect(try count("SELECT count(*) FROM quarantine") == 2)
        _ = try koe("erase", "--comment", "rows:5")
        #expect(try count("SELECT count(*) FROM quarantine WHERE externalID = '31'") == 1)
        #expect(try count("SELECT count(*) FROM quarantine") == 1)
    }

    @Test func numbersOfOthersStay() throws {
        try fill()
        _ = try koe("erase", "--author", "customer 7")
        #expect(try count("SELECT count(*) FROM comment WHERE author = 'customer 8'") == 1)
        #expect(try count("SELECT count(*) FROM comment") == 42)
        #expect(try koe("verify").split(separator: "\n").count == 1)
    }

    /// A trial of words that was killed leaves a copy of the database among the temporary files.
    @Test func copyOfAKilledTrialGoesToo() throws {
        try fill()
        let temporary = try folder.remainsOfAKilledProcess()
        for (rest, left) in [(["--dry-run"], ["koe-scratch-killed"]), ([], [])] {
            let result = try KoeProcess.run(
                ["-w", workspace, "erase", "--author", "山田\(Self.secret)"] + rest,
                environment: ["TMPDIR": temporary]
            )
            #expect(result.status == 0, "\(result.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == left)
        }
    }

    /// A backup, a restore and a report that were killed leave halves, and a restore sets a damaged database aside.
    @Test func whatKilledCommandsLeftGoesToo() throws {
        try fill()
        for name in ["backups/.2026-02-03T040506Z.koe-new", "reports/.other.koe-new"] {
            try FileManager.default.createDirectory(atPath: workspace + "/" + name, withIntermediateDirectories: true)
        }
        let halves = [
            "backups/.2026-02-03T040506Z.koe-new/koe.db", "reports/.other.koe-new/index.html", ".koe.db.koe-new",
        ]
        for name in halves + ["koe.db.damaged"] { _ = try folder.file("ws/" + name, Self.words) }
        let said = try koe("erase", "--author", "山田\(Self.secret)")
        #expect(try holders(of: Self.secret) == ["koe.db.damaged"])
        #expect(said.contains("koe.db.damaged still holds it, or may; delete the file"), "\(said)")
    }

    /// The rows and results of a cluster hold everybody's words; a folder of that name that is another's stays.
    @Test func rowsOfAClusterGoToo() throws {
        try fill()
        let cluster = workspace + "/cluster"
        try FileManager.default.createDirectory(atPath: cluster + "/frozen", withIntermediateDirectories: true)
        try Data("a word".utf8).write(to: URL(filePath: cluster + "/comments.ndjson"))
        _ = try koe("erase", "--comment", "\(try source()):r1")
        #expect(FileManager.default.fileExists(atPath: cluster + "/comments.ndjson"))
        try Data("{}".utf8).write(to: URL(filePath: cluster + "/frozen/frozen.json"))
        _ = try koe("erase", "--author", "山田\(Self.secret)", "--dry-run")
        #expect(FileManager.default.fileExists(atPath: cluster))
        _ = try koe("erase", "--author", "山田\(Self.secret)")
        #expect(!FileManager.default.fileExists(atPath: cluster))
    }

    private func source() throws -> String {
        try #require(
            try DatabaseQueue(path: workspace + "/koe.db").read {
                try String.fetchOne($0, sql: "SELECT source FROM comment")
            }
        )
    }

    @Test func commentCaseAndSourceAreErased() throws {
        try fill()
        let source = try source()
        _ = try koe("erase", "--comment", "\(source):r1")
        _ = try koe("erase", "--case", "C2")
        _ = try koe("run")
        #expect(try count("SELECT count(*) FROM comment WHERE externalID = 'r1'") == 0)
        #expect(try count("SELECT count(*) FROM supportCase WHERE caseID = 'C2'") == 0)
        _ = try koe("erase", "--source", source)
        _ = try koe("run", status: 1)
        #expect(try count("SELECT count(*) FROM comment") == 0)
    }

    @Test func askingForNothingIsRefused() throws {
        #expect(try koe("erase", status: 2).contains("name one of"))
        #expect(try koe("erase", "--author", "a", "--comment", "b", status: 2).contains("name one of"))
        _ = try koe("erase", "--comment", "nothing:1", status: 4)
    }
}
