import Foundation
import Testing

/// Which rows are one comment, over real imports.
struct ImportIdentityTests {
    private let workspace: ImportedWorkspace

    init() throws { workspace = try ImportedWorkspace() }

    private func review(_ number: Int, _ rating: Int = 4) -> String {
        "2026-03-\(10 + number),shop,\"the \(number)th text\",\(rating)"
    }

    /// Exports of two weeks that share rows, under names that have nothing in common.
    @Test func overlappingExportsWithoutIDsAddOnlyWhatIsNew() throws {
        let header = "posted_at,brand,text,rating"
        let first = try workspace.file("spring.csv", [header] + (1...6).map { review($0) })
        let second = try workspace.file("export(2).csv", [header] + (4...9).map { review($0) })
        try workspace.load(first, second, "--source", "shop")
        #expect(try workspace.rows().count == 9)
        let whole = try workspace.hash()
        let other = try ImportedWorkspace()
        try other.load(second, first, first, "--source", "shop")
        #expect(try other.hash() == whole)
    }

    @Test func twoWhoWroteTheSameAreTwoInEveryOrderOfFiles() throws {
        let header = "posted_at,brand,text,rating"
        let one = try workspace.file("one.csv", [header, review(1), review(1), review(2)])
        let two = try workspace.file("two.csv", [header, review(2), review(1), review(1)])
        try workspace.load(one, two, "--source", "shop")
        #expect(try workspace.rows().count == 3)
    }

    @Test func rowsThatDifferAnywhereAreTwo() throws {
        let header = "posted_at,brand,text,rating,branch"
        let rows = ["2026-03-01,shop,good,4,Ueno", "2026-03-01,shop,good,4,Ginza", "2026-03-01,shop,good,5,Ueno"]
        try workspace.load(try workspace.file("a.csv", [header] + rows))
        try workspace.load(try workspace.file("a.csv", [header, rows[2], rows[0]]))
        #expect(try workspace.rows().map(\.rating).sorted { ($0 ?? 0) < ($1 ?? 0) } == [4, 4, 5])
    }

    /// Two posts of a feed without ids that differ in their address alone.
    @Test func rowsOfXMLAndMovableTypeAreNamedByAllTheySay() throws {
        func feed(_ items: [String]) -> [String] {
            ["<?xml version=\"1.0\"?>", "<rss version=\"2.0\"><channel>"]
                + items.map { "<item><title>t</title><description>fine</description>\($0)</item>" } + [
                    "</channel></rss>"
                ]
        }
        let dated = [
            "<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>", "<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate>",
        ]
        try workspace.load(
            try workspace.file("a.xml", feed(dated)),
            try workspace.file("b.xml", feed([dated[1]])),
            "--source",
            "feed"
        )
        #expect(try workspace.rows().count == 2)
        func blog(_ comments: [String]) -> [String] {
            ["AUTHOR: me", "TITLE: Gum", "DATE: 03/01/2026 10:00:00 AM", "-----", "BODY:", "A day.", "-----"]
                + comments.flatMap {
                    ["COMMENT:", "AUTHOR: \($0)", "DATE: 03/02/2026 10:00:00 AM", "Thank you.", "-----"]
                } + ["--------"]
        }
        let all = try workspace.file("blog.txt", blog(["Mori", "Mori", "Sato"]))
        try workspace.load(all, try workspace.file("blog2.txt", blog(["Sato", "Mori"])), "--source", "blog")
        #expect(try workspace.rows().count == 5)
    }

    @Test func idsThatASpreadsheetRoundedAreNone() throws {
        let rows = ["5.70306E+17,1.20000E+11,first", "5.70306E+17,1.20000E+11,second", "7,K-1,third"]
        let said = try workspace.load(try workspace.file("t.csv", ["id,case_number,text"] + rows))
        #expect(said.contains("2 ids or case numbers were rounded by a spreadsheet, such as 5.70306E+17"), "\(said)")
        #expect(try workspace.texts() == ["first", "second", "third"])
        #expect(!(try workspace.koe(["export", "comments"]).output.contains("E+11")))
    }

    @Test func manyRowsUnderOneIDAreSaidWithThreeShown() throws {
        let rows = (0..<20).map { "k\($0 / 5),2026-03-\(10 + $0),text \($0)" }
        let said = try workspace.load(try workspace.file("r.csv", ["id,posted_at,text"] + rows))
        #expect(said.contains("16 of 20 rows carry the id of another row"), "\(said)")
        #expect(said.contains("such as \"k0\", \"k0\", \"k0\"") || said.contains("\"k0\", \"k1\", \"k2\""), "\(said)")
        #expect(try workspace.texts() == ["text 14", "text 19", "text 4", "text 9"])
    }

    /// By the source's time of change; else by when it was posted.
    @Test(arguments: ["updated_at", "posted_at"]) func theLaterStateWinsInEveryOrder(column: String) throws {
        let files = try [("a", "2026-03-01", "early"), ("b", "2026-03-09", "late"), ("c", "2026-03-05", "middle")].map {
            try workspace.file("\($0.0).csv", ["id,\(column),text", "r1,\($0.1)T10:00:00Z,\($0.2)"])
        }
        var hashes: Set<String> = []
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]] {
            let other = try ImportedWorkspace()
            try other.koe(["import"] + order.map { files[$0] } + ["--source", "s"])
            #expect(try other.texts() == ["late"])
            hashes.insert(try other.hash())
        }
        #expect(hashes.count == 1)
    }

    @Test func monthlyFilesWhoseIDsStartAnewLoseNothing() throws {
        let months = try (1...3).map { month in
            try workspace.file(
                "reviews-0\(month).csv",
                ["id,posted_at,author,text"]
                    + (1...50).map { "\($0),2026-0\(month)-02,guest \(month)-\($0),text \(month)-\($0)" }
            )
        }
        let said = try workspace.koe(["import"] + months)
        #expect(said.errors.contains("the ids seem to start anew in each file"), "\(said.errors)")
        #expect(try workspace.rows().count == 150)
        let hash = try workspace.hash()
        let other = try ImportedWorkspace()
        try other.koe(["import"] + months.reversed())
        #expect(try other.hash() == hash)
    }

    /// Without ids and dates equal rows of two months are two, so that the months are joined by whoever knows.
    @Test(arguments: ["hotel_jan.csv", "January.csv", "アンケート2024年1月.csv"])
    func aSourceNamedAfterAMonthIsTold(name: String) throws {
        let path = try workspace.file(name, ["text,rating", "slow and rude,1"])
        #expect(try workspace.koe(["import", path]).errors.contains("so that what overlaps is one"))
        #expect(try !workspace.koe(["import", path, "--source", "hotel"]).errors.contains("what overlaps"))
        let other = try workspace.file("mayor.csv", ["text,rating", "kind and quick,5"])
        #expect(try !workspace.koe(["import", other]).errors.contains("what overlaps"))
    }

    /// The last row of a file that is still being written is no comment of its own later on.
    @Test func aRowThatWasHalfWrittenIsReplacedByTheWholeOne() throws {
        let head = ["posted_at,brand,text", "2026-03-01,shop,the first text", "2026-03-02,shop,the sec"]
        let path = try workspace.folder.file("live.csv", head.joined(separator: "\n"))
        try workspace.load(path)
        #expect(try workspace.texts() == ["the first text", "the sec"])
        let whole = head.joined(separator: "\n") + "ond text\n2026-03-03,shop,the third text\n"
        try workspace.load(try workspace.folder.file("live.csv", whole))
        #expect(try workspace.texts() == ["the first text", "the second text", "the third text"])
        let other = try ImportedWorkspace()
        try other.load(path)
        #expect(try other.hash() == workspace.hash())
    }

    @Test func copiesAndRenamesAddNothingAndAreTold() throws {
        let lines = ["posted_at,brand,text,rating"] + (1...5).map { review($0) }
        try workspace.load(try workspace.file("a.csv", lines))
        let copy = try workspace.file("other name.csv", lines)
        #expect(try workspace.load(copy).contains("is a copy of a.csv"))
        #expect(try workspace.rows().count == 5)
    }

    private func supportCase(_ id: String, events: Int) -> String {
        let events = (0..<events).map { #"{"at":"2026-01-0\#($0 + 1)T00:00:00Z","kind":"call"}"# }
        return #"{"case_id":"\#(id)","brand":"Inn","subject":"\#(events.count)","#
            + #""events":[\#(events.joined(separator: ","))]}"#
    }

    /// A case is the same in the files of all sources; taking back the one that told most of it leaves what the other told.
    @Test func aCaseOfTwoSourcesOutlivesOneOfThem() throws {
        let told = [supportCase("K1", events: 0), supportCase("K2", events: 0)]
        let tickets = try workspace.file("tickets.ndjson", told)
        let archive = try workspace.file("archive.ndjson", [supportCase("K1", events: 1)])
        try workspace.load(tickets)
        let before = try workspace.hash()
        try workspace.load(archive)
        #expect(try workspace.hash() != before)
        try workspace.koe(["import", "undo", "archive.ndjson"])
        #expect(try workspace.hash() == before)
    }

    /// What another file tells too whose bytes are not kept comes back when that file is imported again.
    @Test func whatAFileNotKeptTellsTooComesBackWithIt() throws {
        let other = try ImportedWorkspace()
        for place in [workspace, other] {
            let settings = URL(filePath: place.path).appending(path: "koe.yaml")
            try (String(contentsOf: settings, encoding: .utf8) + "\nkeepRawRows: false\n")
                .write(to: settings, atomically: true, encoding: .utf8)
        }
        let tickets = try workspace.file("tickets.ndjson", [supportCase("K1", events: 0)])
        let archive = try workspace.file("archive.ndjson", [supportCase("K1", events: 1)])
        let may = try workspace.file("may.csv", ["id,text,rating", "1,slow and rude,1"])
        let june = try workspace.file("june.csv", ["id,text,rating", "1,slow and rude,1", "2,kind,5"])
        for file in [tickets, archive, may, june] { try workspace.load(file, "--source", "desk") }
        for file in ["archive.ndjson", "may.csv"] {
            #expect(try workspace.koe(["import", "undo", file]).errors.contains("whose bytes are not kept"))
        }
        for file in [tickets, june] {
            try workspace.load(file, "--source", "desk")
            try other.load(file, "--source", "desk")
        }
        #expect(try workspace.hash() == other.hash())
        #expect(try workspace.load(june, "--source", "desk").contains("as it was last imported"))
    }

    /// The same where a corrected mapping says that the other source told other cases; of two states of as many events the
    /// hash says which stays, so that some of these subjects are the archive's.
    @Test func aCaseOfTwoSourcesOutlivesANewReadingOfOne() throws {
        var said = ""
        for subject in ["Late towels", "Cold soup", "No lift", "Loud bar"] {
            let (workspace, other) = (try ImportedWorkspace(), try ImportedWorkspace())
            let archive = try workspace.file("archive.csv", ["number,reference,brand,about", "K1,R1,Inn,\(subject)"])
            func map(_ id: String) throws -> String {
                try workspace.file("m.yaml", ["map: {case_id: \(id), brand: brand, subject: about}"])
            }
            let tickets = try workspace.file("tickets.ndjson", ["K1", "K2"].map { supportCase($0, events: 0) })
            try workspace.load(tickets)
            try workspace.load(archive, "--map", try map("number"))
            let right = try map("reference")
            said += try workspace.koe(["reread", "archive"]).errors
            try other.load(tickets)
            try other.load(archive, "--map", right)
            #expect(try workspace.hash() == other.hash())
        }
        #expect(said.contains("1 comments and cases of its earlier reading are read so no more"), "\(said)")
    }

    /// The same where it tells the same case in other words: of what all sources say now, the same state stays as if none
    /// had ever said anything else.
    @Test(arguments: 1...4) func aCaseThatBecomesLesserInOneSourceIsAskedOfTheOther(column: Int) throws {
        let header = ["number", "brand"] + (0...4).map { "about\($0)" }
        let archive = try workspace.file(
            "archive.csv",
            [header.joined(separator: ","), "K1,Inn,Late towels,Cold soup,No lift,Loud bar,Wet bed"]
        )
        func map(_ subject: Int) throws -> String {
            try workspace.file("m.yaml", ["map: {case_id: number, brand: brand, subject: about\(subject)}"])
        }
        let tickets = try workspace.file("tickets.ndjson", [supportCase("K1", events: 0)])
        let other = try ImportedWorkspace()
        try workspace.load(tickets)
        try workspace.load(archive, "--map", try map(0))
        let right = try map(column)
        try workspace.koe(["reread", "archive"])
        try other.load(tickets)
        try other.load(archive, "--map", right)
        #expect(try workspace.hash() == other.hash())
    }

    /// The fuller state of a case that one file tells twice stays when the file is read again.
    @Test func aCaseThatAFileTellsTwiceStaysTheFuller() throws {
        let rows = [supportCase("K1", events: 2), supportCase("K1", events: 0)]
        try workspace.load(try workspace.file("cases.ndjson", rows))
        let before = try workspace.hash()
        try workspace.koe(["reread"])
        #expect(try workspace.hash() == before)
    }
}
