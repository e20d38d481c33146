import Feedback
import Foundation
import Testing

@testable import Ingestion

struct MappingTests {
    @Test func theExampleOfTheFormatsIsFollowed() throws {
        let mapping = try Importing.mapping(
            #"{"map":{"id":"お問い合わせ番号","posted_at":{"column":"受付日時","format":"yyyy/MM/dd HH:mm","zone":"Asia/Tokyo"},"text":"内容","rating":{"column":"満足度","scale":"1..5"}}}"#
        )
        let csv =
            "お問い合わせ番号,受付日時,内容,満足度,部署\n0012,2024/04/01 09:05,早い,5,A\n0013,2024-04-01,遅い,1,B\n0014,2024/04/01 09:05,遅い,6,B\n"
        let batch = try Importing.all(csv, options: Importing.options(mapping: mapping, zone: .utc))
        let comment = try #require(batch.comments.first)
        #expect(
            batch.comments.count == 1 && comment.externalID == "0012" && comment.text == "早い"
                && comment.rating?.thousandths == 5_000
        )
        #expect(
            comment.postedAt?.zoneOrigin == .mapping && Importing.tokyo(comment.postedAt) == "2024-04-01T09:05:00+09:00"
        )
        #expect(batch.problems.map(\.reason) == [.badTime, .badRating])
    }

    /// Days first in one row, and in another a time that says its own zone.
    @Test func aTimeThatSaysItsZoneNeedsNoPattern() throws {
        let mapping = try Importing.mapping(
            #"{"map":{"text":"t","posted_at":{"column":"d","format":"d/M/yyyy H:mm","zone":"UTC"}}}"#
        )
        let csv = "t,d\na,8/10/2025 10:17\nb,2026-01-08T11:01:36.000Z\nc,2026-01-08 11:01\n"
        let batch = try Importing.all(csv, options: Importing.options(mapping: mapping))
        // Checked with `date -u -d`.
        #expect(
            batch.comments.map { $0.postedAt?.instant } == [
                Instant(seconds: 1_759_918_620), Instant(seconds: 1_767_870_096),
            ]
        )
        #expect(batch.problems.map(\.reason) == [.badTime])
    }

    @Test func aMappedTimeNeedsAZone() throws {
        let mapping = try Importing.mapping(#"{"map":{"posted_at":"when","text":"what"}}"#)
        let batch = try Importing.all("when,what\n2024-04-01 10:00,x\n", options: Importing.options(mapping: mapping))
        #expect(batch.problems.map(\.reason) == [.noTime])
        #expect(batch.problems.first?.message.contains("zone") == true)
    }

    @Test func constantsListsValuesAndNullsWork() throws {
        let mapping = try Importing.mapping(
            #"{"format":"csv","delimiter":";","zone":"Asia/Tokyo","null":["-","N/A"],"brand":"ロッテ","channel":"phone","source":"calls","map":{"text":["summary","note"],"author_role":{"column":"who","values":{"op":"agent"}},"rating":{"column":"mood","scale":"good/bad"},"author":~,"title":{"value":"t"},"posted_at":["at","day"]}}"#
                .replacingOccurrences(of: "~", with: "null")
        )
        let csv =
            "summary;note;who;mood;author;at;day\na;b;op;good;ann;;2024-01-02\n-;only;x;N/A;bob;2024-01-03 01:00;\n"
        let brands = [BrandName("Lotte", aliases: ["ロッテ"])]
        let batch = try Importing.all(csv, options: Importing.options(brands, mapping: mapping))
        #expect(batch.problems.isEmpty)
        #expect(batch.comments.map(\.text) == ["a\nb", "only"])
        #expect(batch.comments.map(\.authorRole) == [.agent, .customer])
        #expect(batch.comments.map(\.author) == [nil, nil])
        #expect(batch.comments.map(\.brand) == ["Lotte", "Lotte"])
        #expect(
            batch.comments.map(\.channel) == ["phone", "phone"] && batch.comments.map(\.source) == ["calls", "calls"]
        )
        #expect(batch.comments.map(\.rating?.thousandths) == [1_000, nil])
        #expect(
            batch.comments.map { Importing.tokyo($0.postedAt) } == [
                "2024-01-02T00:00:00+09:00", "2024-01-03T01:00:00+09:00",
            ]
        )
    }

    /// The rows that link tests use: the medium stands in `source`, ids go across media.
    @Test func rowsOfALinkTestAreImported() throws {
        let mapping = try Importing.mapping(
            #"{"source":"link","map":{"id":"comment_id","channel":"source","source":{"value":"link"},"posted_at":"created_at","author_role":{"column":"author_id","values":{"agent":"agent"}}}}"#
        )
        let rows = """
            {"source":"letter","author":"高橋","author_id":null,"brand":"Zenka","product":"RX-5","created_at":"2018-08-01T21:56:38Z","rating":null,"lang":"ja","thread_id":null,"in_reply_to":null,"text":"また同じ症状です。","comment_id":"c0"}
            {"source":"tweet","author":"Zenka Support","author_id":"agent","brand":"Zenka","product":null,"created_at":"2018-08-02T00:00:00Z","rating":null,"lang":"en","thread_id":null,"in_reply_to":"c0","text":"We are sorry.","comment_id":"c1"}
            """
        let batch = try Importing.all(rows, file: "comments.ndjson", options: Importing.options(mapping: mapping))
        #expect(batch.problems.isEmpty)
        #expect(
            batch.comments.map(\.source) == ["link", "link"] && batch.comments.map(\.channel) == ["letter", "tweet"]
        )
        #expect(batch.comments.map(\.externalID) == ["c0", "c1"] && batch.comments[1].inReplyTo == "c0")
        #expect(batch.comments.map(\.authorRole) == [.customer, .agent])
        #expect(
            batch.comments[0].author == "高橋" && batch.comments[0].product == "RX-5"
                && batch.comments[0].declaredLanguage == "ja"
        )
    }

    @Test(arguments: [
        (#"{"map":{"text":"gone"}}"#, "gone"), (#"{"zone":"Mars/Olympus","map":{"text":"text"}}"#, "Mars/Olympus"),
        (#"{"map":{"text":"text","posted_at":{"column":"at","format":"qq"}}}"#, "qq"),
    ]) func whatCannotBeDoneIsAnErrorOfTheMapping(json: String, word: String) throws {
        let error = try #require(throws: IngestionError.self) {
            try Importing.all(
                "text,at\nx,2024-01-01\n",
                format: .csv,
                options: Importing.options(mapping: try Importing.mapping(json))
            )
        }
        #expect(error.code == .badMapping && error.message.contains(word))
    }

    @Test(arguments: [
        #"{"map":{"colour":"x"}}"#, #"{"format":"xlsx"}"#, #"{"delimiter":";;"}"#,
        #"{"map":{"rating":{"column":"x","scale":"9..9"}}}"#,
        #"{"map":{"rating":{"column":"x","words":{"good":"very"}}}}"#, #"{"kind":"both"}"#,
        #"{"map":{"text":{"colum":"x"}}}"#, #"{"mapp":{}}"#,
    ]) func badMappingsAreRefused(json: String) {
        #expect(throws: DecodingError.self) { try Importing.mapping(json) }
    }

    @Test func casesAreReadFromTables() throws {
        let mapping = try Importing.mapping(
            #"{"kind":"cases","zone":"UTC","map":{"case_id":"No","number":"No","opened_at":"開始","subject":"件名","customer":"氏名"}}"#
        )
        let batch = try Importing.all(
            "No,開始,件名,氏名\nA-1,2024/1/2 3:04,割れ,山田\n,2024/1/2,x,y\n",
            options: Importing.options(mapping: mapping)
        )
        #expect(
            batch.cases.map(\.caseID) == ["A-1"] && batch.cases.first?.subject == "割れ"
                && batch.cases.first?.customer == "山田"
        )
        #expect(batch.problems.map(\.reason) == [.missingField])
    }
}

struct MappingSuggesterTests {
    private func suggest(_ text: String, file: String = "/data/survey.csv") throws -> String {
        try MappingSuggester.suggest(file: file, chunks: InputChunks(bytes: Array(text.utf8)), zone: "Asia/Tokyo")
    }

    @Test func proposesWhatTheHeaderAndTheRowsShow() throws {
        let yaml = try suggest("お問い合わせ番号,受付日時,内容,満足度,部署\n1,2024/4/1 9:05,ほんとうに助かりました,4,A\n2,2024/4/2 9:05,遅い,2,B\n")
        #expect(
            yaml == """
                # Proposed by koe for survey.csv: 5 columns, 2 rows looked at.
                # Check every line, then: koe import --map THIS-FILE INPUT
                format: csv
                zone: Asia/Tokyo  # of times that carry no zone
                map:
                  id: お問い合わせ番号
                  posted_at: {column: 受付日時}  # 2 times read
                  text: 内容
                  rating: {column: 満足度, scale: 1..5}  # values from 2 to 4
                # brand: NAME  # when all rows are about one brand
                # Columns that go nowhere: 部署
                # As they would be stored, the first 2:
                #   posted_at=2024/4/1 9:05 | rating=4 of 1..5 | text=ほんとうに助かりました
                #   posted_at=2024/4/2 9:05 | rating=2 of 1..5 | text=遅い

                """
        )
    }

    @Test func looksAtTheRowsWhereTheHeaderSaysNothing() throws {
        let yaml = try suggest(
            "k1;k2;k3\n31/12/2023 10:00;The agent was kind and quick to help;9\n30/12/2023 10:00;Nobody ever called me back about it;0\n"
        )
        #expect(yaml.contains("delimiter: \";\""))
        #expect(yaml.contains("posted_at: {column: k1, format: \"dd/MM/yyyy HH:mm\"}"))
        #expect(yaml.contains("text: k2"))
        #expect(yaml.contains("# Columns that go nowhere: k3"))
    }

    @Test func aFewBrokenTimesDoNotHideTheForm() throws {
        let yaml = try suggest(
            "受付日時,内容\n2024/04/01 10:23,遅い\n令和6年4月3日,助かりました\n2024/4/2 9:05,よい\n2024/04/04 25:99,ふつう\n"
        )
        #expect(yaml.contains("posted_at: {column: 受付日時}  # 3 of 4 times read; rows with the others go to quarantine"))
    }

    @Test func aDateThatMayBeReadTwoWaysIsMarked() throws {
        let yaml = try suggest("date,comment,score\n04/05/2023,fine,10\n06/07/2023,bad,0\n")
        #expect(yaml.contains("format: \"MM/dd/yyyy\"}  # 2 times read; \"dd/MM/yyyy\" fits as well: make sure"))
        #expect(yaml.contains("scale: 0..10"))
    }

    @Test func membersOfMembersAreNamedByTheirPaths() throws {
        let yaml = try suggest(
            "{\"attributes\":{\"body\":\"Great help from staff\",\"rating\":5,\"createdDate\":\"2024-01-01T00:00:00-07:00\"}}\n{\"attributes\":{\"body\":\"Meh\",\"rating\":1,\"createdDate\":\"2024-01-02T00:00:00-07:00\"}}\n",
            file: "a.ndjson"
        )
        #expect(
            yaml.contains("text: \"attributes.body\"")
                && yaml.contains("rating: {column: \"attributes.rating\", scale: 1..5}")
        )
        #expect(yaml.contains("posted_at: {column: \"attributes.createdDate\"}") && !yaml.contains("zone:"))
    }

    @Test func wordsOfSatisfactionGetPoints() throws {
        let yaml = try suggest("comment,満足度\nx,非常に満足\ny,不満\n")
        #expect(yaml.contains("words: {不満: 2, 非常に満足: 5}"))
    }

    @Test func namesThatYamlWouldMisreadAreQuoted() throws {
        let yaml = try suggest("\"a: \"\"b\"\"\",comment\nx,y\nz,w\n")
        #expect(yaml.contains(#"# Columns that go nowhere: "a: \"b\"""#))
    }

    @Test func aPageNeedsNone() {
        #expect(throws: IngestionError.self) { try suggest("Some words that somebody wrote.\nAnd more of them.\n") }
    }
}

/// Survey questions in mappings and canonical rows.
struct SurveyMappingTests {
    private func answers(_ comment: Feedback.Comment?) -> [String] {
        (comment?.answers ?? []).map { "\($0.instrument.rawValue) \($0.rating.thousandths)/\($0.rating.scale.high)" }
    }

    @Test func scaleNamesTheQuestion() throws {
        let mapping = try Importing.mapping(#"{"map":{"text":"t","rating":{"column":"r","scale":"nps"}}}"#)
        let batch = try Importing.all("t,r\nok,9\nno,11\nhalf,7.5\n", options: Importing.options(mapping: mapping))
        #expect(answers(batch.comments.first) == ["nps 9000/10"])
        #expect(batch.comments.first?.rating == Rating(thousandths: 9_000, scale: .zeroToTen))
        #expect(batch.problems.map(\.reason) == [.badRating, .badRating])
        #expect(batch.problems.last?.message.contains("whole number") == true)
    }

    @Test func instrumentGoesWithAnyScale() throws {
        let mapping = try Importing.mapping(
            #"{"map":{"text":"t","rating":{"column":"r","scale":"1..7","instrument":"csat"},"ces":{"column":"e","scale":"5..1"}}}"#
        )
        let batch = try Importing.all("t,r,e\nok,6,1\n", options: Importing.options(mapping: mapping))
        // On a scale from 5 to 1 the 1 is the best.
        #expect(answers(batch.comments.first) == ["ces 5000/5", "csat 6000/7"])
    }

    @Test func canonicalRowsCarryAnswers() throws {
        let rows = """
            {"id":"1","text":"a","nps":10,"csat":"6/7","ces":7}
            {"id":"2","text":"b","rating":4,"rating_scale":"csat"}
            {"id":"3","nps":0}
            {"id":"4","text":"c","rating":3,"csat":5}
            {"id":"5","text":"d","csat":9}
            """
        let batch = try Importing.all(rows, file: "a.ndjson", format: .ndjson)
        #expect(
            batch.comments.map { answers($0) } == [
                ["ces 7000/7", "csat 6000/7", "nps 10000/10"], ["csat 4000/5"], ["nps 0/10"], ["csat 5000/5"],
            ]
        )
        // Without a rating, the answer to recommendation stands in for it, then that to satisfaction.
        #expect(batch.comments.map { $0.rating?.thousandths } == [10_000, 4_000, 0, 3_000])
        #expect(batch.problems.map(\.reason) == [.badRating])
        #expect(batch.problems.first?.message.hasPrefix("csat: ") == true)
    }

    @Test(
        arguments: [
            (#"{"map":{"rating":{"column":"r","instrument":"mood"}}}"#, "nps, csat or ces"),
            (#"{"map":{"rating":{"column":"r","scale":"1..5","instrument":"nps"}}}"#, "from 0 to 10"),
            (#"{"map":{"nps":{"column":"r","scale":"1..10"}}}"#, "from 0 to 10"),
            (#"{"map":{"title":{"column":"r","scale":"nps"}}}"#, "goes to rating or to nps"),
            (#"{"map":{"csat":{"column":"r","scale":"ces"}}}"#, "goes to rating or to ces"),
            (#"{"map":{"rating":{"column":"r","scale":"3..3"}}}"#, "scale: must be like"),
        ]
    )
    func wrongDeclarationsAreRefused(json: String, words: String) {
        #expect {
            try Importing.mapping(json)
        } throws: { error in
            "\(error)".contains(words)
        }
    }

    @Test func equalMappingsHaveOneText() throws {
        let json = #"{"map":{"rating":{"column":"r","scale":"5..1","words":{"a":1,"b":2,"c":3}},"text":"t"}}"#
        let text = try Importing.mapping(json).canonicalText
        #expect(try Importing.mapping(json).canonicalText == text)
        let other = json.replacingOccurrences(of: "5..1", with: "1..5")
        #expect(try Importing.mapping(other).canonicalText != text)
    }
}
