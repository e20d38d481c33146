import Feedback
import Testing

@testable import Ingestion

/// What is not understood is told and never stored as a page of one comment.
struct UnknownInputTests {
    @Test(arguments: [
        "Just a note somebody left in the folder.\nIt goes on for a while, without anybody's name.\n",
        "[Desktop Entry]\nIcon=folder\nName=Inbox\n",
        "#!/bin/sh\nset -e\necho done\n",
    ])
    func textWithoutASignOfAPageIsRefused(text: String) throws {
        let error = try #require(throws: IngestionError.self) { try Importing.all(text) }
        #expect(error.code == .unreadable && error.message.contains("no sign of a page"))
    }

    @Test func aTableWithLineBreakTagsStaysATable() throws {
        let batch = try Importing.all("id,text,rating\n1,slow<br>and rude,1\n2,fine<br />thanks,5\n")
        #expect(batch.comments.map(\.externalID) == ["1", "2"])
    }

    @Test(arguments: [
        "Summer survey\nPeriod: June\n\n", "sep=,\n", "# made by a help desk on Monday\n", "Summer survey,,\n",
    ])
    func linesAboveTheHeaderAreLeftOut(above: String) throws {
        let batch = try Importing.all(above + "投稿日,評価,本文\n2026/04/01,1,遅い\n2026/04/02,5,速い\n2026/04/03,3,普通\n")
        #expect(batch.comments.map(\.text) == ["遅い", "速い", "普通"])
        #expect(batch.problems.isEmpty)
    }

    @Test func headersMayBeSentences() throws {
        let csv = """
            "回答日時","今回の対応に、どのくらい満足されましたか。","そう感じた理由を、できるだけくわしくお書きください。"
            "2026/02/01 9:05","5","説明がとても丁寧でした。"
            "2026/02/02 9:05","2","電話がなかなかつながりません。"
            """
        let batch = try Importing.all(csv)
        #expect(batch.comments.map(\.text) == ["説明がとても丁寧でした。", "電話がなかなかつながりません。"])
        #expect(batch.comments.map { $0.rating?.thousandths } == [5_000, 2_000])
    }

    @Test(arguments: [1, 7, 4_096]) func aStrayQuoteCostsItsOwnRow(chunk: Int) throws {
        var csv = "id,text\n1,\"stray quote here\n"
        for row in 2...40 { csv += "\(row),\"row \(row)\"\n" }
        let batch = try Importing.all(csv, format: .csv, chunk: chunk)
        #expect(batch.problems.map(\.line) == [2])
        #expect(batch.comments.map(\.externalID) == (2...40).map { "\($0)" })
    }

    @Test func aRowWithoutAnyAnswerIsSkipped() throws {
        let batch = try Importing.all("id,rating,text\n1,5,good\n2,,\n", format: .csv)
        #expect(batch.comments.count == 1 && batch.problems.isEmpty && batch.skipped == [.noAnswer: 1])
    }

    /// Nothing of these was written by a customer.
    @Test(arguments: [
        ("<x/>", "begins with <x"), ("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>", "begins with <svg"),
        ("{\\rtf1\\ansi Hello}", "rich text"), ("# Notes\n\nSome notes.\n\n- one\n- two\n", "no sign of a page"),
    ])
    func markUpWithoutHTMLIsNoPage(text: String, word: String) throws {
        let error = try #require(throws: IngestionError.self) { try Importing.all(text) }
        #expect(error.code == .unreadable && error.message.contains(word), "\(error.message)")
    }

    @Test func titlesAboveAHeaderFillFewerCells() throws {
        let csv = "お客様の声,,,\n期間,2026/02/01,2026/02/28,\n投稿日,評価,本文,投稿者\n2026/04/01,1,遅い,山田\n2026/04/02,5,速い,木村\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.map(\.text) == ["遅い", "速い"] && batch.problems.isEmpty)
    }
}
