import Feedback
import Foundation
import Testing

@testable import Ingestion

/// Formats that are told by their columns or elements.
struct NativeFormatTests {
    @Test func everyFormatIsToldByItsOwnSigns() {
        for format in NativeFormat.all {
            #expect(NativeFormat.find(format.signs)?.signs.count == format.signs.count, "\(format.name)")
        }
        #expect(Set(NativeFormat.all.map(\.name)).count == NativeFormat.all.count)
    }

    @Test func theManualNamesEveryFormat() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let manual = try String(contentsOf: folder.appendingPathComponent("../README.md"), encoding: .utf8)
        for format in NativeFormat.all { #expect(manual.contains("`\(format.name)`"), "\(format.name)") }
        for format in [SourceFormat.movableType, .xml, .page, .mail] {
            #expect(manual.contains("| \(format.rawValue) |"))
        }
    }

    @Test func freshdeskRatesFromMinus103() throws {
        let json = """
            [{"id":1,"survey_id":2,"user_id":3,"ticket_id":4,"feedback":"slow","ratings":{"default_question":-103}},
            {"id":2,"survey_id":2,"user_id":5,"ticket_id":6,"feedback":"quick","ratings":{"default_question":103}}]
            """
        let comments = try Importing.all(json, file: "a.json").comments
        #expect(comments.map { $0.rating?.thousandths } == [1_000, 3_000] && comments.map(\.caseNumber) == ["4", "6"])
    }

    @Test func playIdsAreThoseOfTheLink() throws {
        let csv = """
            Package Name,Star Rating,Review Title,Review Text,Review Submit Millis Since Epoch,Review Link
            app.nord,1,,slow,1772424660000,https://play.google.com/x?reviewId=gp%3AAOx1&corpus=PUBLIC
            app.nord,5,,,1772496168053,
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.product) == ["app.nord", "app.nord"])
        #expect(comments[0].externalID == "gp:AOx1" && comments[1].rating?.thousandths == 5_000)
    }

    @Test func feedsOfTheAppStoreKeepValuesInLabels() throws {
        let json = """
            {"feed":{"author":{"name":{"label":"Store"}},"entry":{"id":{"label":"71"},"im:rating":{"label":"2"},
            "im:version":{"label":"3.1"},"title":{"label":"Hm"},"content":{"label":"No answer yet"},
            "author":{"name":{"label":"wren"},"uri":{"label":"https://x.example/9"}}},"updated":{"label":"x"}}}
            """
        let comment = try #require(try Importing.all(json, file: "a.json").comments.first)
        #expect(comment.externalID == "71" && comment.author == "wren" && comment.appVersion == "3.1")
        #expect(comment.text == "No answer yet" && comment.rating?.thousandths == 2_000)
    }

    @Test func starsAsWordsAndNamesOfReviewers() throws {
        let json = """
            {"reviews":[{"name":"accounts/1/reviews/A","reviewId":"A","reviewer":{"displayName":"Mio"},"starRating":"FOUR",
            "comment":"ok","createTime":"2026-03-01T01:02:03.123456789Z"}]}
            """
        let comment = try #require(try Importing.all(json, file: "a.json").comments.first)
        #expect(comment.author == "Mio" && comment.rating?.thousandths == 4_000)
    }

    @Test func staffIsToldFromCustomers() throws {
        let csv = """
            ,tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id
            0,21,Nord,False,Tue Oct 31 22:10:47 +0000 2017,@7 Sorry about that,,23.0
            1,23,7,True,Tue Oct 31 21:10:47 +0000 2017,my parcel is lost,21,
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.authorRole) == [.agent, .customer])
        #expect(comments.map(\.inReplyTo) == ["23", nil])
    }

    @Test func karmaIsNoRating() throws {
        let lines = """
            {"id":"c1","author":"wren","body":"still broken","score":666,"subreddit":"nord","created_utc":1772424660}
            {"id":"c2","author":"owl","body":"works here","score":-3,"subreddit":"nord","created_utc":1772424661}
            """
        let batch = try Importing.all(lines, file: "a.ndjson")
        #expect(
            batch.comments.map(\.text) == ["still broken", "works here"]
                && batch.comments.allSatisfy { $0.rating == nil }
        )
    }

    @Test func commentsOfMovableType() throws {
        let export = """
            AUTHOR: keeper
            TITLE: Outage
            DATE: 01/31/2026 03:31:05 PM
            -----
            BODY:
            Sorry.
            -----
            More to say.
            -----
            COMMENT:
            AUTHOR: wren
            EMAIL: w@mail.example
            DATE: 01/31/2026 15:47:06
            Fast
            answer.
            -----
            COMMENT:
            AUTHOR: owl
            DATE: 02/02/2026 12:00:00 AM
            Nobody called.
            -----
            PING:
            TITLE: elsewhere
            DATE: 02/01/2026 05:00:00 AM
            seen
            -----
            --------

            """
        let batch = try Importing.all(export)
        #expect(batch.comments.map(\.text) == ["Fast\nanswer.", "Nobody called."] && batch.skipped == [.pingback: 1])
        #expect(
            batch.comments.map { Importing.tokyo($0.postedAt) } == [
                "2026-01-31T15:47:06+09:00", "2026-02-02T00:00:00+09:00",
            ]
        )
    }

    @Test(arguments: [1, 13, 65_536]) func commentsOfWordPress(chunk: Int) throws {
        let xml = """
            <?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>A</title>
            <wp:comment><wp:comment_id>65</wp:comment_id><wp:comment_author><![CDATA[mio]]></wp:comment_author>
            <wp:comment_date_gmt>2026-02-01 00:10:00</wp:comment_date_gmt><wp:comment_content><![CDATA[<p>slow</p>]]></wp:comment_content>
            <wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
            <wp:comment><wp:comment_id>66</wp:comment_id><wp:comment_content>buy</wp:comment_content>
            <wp:comment_approved>spam</wp:comment_approved></wp:comment></item></channel></rss>
            """
        let batch = try Importing.all(xml, chunk: chunk)
        #expect(batch.comments.map(\.text) == ["slow"] && batch.skipped == [.withdrawn: 1])
        #expect(Importing.tokyo(batch.comments.first?.postedAt) == "2026-02-01T09:10:00+09:00")
    }

    @Test func entitiesAreNotExpanded() throws {
        let xml =
            "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><item><title>&b;</title></item></rss>"
        let batch = try Importing.all(xml)
        #expect(batch.comments.isEmpty && batch.problems.map(\.reason) == [.badSyntax])
        #expect(batch.problems[0].message.contains("entities"))
    }

    @Test func brokenXMLKeepsWhatCameBefore() throws {
        let batch = try Importing.all("<rss><item><description>slow answer</description></item><item><oops></rss>")
        #expect(batch.comments.map(\.text) == ["slow answer"] && batch.problems.count == 1)
    }

    @Test func commentsOfDisqusAndWordPressCarryTheTitleOfTheirArticle() throws {
        let disqus = """
            <?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
            <thread dsq:id="7"><link>https://x.example/a</link><title>Winter shoes</title></thread>
            <post dsq:id="1"><message><![CDATA[<p>They leak</p>]]></message><createdAt>2026-02-01T00:00:00Z</createdAt>
            <author><name>Mio</name></author><thread dsq:id="7"/></post></disqus>
            """
        let post = try #require(try Importing.all(disqus, file: "a.xml").comments.first)
        #expect(post.title == "Winter shoes" && post.url == "https://x.example/a" && post.text == "They leak")
        let wordPress = """
            <?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title>
            <item><title>Winter shoes</title><link>https://y.example/1</link><wp:post_id>9</wp:post_id><wp:comment>
            <wp:comment_id>65</wp:comment_id><wp:comment_author>Ren</wp:comment_author><wp:comment_content>Fine so far
            </wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item></channel></rss>
            """
        let comment = try #require(try Importing.all(wordPress, file: "a.xml").comments.first)
        #expect(comment.title == "Winter shoes" && comment.threadID == "9" && comment.author == "Ren")
    }

    @Test func pagesOfTrustpilotKeepTheirNames() throws {
        let json = """
            [{"id":"r1","text":"No answer","rating":1,"title":"Bad","language":"en","consumer":{"id":"c9",
            "displayName":"wren","imageUrl":"https://x.example/a.png"},"dates":{"publishedDate":"2026-02-01T00:00:00Z",
            "experiencedDate":"2026-01-01T00:00:00Z"},"reply":{"message":"Sorry","publishedDate":"2026-02-02T00:00:00Z"}}]
            """
        let comment = try #require(try Importing.all(json, file: "a.json").comments.first)
        #expect(comment.author == "wren" && comment.authorID == "c9" && comment.replyText == "Sorry")
        #expect(comment.url == nil && Importing.tokyo(comment.postedAt).hasPrefix("2026-02-01"))
    }

    @Test func rowsOfHeadersBelowTheNamesAreNoAnswers() throws {
        let old = """
            V1,V2,V8,Q1,Q2
            ResponseID,ResponseSet,StartDate,How satisfied are you?,What could be better?
            R_1,Default set of answers for all,2026-02-01 09:00:00,4,Answer your phone please
            """
        let comments = try Importing.all(old).comments
        #expect(comments.map(\.text) == ["Answer your phone please"] && comments.map(\.externalID) == ["R_1"])
        let matrix = """
            RespondentID,Do you like us?,Which of these did you use?,,What could be better?
            ,Response,The shop,The phone,Open-Ended Response
            3292953864,Yes,The shop,,Shorter queues would be good
            3292953865,No,,The phone,Nobody picked up on Monday
            """
        let answers = try Importing.all(matrix).comments
        #expect(answers.map(\.text) == ["Shorter queues would be good", "Nobody picked up on Monday"])
        #expect(answers.map(\.externalID) == ["3292953864", "3292953865"])
    }

    @Test func entriesOfAFeedCarryTheirOwnTime() throws {
        func entry(_ id: String) -> String {
            """
            {"id":{"label":"\(id)"},"im:rating":{"label":"2"},"content":{"label":"slow"},"author":{"name":{"label":"wren"}},
            "updated":{"label":"2026-02-01T03:10:09-07:00"}}
            """
        }
        let json = """
            {"feed":{"updated":{"label":"2026-03-01T00:00:00-07:00"},"entry":[\(entry("1")),\(entry("2"))]}}
            """
        let times = try Importing.all(json, file: "a.json").comments.map { Importing.tokyo($0.postedAt) }
        #expect(times == ["2026-02-01T19:10:09+09:00", "2026-02-01T19:10:09+09:00"])
    }

    @Test func reviewsOfATakeoutAreNamedByTheirAddress() throws {
        let json = """
            {"reviews":[{"name":"accounts/1/reviews/A","reviewer":{"displayName":"Mio"},"starRating":"FIVE",
            "comment":"ok","createTime":"2026-03-01T01:02:03Z"}]}
            """
        let comment = try #require(try Importing.all(json, file: "a.json").comments.first)
        #expect(comment.externalID == "accounts/1/reviews/A" && comment.author == "Mio")
    }

    @Test func reviewsOfThePlayInterfaceStandWithinTheirRow() throws {
        let json = """
            {"reviews":[{"reviewId":"gp:1","authorName":"wren","comments":[{"userComment":{"text":"slow",
            "lastModified":{"seconds":"1770000000","nanos":0},"starRating":2,"appVersionName":"2.1"}},
            {"developerComment":{"text":"Sorry","lastModified":{"seconds":"1770003600"}}}]}]}
            """
        let comments = try Importing.all(json, file: "a.json").comments
        #expect(comments.map(\.externalID) == ["gp:1"] && comments[0].author == "wren" && comments[0].text == "slow")
        // 1,770,000,000 seconds are 20,486 days, 2 hours and 40 minutes; day 20,486 is 2026-02-02.
        #expect(Importing.tokyo(comments[0].postedAt) == "2026-02-02T11:40:00+09:00")
        #expect(comments[0].replyText == "Sorry")
        #expect(Importing.tokyo(comments[0].repliedAt) == "2026-02-02T12:40:00+09:00")
    }

    /// Each review has its own reply or none, and of several the last counts.
    @Test func aReplyOfThePlayInterfaceGoesWithItsReview() throws {
        let json = """
            {"reviews":[
            {"reviewId":"gp:1","comments":[{"userComment":{"text":"good","starRating":5}}]},
            {"reviewId":"gp:2","comments":[{"developerComment":{"text":"First"}},{"userComment":{"text":"bad","starRating":1}},
            {"developerComment":{"text":"Second","lastModified":{"seconds":"1770003600"}}}]},
            {"reviewId":"gp:3","comments":[{"userComment":{"text":"fair","starRating":3}}]}]}
            """
        let batch = try Importing.all(json, file: "a.json")
        #expect(batch.comments.map(\.text) == ["good", "bad", "fair"])
        #expect(batch.comments.map(\.replyText) == [nil, "Second", nil])
        let yaml = try MappingSuggester.suggest(
            file: "a.json",
            chunks: InputChunks(bytes: Array(json.utf8)),
            zone: "Asia/Tokyo"
        )
        #expect(yaml.contains("reply_text: \"parent.comments.developerComment.text\""))
    }

    @Test func aPathLeadsThroughLists() throws {
        let mapping = try Importing.mapping(
            #"{"map":{"text":"text","reply_text":"answers.body","rating":"answers.stars"}}"#
        )
        let json = """
            [{"text":"slow","answers":[1,{"body":"One","stars":2},{"body":"Two"}]},
            {"text":"fast","answers":{"body":"Three"}}]
            """
        let comments = try Importing.all(json, file: "a.json", options: Importing.options(mapping: mapping)).comments
        #expect(comments.map(\.replyText) == ["Two", "Three"] && comments[0].rating?.thousandths == 2_000)
    }

    @Test func answersWithinTicketsOfFreshdeskAreThoseOfTwoSides() throws {
        let json = """
            [{"id":5,"body":"<p>Hi</p>","body_text":"Hi, hello?","incoming":true,"ticket_id":1,"user_id":9},
            {"id":6,"body":"<p>Sorry</p>","body_text":"Sorry","incoming":false,"ticket_id":1,"user_id":7}]
            """
        let comments = try Importing.all(json, file: "a.json").comments
        #expect(comments.map(\.authorRole) == [.customer, .agent] && comments[0].text == "Hi, hello?")
    }

    @Test func facesOfFreshdeskHaveSevenSteps() throws {
        let csv =
            "Ticket ID,Subject,Status,Created time,Survey results\n1,Late,Closed,2026-02-01 09:00,Extremely Happy\n2,Lost,Closed,2026-02-01 09:00,Unhappy\n"
        #expect(try Importing.all(csv).comments.map { $0.rating?.thousandths } == [7_000, 3_000])
    }

    @Test func postsOfRedditHaveKarma() throws {
        let lines = """
            {"id":"p1","author":"wren","title":"Broken","selftext":"No login","score":4,"subreddit":"nord","created_utc":1770000000}
            {"id":"p2","author":"owl","title":"Do they ship?","selftext":"","score":1,"subreddit":"nord","created_utc":1770000001}
            """
        let comments = try Importing.all(lines).comments
        #expect(comments.map(\.title) == ["Broken", "Do they ship?"] && comments.allSatisfy { $0.rating == nil })
    }

    @Test func spamOfAHelpDeskIsLeftOut() throws {
        let json = """
            [{"id":1,"subject":"Late","description":"Where is it?","requester_id":4,"status":2,"spam":false},
            {"id":2,"subject":"Win","description":"Win money","requester_id":5,"status":2,"spam":true}]
            """
        let batch = try Importing.all(json, file: "a.json")
        #expect(batch.comments.map(\.externalID) == ["1"] && batch.skipped == [.withdrawn: 1])
    }

    /// Airbyte writes what a source sent as JSON in one cell of a table, and Fivetran joins the paths to names.
    @Test(arguments: [1, 65_536]) func tablesOfAirbyteHoldObjects(chunk: Int) throws {
        let csv = """
            _airbyte_ab_id,_airbyte_emitted_at,_airbyte_data
            u1,1770000000000,"{""id"":7,""subject"":""Late"",""description"":""It is late"",""requester_id"":4,""status"":""open""}"
            u2,1770000000000,"{""id"":8,""subject"":""Lost"",""description"":""It is lost"",""requester_id"":5,""status"":""open""}"
            u3,1770000000000,"{""id"":9,"
            """
        let batch = try Importing.all(csv, file: "t.csv", chunk: chunk)
        #expect(batch.comments.map(\.externalID) == ["7", "8"] && batch.comments[1].text == "It is lost")
        #expect(batch.problems.map(\.line) == [4])
    }

    @Test func pathsThatACopyJoinedAreFound() throws {
        let csv =
            "id,_fivetran_deleted,subject,description,status,requester_id,via_channel\n7,false,Late,It is late,open,4,email\n8,true,Lost,It is lost,open,5,email\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.map(\.channel) == ["email"] && batch.skipped == [.withdrawn: 1])
    }

    @Test func controlCharactersOfABlogCostNothing() throws {
        let xml = """
            <?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:comment>
            <wp:comment_id>1</wp:comment_id><wp:comment_content><![CDATA[so\u{B}late]]></wp:comment_content>
            <wp:comment_approved>1</wp:comment_approved></wp:comment></item></channel></rss>
            """
        let batch = try Importing.all(xml, file: "w.xml")
        #expect(batch.comments.map(\.text) == ["so late"] && batch.problems.isEmpty)
    }

    @Test func anEntryIsFromWhenItWasPublished() throws {
        let xml = """
            <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>t</title>
            <published>2026-02-01T00:10:00Z</published><updated>2026-02-01T00:20:00Z</updated><content>late</content></entry></feed>
            """
        let comment = try #require(try Importing.all(xml, file: "a.xml").comments.first)
        #expect(Importing.tokyo(comment.postedAt) == "2026-02-01T09:10:00+09:00")
        #expect(Importing.tokyo(comment.updatedAt) == "2026-02-01T09:20:00+09:00")
    }
}
