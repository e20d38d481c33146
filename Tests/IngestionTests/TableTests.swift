import Feedback
import Foundation
import Testing

@testable import Ingestion

struct TableTests {
    private func texts(_ csv: String, chunk: Int = 65_536, format: SourceFormat = .csv) throws -> [String] {
        try Importing.all(csv, format: format, chunk: chunk).comments.map(\.text)
    }

    /// Cells of RFC 4180, section 2.
    @Test(arguments: [
        ("id,text\n1,a\n2,b\n", ["a", "b"]), ("id,text\r\n1,a\r\n2,b", ["a", "b"]),
        ("id,text\r1,a\r2,b\r", ["a", "b"]),
        ("id,text\n1,\"a,b\"\n", ["a,b"]), ("id,text\n1,\"a\nb\"\n", ["a\nb"]), ("id,text\n1,\"a\r\nb\"\n", ["a\nb"]),
        ("id,text\n1,\"say \"\"hi\"\"\"\n", ["say \"hi\""]), ("id,text\n1,\"\"\"\"\n", ["\""]),
        ("\"id\",\"text\"\n\"1\",\"x\"\n", ["x"]),
        ("\u{FEFF}\"text\",id\nx,1\n", ["x"]), ("id,text,\n1,a,\n2,b,\n", ["a", "b"]), ("id,text\n1,a\"b\n", ["a\"b"]),
        ("id,text\n1,\"a\" \n", ["a"]), ("id,text\n\n1,a\n\n", ["a"]),
        ("text\nonly one column here\n", ["only one column here"]),
        ("id,text\n1,a,,,\n", ["a"]),
    ]) func readsCells(csv: String, expected: [String]) throws {
        for chunk in [1, 2, 3, 4, 5, 1_000] { #expect(try texts(csv, chunk: chunk) == expected) }
    }

    @Test func badRowsAreProblemsAndTheRestIsKept() throws {
        let csv =
            "id,text,rating\n1,ok,5\n2,short\n3,a,b,c\n4,\"x\"y,1\n5,bad,9\n6,nul\0l,3\n,,\nid,text,rating\n7,\"end\",4\n"
        for chunk in [1, 3, 1_000] {
            let batch = try Importing.all(csv, format: .csv, chunk: chunk)
            #expect(batch.comments.map(\.externalID) == ["1", "7"])
            #expect(batch.problems.map(\.line) == [3, 4, 5, 6, 7])
            #expect(batch.problems.map(\.reason) == [.badSyntax, .badSyntax, .badSyntax, .badRating, .badSyntax])
            #expect(batch.problems[0].byte == 22 && batch.problems[0].raw == Array("2,short".utf8))
            #expect(batch.skipped == [.emptyRow: 1, .repeatedHeader: 1])
            #expect(batch.rowsRead == 9)
        }
    }

    @Test func anUnclosedQuoteCostsOnlyItsLine() throws {
        for chunk in [1, 7, 1_000] {
            let batch = try Importing.all("id,text\n1,\"never closed\n2,fine\n3,fine too\n", format: .csv, chunk: chunk)
            #expect(batch.comments.map(\.externalID) == ["2", "3"])
            #expect(batch.problems.map(\.line) == [2] && batch.problems.map(\.reason) == [.badSyntax])
        }
    }

    /// A quote that opens in one row and closes rows later costs the row in which it opens.
    @Test(arguments: [2, 40]) func quotesThatSpanRowsSwallowNone(rows: Int) throws {
        var lines = (1...rows).map { "\($0),2026-03-\(10 + $0 % 20),shop,thing \($0),4" }
        lines[0] = "1,2026-03-11,shop,\"thing 1,4"
        lines[rows - 1] = "\(rows),2026-03-12,shop,screen of 27\",4"
        for end in ["\n", "\r\n", "\r"] {
            let csv = (["id,posted_at,brand,text,rating", "0,2026-03-01,shop,first,4"] + lines).joined(separator: end)
            for chunk in [1, 7, 1_000] {
                let batch = try Importing.all(csv, format: .csv, chunk: chunk)
                #expect(batch.comments.map(\.externalID) == ["0"] + (2...rows).map { String($0) })
                #expect(batch.comments.last?.text == "screen of 27\"")
                #expect(batch.problems.map { String(decoding: $0.raw, as: UTF8.self) } == [lines[0]])
            }
        }
    }

    @Test func aStrayQuoteInTheFirstRowSwallowsNone() throws {
        let lines = (2...30).map { "\($0),2026-03-11,text \($0)" }
        let csv =
            "id,posted_at,text\n1,2026-03-10,\"text 1\n" + lines.joined(separator: "\n") + "\n31,2026-03-12,\"end\n"
        #expect(try Importing.all(csv, format: .csv).comments.map(\.externalID) == (2...30).map { String($0) })
    }

    /// What a customer writes in lines stays one text, numbers, commas and all.
    @Test(arguments: [
        "高い\n10,000円でした", "1, late\n2, rude\n3, broken", "3,4\n5,6", "order:\n77,2026-03-01,shop", "a,b,c,d\n\n1,2,3,4",
    ]) func linesOfATextAreNoRows(text: String) throws {
        for header in ["id,text", "id,posted_at,text,rating"] {
            let row = header == "id,text" ? "7,\"\(text)\"" : "7,2026-03-02,\"\(text)\",4"
            let before = header == "id,text" ? "1,a" : "1,2026-03-01,a,4"
            let batch = try Importing.all("\(header)\n\(before)\n\(row)\n", format: .csv)
            #expect(batch.comments.last?.text == text && batch.problems.isEmpty)
        }
    }

    @Test func hugeFieldsAreBounded() throws {
        var options = Importing.options()
        options.limits.rowBytes = 1_000
        let csv = "id,text\n1,\"" + String(repeating: "x", count: 20_000) + "\"\n2,b\n"
        for chunk in [64, 1_000, 100_000] {
            let batch = try Importing.all(csv, format: .csv, options: options, chunk: chunk)
            #expect(batch.comments.map(\.externalID) == ["2"])
            #expect(batch.problems.map(\.reason) == [.tooLarge])
        }
    }

    @Test func wideRowsAreBounded() throws {
        let batch = try Importing.all("id,text\n1," + String(repeating: ",", count: 5_000) + "\n2,b\n", format: .csv)
        #expect(batch.comments.map(\.externalID) == ["2"])
        #expect(batch.problems.map(\.reason) == [.tooLarge])
    }

    @Test(arguments: [
        ("投稿日時\t本文\t評価\n2024/1/2 3:04\tよい\t4\n", SourceFormat.tsv),
        ("date;comment;stars\n2024-01-02;ok;4\n2024-01-03;ok;4\n", .csv),
        ("タイムスタンプ,ご意見・ご要望\n2024/01/02 3:04:05,よい\n", .csv),
        ("Created At,Review Text,Star Rating\n2024-01-02T00:00:00Z,fine,3\n", .csv),
        ("受付日時｜".replacingOccurrences(of: "｜", with: "|") + "お問い合わせ内容\n2024-1-2 10:00|こまる\n2024-1-3 10:00|こまる\n", .csv),
    ]) func headersAreKnownInBothLanguages(table: String, format: SourceFormat) throws {
        var importer = Importer(file: "t", chunks: InputChunks(bytes: Array(table.utf8)), options: Importing.options())
        let batch = try #require(try importer.next(maximumRows: 10))
        #expect(importer.format == format)
        #expect(batch.problems.isEmpty)
        #expect(batch.comments.first?.text.isEmpty == false && batch.comments.first?.postedAt != nil)
    }

    @Test func playStoreReportsAreRead() throws {
        let batch = try Importing.all(try Fixture.bytes("google-play.csv"), file: "reviews_com.example.ride_202609.csv")
        let first = try #require(batch.comments.first)
        #expect(batch.problems.isEmpty && batch.comments.count == 2)
        #expect(first.text == "配車が遅い 😡" && first.rating?.thousandths == 2_000 && first.declaredLanguage == "ja")
        #expect(first.replyText == "申し訳ありません" && first.appVersion == "2.1" && first.product == "com.example.ride")
        #expect(first.url == "https://play.example/console?reviewId=gp%3AAOqp")
        #expect(Importing.tokyo(first.updatedAt) == "2026-09-11T19:00:00+09:00")
        #expect(batch.comments[1].text == "" && batch.comments[1].rating?.thousandths == 5_000)
    }

    @Test func callLogsAreRead() throws {
        let log =
            "start,end,number,agent,disposition,note\n2024-05-01 09:00,2024-05-01 09:10,555-1,A,ok,Asked about the bill\n"
        let comment = try #require(try Importing.all(log, file: "calls.csv").comments.first)
        #expect(
            comment.text == "Asked about the bill" && Importing.tokyo(comment.postedAt) == "2024-05-01T09:00:00+09:00"
        )
    }

    @Test func aTableWithoutKnownColumnsAsksForAMapping() throws {
        let error = try #require(throws: IngestionError.self) { try Importing.all("x,y\n1,2\n3,4\n", format: .csv) }
        #expect(error.code == .unreadable && error.message.contains("--suggest"))
    }

    @Test func leadingZerosStay() throws {
        #expect(try Importing.all("id,text\n007,x\n").comments.first?.externalID == "007")
    }

    @Test func aSecondColumnOfANameIsReadToo() throws {
        let batch = try Importing.all("id,text,text\n1,slow,\n2,,good\n3,first,second\n", format: .csv)
        #expect(batch.comments.map(\.text) == ["slow", "good", "first\nsecond"])
    }

    @Test func namesOfGroupsStandAboveThoseOfColumns() throws {
        let csv = "お客様情報,,,評価,,\n氏名,年代,投稿日,接客,総合,コメント\n山田,30,2026/02/01,4,5,とても親切でした\n木村,40,2026/02/02,2,1,待たされた\n"
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.text) == ["とても親切でした", "待たされた"] && comments.map(\.author) == ["山田", "木村"])
        #expect(comments.map { $0.rating?.thousandths } == [5_000, 1_000])
    }
}
