import Foundation
import Testing

/// `koe review`, as a person uses it.
struct ReviewCommandTests {
    private struct Queue: Decodable {
        struct Link: Decodable {
            let comment: String
            let caseID: String
            let author: String?
        }

        struct Decision: Decodable {
            let id: String
            let kind: String
            let state: String
        }

        let links: [Link]
        let waiting: Int
        let decided: Int
        let conflicts: [Decision]
    }

    private struct Log: Decodable {
        let decisions: [Queue.Decision]
    }

    private struct Link: Decodable {
        let comment_id: String
        let case_id: String?
        let proposed: String?
        let relation: String
        let status: String
    }

    private let workspace: ImportedWorkspace

    /// Two open cases of one customer, who says nothing by which one could tell them apart in `c1`.
    init() throws {
        workspace = try ImportedWorkspace()
        let cases = (1...2).map {
            """
            {"case_id":"K\($0)","number":"9876000\($0)","brand":"Acme","customer":"Kaworu Nagisa",\
            "customer_handle":"nagisa","opened_at":"2020-05-1\($0)T00:00:00Z","subject":"the lamp is broken"}
            """
        }
        let comments = [
            """
            {"id":"c1","source":"blog","brand":"Acme","author":"Kaworu Nagisa","author_id":"nagisa",\
            "text":"Nobody answers me.","posted_at":"2020-05-20T00:00:00Z"}
            """,
            """
            {"id":"c2","source":"blog","brand":"Acme","author":"Kaworu Nagisa","author_id":"nagisa",\
            "text":"Case 98760001: thanks, the support was kind.","posted_at":"2020-05-21T00:00:00Z"}
            """,
            """
            {"id":"c3","source":"blog","brand":"Acme","author":"Rei Ayanami","text":"A nice shop.",\
            "posted_at":"2020-05-22T00:00:00Z"}
            """,
        ]
        try workspace.load(try workspace.file("cases.ndjson", cases), try workspace.file("c.ndjson", comments))
        try workspace.koe(["link"])
    }

    private func json<Value: Decodable>(_ arguments: [String]) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(try workspace.koe(arguments + ["--json"]).output.utf8))
    }

    private func queue() throws -> Queue { try json(["review", "list"]) }

    private func log(_ arguments: String...) throws -> [Queue.Decision] {
        (try json(["review", "log"] + arguments) as Log).decisions
    }

    private func decide(_ arguments: String..., status: Int32 = 0) throws {
        try workspace.koe(["review"] + arguments + ["--by", "Misato"], status: status)
    }

    private func links() throws -> [String: Link] {
        try workspace.koe(["link"])
        let rows = try workspace.koe(["export", "links"]).output.split(separator: "\n")
            .map { try JSONDecoder().decode(Link.self, from: Data($0.utf8)) }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.comment_id, $0) })
    }

    @Test func doubtfulLinksAreListedAndSettled() throws {
        #expect(try queue().links.map(\.comment) == ["blog:c1"])
        #expect(try queue().links.first?.author == "K…")
        let shown = try workspace.koe(["review", "show", "c1"]).output
        #expect(shown.contains("nothing was decided") && shown.contains("(review)") && !shown.contains("Nagisa"))
        try decide("confirm", "c1", "--case", "K1", "--note", "she said so", "--dry-run")
        #expect(try log().isEmpty)
        try decide("confirm", "c1", "--case", "K1", "--note", "she said so")
        #expect(try queue().waiting == 0 && queue().decided == 1)
        let link = try #require(try links()["c1"])
        #expect(link.status == "confirmed" && link.case_id == "K1")
        #expect(try queue().decided == 0)
        let why = try workspace.koe(["review", "show", "c1"]).output
        #expect(why.contains("she said so") && why.contains("Misato"))
    }

    @Test func aRefusedLinkStaysAway() throws {
        try decide("reject", "c2")
        #expect(try links()["c2"]?.case_id != "K1")
        try decide("unlink", "c1", "c2")
        let found = try links()
        for id in ["c1", "c2"] { #expect(found[id]?.status == "rejected" && found[id]?.case_id == nil, "\(id)") }
        try decide("link", "c3", "K2", "--relation", "about")
        #expect(try links()["c3"]?.relation == "about")
    }

    @Test func theLaterDecisionWinsAndBothAreShown() throws {
        try decide("confirm", "c1", "--case", "K1")
        try decide("reject", "c1", "--case", "K1")
        #expect(try log("c1").map(\.state) == ["applies", "overruled"])
        #expect(try queue().conflicts.map(\.kind) == ["confirm"])
        let last = try #require(try log().first)
        try decide("undo", String(last.id.prefix(8)))
        #expect(try log().map(\.state) == ["applies", "undone", "applies"])
        #expect(try links()["c1"]?.case_id == "K1")
        try decide("undo", last.id, status: 4)
    }

    @Test func mergedCasesGoUnderOneName() throws {
        try decide("merge", "K2", "K1")
        let merged = try links()
        #expect(merged["c1"]?.status == "auto" && merged["c1"]?.case_id == "K1")
        try decide("merge", "K1", "K2", status: 4)
        try decide("split", "K1", status: 4)
        try decide("split", "K2")
        #expect(try links()["c1"]?.status == "review")
        #expect(try log().map(\.state) == ["applies", "undone"])
    }

    /// A decision waits for what goes and comes back.
    @Test func whatVanishedIsShownAndWaitedFor() throws {
        try decide("link", "c3", "K2")
        let extra = try workspace.file(
            "more.ndjson",
            [
                """
                {"id":"c9","source":"blog","brand":"Acme","text":"What a shop.","posted_at":"2020-05-22T00:00:00Z"}
                """
            ]
        )
        try workspace.load(extra)
        try decide("link", "c9", "K2")
        try workspace.koe(["import", "undo", extra])
        #expect(try log().map(\.state) == ["waiting", "applies"])
        #expect(try links().count == 3)
        try workspace.load(extra)
        #expect(try log().map(\.state) == ["applies", "applies"])
        #expect(try links()["c9"]?.status == "confirmed")
    }

    @Test func decisionsAreHandedOn() throws {
        try decide("confirm", "c1", "--case", "K1", "--note", "=SUM(A1), \"quoted\"")
        try decide("merge", "K2", "K1")
        try decide("reject", "c2")
        try decide("undo", try #require(try log().first).id)
        let file = workspace.folder.url.appending(path: "d.csv").path
        let text = try workspace.koe(["review", "export"]).output
        try Data(text.utf8).write(to: URL(filePath: file))
        let other = try ReviewCommandTests()
        try other.workspace.koe(["review", "import", file, "--dry-run"])
        #expect(try other.log().isEmpty)
        for said in ["took over 4 of 4", "took over 0 of 4"] {
            #expect(try other.workspace.koe(["review", "import", file]).output.contains(said))
        }
        #expect(try other.workspace.koe(["review", "export"]).output == text)
        #expect(try other.log().map(\.id) == log().map(\.id))
        #expect(try other.links().mapValues(\.case_id) == links().mapValues(\.case_id))
        #expect(try other.workspace.hash() == workspace.hash())
    }

    @Test func rowsByHandAreTakenAndBadOnesNamed() throws {
        let file = try workspace.file(
            "hand.csv",
            [
                "kind;source;comment;case;by;id", "link;blog;c3;K2;;", "link;blog;;K2;;", "marry;blog;c1;K2;;",
                "reject;blog;c1;K2;Ritsuko;0123456789abcdef",
            ]
        )
        let said = try workspace.koe(["review", "import", file, "--by", "Misato"], status: 1)
        #expect(said.output.contains("took over 1 of 4"))
        for line in ["line 3", "line 4: the column kind", "line 5: the row was changed"] {
            #expect(said.errors.contains(line), "\(said.errors)")
        }
        #expect(try workspace.koe(["review", "import", file, "--by", "Misato"], status: 1).output.contains("1 known"))
        #expect(try links()["c3"]?.case_id == "K2")
    }

    @Test func whatCannotBeDecidedIsRefusedInWords() throws {
        try decide("confirm", "c3", status: 4)
        try decide("confirm", "nobody", status: 4)
        try decide("link", "c3", "K9", status: 4)
        try decide("link", "c3", "K1", "--relation", "cousin", status: 2)
        try decide("undo", "ffffffff", status: 4)
        try decide("confirm", "c1", "--note", "two\nlines", status: 2)
        try decide("confirm", "c1", "nobody", status: 4)
        #expect(try log().isEmpty)
        let nameless = try KoeProcess.run(
            ["-w", workspace.path, "review", "unlink", "c1"],
            environment: ["USER": "", "LOGNAME": ""]
        )
        #expect(nameless.status == 2 && nameless.errors.contains("--by"))
    }

    /// What was erased is in no decision, and does not come back with a file of decisions.
    @Test func decisionsForgetTheErased() throws {
        try decide("confirm", "c1", "--case", "K1", "--note", "Nagisa called")
        try decide("link", "c3", "K2", "--note", "not Nagisa")
        let file = workspace.folder.url.appending(path: "d.csv").path
        try Data(try workspace.koe(["review", "export"]).output.utf8).write(to: URL(filePath: file))
        try workspace.koe(["erase", "--author", "Kaworu Nagisa"])
        let left = try workspace.koe(["review", "export"]).output
        for gone in ["Nagisa", ",c1,", ",K1,", ",K2,"] { #expect(!left.contains(gone), "\(gone)") }
        #expect(left.contains("Misato") && left.contains(",c3,"))
        #expect(try log().map(\.state) == ["erased", "erased"])
        #expect(try workspace.koe(["review", "import", file]).output.contains("2 about what was erased"))
        #expect(try workspace.koe(["review", "export"]).output == left)
    }
}
