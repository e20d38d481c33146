import Feedback
import Testing

@testable import Ingestion

/// Rows within rows, records that go with rows, and several kinds of rows in one input.
struct NestedRowTests {
    private func read(_ json: String, file: String = "a.json") throws -> ImportBatch {
        try Importing.all(json, file: file)
    }

    @Test func commentsOfATicketAreRowsOfItsPeople() throws {
        let json = """
            {"tickets":[{"id":7,"subject":"Late","description":"My parcel is late","requester_id":70,"status":"open",
            "created_at":"2026-02-01T00:00:00Z","custom_fields":[{"id":1,"value":"x"}],
            "satisfaction_rating":{"score":"bad","comment":"too slow","id":3},
            "comments":[{"id":1,"author_id":70,"body":"My parcel is late","public":true,
            "created_at":"2026-02-01T00:00:00Z"},{"id":2,"author_id":9,"body":"We look into it","public":true,
            "created_at":"2026-02-01T03:00:00Z"}]}]}
            """
        let comments = try read(json).comments
        #expect(comments.map(\.text) == ["My parcel is late", "too slow", "My parcel is late", "We look into it"])
        #expect(comments.map(\.authorRole) == [.customer, .customer, .customer, .agent])
        #expect(comments.map(\.caseNumber) == ["7", "7", "7", "7"] && comments[1].rating?.thousandths == 0)
    }

    @Test func partsOfAConversationAreToldByWhoWroteThem() throws {
        let json = """
            {"type":"conversation.list","conversations":[{"id":"51","created_at":1769904000,"waiting_since":64654125776,
            "contacts":{"contacts":[{"id":"c"}]},
            "source":{"body":"<p>It does not start</p>","author":{"type":"user","id":"c","name":"Mio"}},
            "conversation_rating":{"rating":2,"remark":"no help","created_at":1769990400},
            "conversation_parts":{"conversation_parts":[
            {"id":"p1","part_type":"comment","body":"<p>Hello</p>","author":{"type":"bot","id":"b"},"created_at":1769904001},
            {"id":"p2","part_type":"assignment","body":null,"author":{"type":"admin","id":"a"},"created_at":1769904002},
            {"id":"p3","part_type":"comment","body":"<p>Try again</p>","author":{"type":"admin","id":"a"},
            "created_at":1769907600}]}}]}
            """
        let batch = try read(json)
        #expect(batch.comments.map(\.text) == ["It does not start", "no help", "Hello", "Try again"])
        #expect(batch.comments.map(\.authorRole) == [.customer, .customer, .bot, .agent])
        #expect(Set(batch.comments.map(\.threadID)) == ["51"] && batch.skipped == [.noAnswer: 1])
        #expect(batch.comments[1].rating?.thousandths == 2_000 && batch.problems.isEmpty)
    }

    @Test func postsAndTheirCommentsWithoutAKnownFormat() throws {
        let json = """
            [{"post":{"title":"Winter shoes"},"id":"p1","comments":[{"id":"1","name":"Mio","text":"They leak after a day"},
            {"id":"2","name":"Ren","text":"Mine are fine so far","replies":[{"id":"3","name":"Mio","text":"Lucky you"}]}]},
            {"post":{"title":"Hats"},"id":"p2","comments":[]}]
            """
        let batch = try read(json)
        #expect(batch.comments.map(\.externalID) == ["1", "2", "3"] && batch.problems.isEmpty)
        #expect(batch.comments.map(\.threadID) == ["p1", "p1", "2"])
        #expect(batch.comments.map(\.inReplyTo) == [nil, nil, "2"])
        #expect(batch.comments.map(\.author) == ["Mio", "Ren", "Mio"])
    }

    @Test func repliesOfVideosNameWhatTheyAnswer() throws {
        let json = """
            {"kind":"list","items":[{"id":"t1","snippet":{"videoId":"v","topLevelComment":{"id":"t1","snippet":{
            "textOriginal":"Broke in a week","authorDisplayName":"Mio","publishedAt":"2026-02-01T00:00:00Z"}}},
            "replies":{"comments":[{"id":"t1.r","snippet":{"textOriginal":"Mine too","authorDisplayName":"Ren",
            "parentId":"t1","publishedAt":"2026-02-02T00:00:00Z"}}]}}]}
            """
        let comments = try read(json).comments
        #expect(comments.map(\.externalID) == ["t1", "t1.r"] && comments.map(\.inReplyTo) == [nil, "t1"])
        #expect(comments.map(\.author) == ["Mio", "Ren"])
    }

    @Test func answersOfAppStoreConnectGoWithTheirReviews() throws {
        let json = """
            {"data":[{"type":"customerReviews","id":"r1","attributes":{"rating":1,"title":"No","body":"Crashes",
            "reviewerNickname":"mio","createdDate":"2026-02-01T09:05:00-08:00"},
            "relationships":{"response":{"data":{"type":"customerReviewResponses","id":"a1"}}}},
            {"type":"customerReviews","id":"r2","attributes":{"rating":5,"title":"Yes","body":"Good",
            "reviewerNickname":"ren","createdDate":"2026-02-02T09:05:00-08:00"},"relationships":{"response":{"data":null}}}],
            "included":[{"type":"customerReviewResponses","id":"a1","attributes":{"responseBody":"Mended in 2.1",
            "lastModifiedDate":"2026-02-03T09:05:00-08:00"}}]}
            """
        let comments = try read(json).comments
        #expect(comments.map(\.replyText) == ["Mended in 2.1", nil] && comments.map(\.externalID) == ["r1", "r2"])
        #expect(comments[0].repliedAt != nil)
    }

    @Test func theAppItselfIsNoReview() throws {
        let json = """
            {"feed":{"entry":[{"im:name":{"label":"Nord"},"title":{"label":"Nord - Nord Inc."},"id":{"label":"x"}},
            {"id":{"label":"71"},"im:rating":{"label":"2"},"title":{"label":"Hm"},"content":{"label":"No answer yet"}}]}}
            """
        let batch = try read(json)
        #expect(batch.comments.map(\.externalID) == ["71"] && batch.skipped == [.noAnswer: 1])
        let mapping = try Importing.mapping(
            #"{"rows":"feed.entry","map":{"id":"id.label","text":"content.label","rating":"im:rating.label","title":"title.label"}}"#
        )
        let mapped = try Importing.all(json, file: "a.json", options: Importing.options(mapping: mapping))
        #expect(mapped.comments.map(\.externalID) == ["71"])
    }

    @Test func streamsInOneFileAreToldRowByRow() throws {
        let lines = """
            {"_airbyte_ab_id":"1","_airbyte_data":{"id":7,"subject":"Late","description":"No parcel","requester_id":70,"status":"open","created_at":"2026-02-01T00:00:00Z"}}
            {"_airbyte_ab_id":"2","_airbyte_data":{"id":3,"score":"bad","comment":"too slow","ticket_id":7,"requester_id":70,"created_at":"2026-02-02T00:00:00Z"}}
            {"_airbyte_ab_id":"3","_airbyte_data":{"id":8,"subject":"Gone","description":"x y","requester_id":71,"status":"deleted","created_at":"2026-02-01T00:00:00Z"}}
            """
        let batch = try read(lines, file: "a.ndjson")
        #expect(batch.comments.map(\.text) == ["No parcel", "too slow"] && batch.skipped == [.withdrawn: 1])
        #expect(batch.comments.map(\.title) == ["Late", nil] && batch.comments[1].rating?.thousandths == 0)
    }

    @Test func articlesOfZammadAndThreadsOfFreeScout() throws {
        let zammad = """
            [{"id":4,"number":"20004","title":"Refund","articles":[{"id":41,"ticket_id":4,"from":"Mio","sender":"Customer",
            "content_type":"text/html","body":"<p>Where is my refund?</p>","created_at":"2026-02-01T00:00:00Z"},
            {"id":42,"ticket_id":4,"from":"Ann","sender":"Agent","content_type":"text/plain","body":"It is on its way",
            "created_at":"2026-02-01T05:00:00Z"}]}]
            """
        let articles = try read(zammad).comments
        #expect(articles.map(\.text) == ["Where is my refund?", "It is on its way"])
        #expect(articles.map(\.authorRole) == [.customer, .agent] && articles.map(\.caseNumber) == ["20004", "20004"])
        let freeScout = """
            {"_embedded":{"conversations":[{"id":9,"number":109,"subject":"Refund","_embedded":{"threads":[
            {"id":91,"type":"customer","body":"Still waiting","createdBy":{"type":"customer","id":1,"email":"m@mail.example"},
            "createdAt":"2026-02-01T00:00:00Z"},{"id":92,"type":"lineitem","body":null,"createdBy":{"type":"user","id":2},
            "createdAt":"2026-02-01T00:01:00Z"},{"id":93,"type":"message","body":"Sent today",
            "createdBy":{"type":"user","id":2},"createdAt":"2026-02-01T02:00:00Z"}]}}]}}
            """
        let threads = try read(freeScout)
        #expect(threads.comments.map(\.text) == ["Still waiting", "Sent today"])
        #expect(threads.comments.map(\.authorRole) == [.customer, .agent])
        #expect(threads.comments.map(\.caseNumber) == ["109", "109"])
    }

    @Test func aMappingReadsRowsWithinRows() throws {
        let mapping = try Importing.mapping(
            """
            {"map":{"text":"about"},"nested":{"notes":{"map":{"id":"n","text":"said","thread_id":"parent.key"}}}}
            """
        )
        let json = #"[{"key":"k","about":"The whole","notes":[{"n":1,"said":"A part"}]}]"#
        let comments = try Importing.all(json, options: Importing.options(mapping: mapping)).comments
        #expect(comments.map(\.text) == ["The whole", "A part"] && comments.map(\.threadID) == [nil, "k"])
    }

    @Test func theProposalSaysHowRowsWithinRowsAreRead() throws {
        let json = #"{"posts":[{"id":"p","title":"Shoes","comments":[{"id":"1","text":"They leak after a day"}]}]}"#
        let yaml = try MappingSuggester.suggest(
            file: "a.json",
            chunks: InputChunks(bytes: Array(json.utf8)),
            zone: "Asia/Tokyo"
        )
        #expect(yaml.contains("rows: posts\n") && yaml.contains("  comments:\n    map:\n      id: id\n"))
        #expect(yaml.contains("# As they would be stored, the first 1:\n#   title=Shoes | text=They leak after a day"))
        #expect(yaml.contains("thread_id: \"parent.id\"\n") && yaml.contains("      text: text\n"))
    }

    @Test func arraysThatDescribeARowAreNotItsRows() throws {
        let json = #"{"id":"1","source":{"body":"No","author":{"type":"user"}},"created_at":1,"tags":[{"text":"x"}]}"#
        #expect(RowsPlace.find(Array(json.utf8)) == .document)
        let both = Array(#"{"id":1,"title":"x","items":[{"id":2,"title":"y","said":"z"}],"said":"w"}"#.utf8)
        #expect(RowsPlace.find(both, columns: ["id", "title", "said"]) == .array(["items"]))
        #expect(RowsPlace.find(both, columns: ["said", "source"]) == .array(["items"]))
        let cut = Array(#"{"meta":{"links":[{"a":1}]},"users":[{"id":1}],"reviews":[{"id":2,"text":"go"#.utf8)
        #expect(RowsPlace.find(cut) == .array(["reviews"]))
    }
}
