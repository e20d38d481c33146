import Feedback
import Testing

@testable import Ingestion

struct NdjsonTests {
    private static let full = """
        {"id":"r1","source":"shop","brand":"ヒグラシ","product":"P","author":"ann","author_id":"u9","author_role":"agent","posted_at":"2020-02-29T12:00:00+09:00","updated_at":"2020-03-01T00:00:00Z","text":"ok then","title":"T","rating":8,"rating_scale":"0..10","lang":"en","url":"https://e.example/1","thread_id":"t","in_reply_to":"r0","case_no":"77","order_no":"A1","channel":"email","app_version":"2.1","reply_text":"thanks","reply_at":"2020-03-02T00:00:00Z"}
        """

    @Test func canonicalRowsKeepEveryField() throws {
        let batch = try Importing.all(Self.full + "\n", file: "/in/box/x.ndjson")
        let comment = try #require(batch.comments.first)
        #expect(
            comment.source == "shop" && comment.externalID == "r1" && comment.brand == "ヒグラシ" && comment.product == "P"
        )
        #expect(comment.author == "ann" && comment.authorID == "u9" && comment.authorRole == .agent)
        // 12:00 at +09:00 is 03:00 UTC; 2020-02-29 is day 18,321.
        #expect(comment.postedAt?.instant == Instant(seconds: 18_321 * 86_400 + 3 * 3_600))
        #expect(comment.postedAt?.original == "2020-02-29T12:00:00+09:00" && comment.postedAt?.zoneOrigin == .text)
        #expect(comment.updatedAt?.instant == Instant(seconds: 18_322 * 86_400))
        #expect(comment.text == "ok then" && comment.title == "T" && comment.declaredLanguage == "en")
        #expect(comment.rating?.thousandths == 8_000 && comment.rating?.scale == RatingScale(low: 0, high: 10))
        #expect(comment.url == "https://e.example/1" && comment.threadID == "t" && comment.inReplyTo == "r0")
        #expect(
            comment.caseNumber == "77" && comment.orderNumber == "A1" && comment.channel == "email"
                && comment.appVersion == "2.1"
        )
        #expect(comment.replyText == "thanks" && comment.repliedAt?.instant == Instant(seconds: 18_323 * 86_400))
    }

    @Test func otherNamesAreUnderstoodAndTheCanonicalOneWins() throws {
        let text = """
            {"comment_id":"c1","created_at":"2020-01-01T00:00:00Z","text":"a","extra":{"deep":[1]},"more":1}
            {"comment_id":"old","id":"c2","text":"b","more":2}
            """
        var importer = Importer(
            file: "link.ndjson",
            chunks: InputChunks(bytes: Array(text.utf8)),
            options: Importing.options()
        )
        let batch = try #require(try importer.next(maximumRows: 10))
        #expect(batch.comments.map(\.externalID) == ["c1", "c2"])
        #expect(batch.comments.map(\.source) == ["link", "link"])
        #expect(batch.comments[0].postedAt?.instant == Instant(seconds: 1_577_836_800))
        #expect(try importer.next(maximumRows: 10) == nil)
    }

    @Test func rowsWithACaseIdAndNoTextAreCases() throws {
        let text = """
            {"case_id":"K1","number":"912","order_no":"A3","brand":"B","product":"P","customer":"D","customer_handle":"d1","channel":"phone","opened_at":"2015-05-31T06:50:32Z","closed_at":null,"subject":"short","events":[{"at":"2015-06-01T00:00:00Z","kind":"call","actor":"customer","channel":"phone"},{"kind":"refund","amount":44.49,"currency":"USD"}]}
            {"case_id":"K2","text":"a comment about K2","id":"c"}
            """
        let batch = try Importing.all(text, file: "cases.ndjson")
        let supportCase = try #require(batch.cases.first)
        #expect(batch.comments.map(\.externalID) == ["c"] && batch.cases.count == 1)
        #expect(
            supportCase.caseID == "K1" && supportCase.number == "912" && supportCase.orderNumber == "A3"
                && supportCase.origin == .imported
        )
        #expect(supportCase.customer == "D" && supportCase.customerHandle == "d1" && supportCase.channel == "phone")
        #expect(supportCase.openedAt?.instant == Instant(seconds: 1_433_055_032) && supportCase.closedAt == nil)
        #expect(supportCase.events.map(\.kind) == ["call", "refund"])
        #expect(
            supportCase.events[0].actor == .customer
                && supportCase.events[0].at?.instant == Instant(seconds: 1_433_116_800)
        )
        #expect(supportCase.events[1].amount == Money(thousandths: 44_490, currency: "USD"))
    }

    @Test(arguments: [
        (#"{"id":"1","text":"x","posted_at":"2023-02-30"}"#, RowProblem.Reason.badTime),
        (#"{"id":"1","text":"x","posted_at":"soon"}"#, .badTime),
        (#"{"id":"1","text":"x","rating":5,"rating_scale":"1..88888888888888888"}"#, .badRating),
        (#"{"id":"1","text":"x","rating":6,"rating_scale":5}"#, .badRating),
        (#"{"id":"1","rating":"maybe"}"#, .badRating),
        (#"{"id":"1","text":"x","author_role":"wizard"}"#, .badField),
        (#"{"id":"1","text":"x""#, .badSyntax),
        (#"{"case_id":"1","events":"none"}"#, .badField),
        (#"{"case_id":"1","events":[{"actor":"customer"}]}"#, .missingField),
        (#"{"case_id":"1","events":[{"kind":"x","amount":"much"}]}"#, .badField), ("not json", .badSyntax),
    ]) func badRowsBecomeProblems(row: String, reason: RowProblem.Reason) throws {
        let batch = try Importing.all(
            "{\"id\":\"0\",\"text\":\"good\"}\n\n\(row)\r\n{\"id\":\"2\",\"text\":\"good\"}",
            format: .ndjson
        )
        #expect(batch.comments.map(\.externalID) == ["0", "2"])
        let problem = try #require(batch.problems.first)
        #expect(batch.problems.count == 1 && batch.rowsRead == 3)
        #expect(problem.reason == reason && problem.line == 3 && problem.byte == 26)
        #expect(problem.file == "input.txt" && problem.raw.starts(with: Array(row.utf8)))
    }

    @Test func starsWithoutTextAreARow() throws {
        let batch = try Importing.all(#"{"id":"1","rating":5}"#)
        #expect(batch.comments.first?.text == "" && batch.comments.first?.rating?.thousandths == 5_000)
    }

    @Test func surveysThatNobodyAnsweredAreSkippedByName() throws {
        let batch = try Importing.all(
            "{\"id\":1,\"score\":\"offered\"}\n{\"id\":2,\"score\":\"bad\",\"comment\":\"late\"}\n{\"id\":3,\"score\":\"offered\",\"text\":\"hm\"}"
        )
        #expect(batch.skipped == [.unansweredRating: 1])
        #expect(batch.comments.map(\.externalID) == ["2", "3"])
        #expect(batch.comments[0].rating == Rating(thousandths: 0, scale: try #require(RatingScale(low: 0, high: 1))))
        #expect(batch.comments[1].rating == nil)
        #expect(batch.rowsRead == 3)
    }

    @Test func timesWithoutAZoneAreInTheWorkspacesAndSaySo() throws {
        let batch = try Importing.all(#"{"id":"1","text":"x","posted_at":"2008-04-05 08:24"}"#)
        #expect(batch.comments.first?.postedAt?.zoneOrigin == .workspace)
        #expect(Importing.tokyo(batch.comments.first?.postedAt) == "2008-04-05T08:24:00+09:00")
    }

    /// The whole row as written, and its ordinal among equal rows.
    @Test func idsAreMadeFromTheRow() throws {
        let row = #"{"author":"a","posted_at":"2020-01-01T00:00:00Z","text":"x"}"#
        let twice = try Importing.all(
            "\(row)\n\(row)\r\n" + #"{"author":"a","posted_at":"2020-01-01T00:00:01Z","text":"x"}"#
        )
        #expect(twice.comments[0].externalID + "-2" == twice.comments[1].externalID)
        #expect(twice.comments[0].externalID != twice.comments[2].externalID)
        #expect(twice.comments[0].externalID.hasPrefix("h") && twice.comments[0].externalID.utf8.count == 33)
    }

    @Test func rowsThatAreTooLongArePassedOver() throws {
        var options = Importing.options()
        options.limits.rowBytes = 1_000
        options.limits.problemBytes = 10
        let long = #"{"id":"1","text":""# + String(repeating: "x", count: 50_000) + "\"}"
        for chunk in [100, 1_000, 100_000] {
            let batch = try Importing.all(
                "{\"id\":\"0\",\"text\":\"a\"}\n\(long)\n{\"id\":\"2\",\"text\":\"b\"}\n",
                format: .ndjson,
                options: options,
                chunk: chunk
            )
            #expect(batch.comments.map(\.externalID) == ["0", "2"])
            #expect(batch.problems.map(\.reason) == [.tooLarge])
            #expect(batch.problems.map(\.line) == [2] && batch.problems.map(\.byte) == [22])
            #expect(batch.problems.first?.raw == Array(#"{"id":"1",""#.utf8.prefix(10)))
        }
    }

    @Test func documentsGiveTheObjectsOfTheirArray() throws {
        let rows = #"{"id":"1","text":"a"}, {"id":"2","text":"b, ]}"}"#
        for document in [
            "[\(rows)]", "{\"count\":2,\"tags\":[\"x\"],\"data\":{\"reviews\":[\(rows)]},\"end\":true}",
            "[\n\(rows)\n]\n",
        ] {
            for chunk in [1, 2, 3, 1_000] {
                let batch = try Importing.all(document, file: "d.json", chunk: chunk)
                #expect(batch.comments.map(\.text) == ["a", "b, ]}"])
                #expect(batch.problems.isEmpty)
            }
        }
    }

    @Test func aDocumentMayBeOneRow() throws {
        let batch = try Importing.all(
            "{\n \"case_id\": \"K\",\n \"events\": [{\"kind\": \"call\"}]\n}\n{\n \"id\": \"1\",\n \"text\": \"t\"}"
        )
        #expect(batch.cases.map(\.caseID) == ["K"] && batch.comments.map(\.text) == ["t"])
    }

    @Test(arguments: [
        "[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",", "[{\"id\":\"1\",\"text\":\"a\"} {\"id\":\"2\"}]",
        "[{\"id\":\"1\",\"text\":\"a\"}",
    ])
    func aCutDocumentIsTold(document: String) throws {
        let batch = try Importing.all(document, format: .json)
        #expect(batch.comments.map(\.externalID) == ["1"])
        #expect(batch.problems.map(\.reason) == [.badSyntax])
    }

    @Test func rowsAreTakenFromThePathOfTheMapping() throws {
        let mapping = try Importing.mapping(
            #"{"rows":"feed.entry","map":{"id":"id.label","text":"content.label","rating":"im:rating.label","author":"author.name.label"}}"#
        )
        let text =
            #"{"feed":{"other":[{"x":1}],"entry":[{"id":{"label":"629"},"im:rating":{"label":"4"},"content":{"label":"早い"},"author":{"name":{"label":"ヤミ"}}}]}}"#
        let batch = try Importing.all(text, file: "feed.json", options: Importing.options(mapping: mapping))
        #expect(batch.comments.first?.externalID == "629" && batch.comments.first?.text == "早い")
        #expect(batch.comments.first?.author == "ヤミ" && batch.comments.first?.rating?.thousandths == 4_000)
    }

    @Test func aMissingPathIsAnError() throws {
        let mapping = try Importing.mapping(#"{"format":"json","rows":"a.b"}"#)
        let error = try #require(throws: IngestionError.self) {
            try Importing.all(#"{"a":{"c":[{"id":1,"text":"x"}]}}"#, options: Importing.options(mapping: mapping))
        }
        #expect(error.code == .unreadable)
    }
}
