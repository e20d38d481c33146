import Feedback
import Testing

@testable import Ingestion

/// Comments of tickets without the tickets: who of the authors is the customer.
struct ZendeskTests {
    private let first = #"{"id":1,"author_id":70,"body":"Where is it?","public":true}"#
    private let second = #"{"id":2,"author_id":9,"body":"On its way","public":true}"#
    private let note = #"{"id":3,"author_id":9,"body":"Lost again","public":false}"#

    @Test func theUsersBehindTheCommentsTellTheRoles() throws {
        let users = #"[{"id":70,"role":"end-user"},{"id":9,"role":"agent"},{"id":8,"role":"admin"}]"#
        let json = #"{"comments":[\#(first),\#(second),\#(note)],"users":\#(users),"count":3}"#
        let batch = try Importing.all(json, file: "a.json")
        #expect(batch.problems.isEmpty)
        #expect(batch.comments.map(\.authorRole) == [.customer, .agent, .agent])
        #expect(batch.comments.map(\.authorID) == ["70", "9", "9"])
    }

    @Test func aRoleBesideTheAuthorTells() throws {
        let lines = [
            #"{"id":1,"author_id":70,"author":{"role":"end-user"},"body":"Where is it?","public":true}"#,
            #"{"id":2,"author_id":9,"author":{"role":"admin"},"body":"On its way","public":true}"#,
        ]
        let batch = try Importing.all(lines.joined(separator: "\n") + "\n", file: "a.ndjson")
        #expect(batch.comments.map(\.authorRole) == [.customer, .agent] && batch.problems.isEmpty)
    }

    /// What is not public only the staff can write; of the others nobody guesses.
    @Test func whoIsNotToldIsNotGuessed() throws {
        let batch = try Importing.all(#"{"comments":[\#(first),\#(second),\#(note)]}"#, file: "a.json")
        #expect(batch.comments.map(\.text) == ["Lost again"] && batch.comments[0].authorRole == .agent)
        #expect(batch.problems.count == 2)
        let message = try #require(batch.problems.first?.message)
        #expect(message.contains("include=users") && message.contains(#"values: {"70": agent}"#))
    }

    @Test func aMappingThatNamesTheStaffIsEnough() throws {
        let mapping = try Importing.mapping(
            """
            {"rows":"comments",
            "map":{"id":"id","text":"body","author_role":{"column":"author_id","values":{"9":"agent"}}}}
            """
        )
        let json = #"{"comments":[\#(first),\#(second),\#(note)]}"#
        let batch = try Importing.all(json, file: "a.json", options: Importing.options(mapping: mapping))
        #expect(batch.comments.map(\.authorRole) == [.customer, .agent, .agent])
    }

    @Test func withinTicketsTheRequesterIsTheCustomer() throws {
        let ticket = #""id":7,"subject":"Late","description":"x","requester_id":70,"status":"open""#
        let json = #"{"tickets":[{\#(ticket),"comments":[\#(first),\#(second),\#(note)]}]}"#
        let batch = try Importing.all(json, file: "a.json")
        let inner = batch.comments.filter { ["1", "2", "3"].contains($0.externalID) }
        #expect(inner.map(\.authorRole) == [.customer, .agent, .agent] && batch.problems.isEmpty)
    }

    @Test func aValueReplacedByNothingTellsNothing() throws {
        let mapping = try Importing.mapping(
            #"{"map":{"text":"t","channel":{"columns":["a","b"],"values":{"x":""}}}}"#
        )
        let csv = "a,b,t\nx,web,slow\nmail,web,fast\n"
        let batch = try Importing.all(csv, options: Importing.options(mapping: mapping))
        #expect(batch.comments.map(\.channel) == ["web", "mail"])
    }
}
