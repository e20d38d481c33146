import Feedback
import Testing

@testable import Linkage

/// Any order and any batching give the same links.
struct LinkPropertyTests {
    /// Threads about the crowd's cases: customers, copies of their names, strangers, answers and lost parents.
    private static let comments: [LinkComment] = {
        var dice = Dice(state: 42)
        var comments: [LinkComment] = []
        for (place, linkCase) in Sample.crowd.enumerated() where place % 2 == 0 {
            let opened = linkCase.openedAt ?? Sample.noon(2020, 1, 1)
            let text = place % 3 == 0 ? "受付番号\(linkCase.number ?? "")です。" : "まだ返事がありません。"
            for answer in 0..<Int.random(in: 1...4, using: &dice) {
                let posted = Instant(seconds: opened.seconds + Int64(answer + 1) * 86_400)
                let author =
                    answer % 2 == 0
                    ? linkCase.customer : ["小林花子", "Olga Novak", nil].randomElement(using: &dice) ?? nil
                comments.append(
                    Sample.comment(
                        "p\(place)-\(answer)",
                        answer == 0 ? text : ["私も同じことがありました。", "その後いかがでしょうか。", "参考になりました。"][answer - 1],
                        author: author,
                        brand: linkCase.brand,
                        product: answer == 0 ? linkCase.product : nil,
                        posted: posted,
                        thread: place % 5 == 0 ? "t\(place)" : nil,
                        answers: answer == 0
                            ? (place % 7 == 0 ? "lost\(place)" : nil)
                            : "p\(place)-\(Int.random(in: 0..<answer, using: &dice))"
                    )
                )
            }
        }
        return comments
    }()

    private static func links(_ comments: [LinkComment], run: LinkRun) -> [String: LinkDecision] {
        var grouper = ThreadGrouper()
        for comment in comments { grouper.add(comment) }
        var links: [String: LinkDecision] = [:]
        for group in grouper.groups() {
            for item in run.link(thread: group.map { comments[$0] }) { links[item.comment.key] = item.decision }
        }
        return links
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func theOrderOfCasesAndCommentsDoesNotMatter(seed: UInt64) {
        var dice = Dice(state: seed)
        let plain = Self.links(Self.comments, run: LinkRun(cases: Sample.crowd, names: Sample.names))
        let cases = (Sample.crowd + Sample.crowd.prefix(20)).shuffled(using: &dice)
        let shuffled = Self.links(Self.comments.shuffled(using: &dice), run: LinkRun(cases: cases, names: Sample.names))
        #expect(plain == shuffled)
        #expect(plain.values.contains { $0.link?.status == .auto })
    }

    /// Six is where the design sounds an alarm.
    @Test func aCommentIsWeighedAgainstFewCases() {
        let decisions = Self.links(Self.comments, run: LinkRun(cases: Sample.crowd, names: Sample.names))
        #expect(decisions.values.contains { $0.pairs > 0 })
        #expect(decisions.values.reduce(0) { $0 + $1.pairs } <= 6 * Self.comments.count)
    }

    @Test func answersByOtherPeopleNeverJoinACase() {
        let run = LinkRun(cases: Sample.crowd, names: Sample.names)
        let customers = Dictionary(uniqueKeysWithValues: Sample.crowd.map { ($0.caseID, $0.customer) })
        for (key, decision) in Self.links(Self.comments, run: run) {
            guard let link = decision.link, link.relation.joinsCase, link.status == .auto,
                let author = Self.comments.first(where: { $0.key == key })?.author
            else { continue }
            #expect(author == customers[link.caseID])
        }
    }

    @Test func groupsAreTheSameInAnyOrderAndKeepLostParents() {
        var dice = Dice(state: 7)
        func groups(_ comments: [LinkComment]) -> Set<[String]> {
            var grouper = ThreadGrouper()
            for comment in comments { grouper.add(comment) }
            return Set(grouper.groups().map { $0.map { comments[$0].key }.sorted() })
        }
        #expect(groups(Self.comments) == groups(Self.comments.shuffled(using: &dice)))
        let orphans = [
            Sample.comment("a", "x", answers: "gone"), Sample.comment("b", "y", answers: "gone"),
            Sample.comment("c", "z"),
        ]
        #expect(groups(orphans).count == 2)
    }

    /// Four copies within a month are one thread; of five, each is one of its own.
    @Test(arguments: [(copies: 4, threads: 1), (copies: 5, threads: 5)])
    func copiesOfATextAreOneThreadUnlessTooManyHaveIt(copies: Int, threads: Int) {
        var grouper = ThreadGrouper()
        for place in 0..<copies {
            var comment = Sample.comment("\(place)", "The parcel lay at the depot for three weeks and nobody called.")
            comment.postedAt = Instant(seconds: 1_500_000_000 + Int64(place) * 86_400)
            grouper.add(comment)
        }
        #expect(grouper.groups().count == threads)
    }

    @Test func aThreadOfOneSourceDoesNotMeetItsNamesakeInAnother() {
        var grouper = ThreadGrouper()
        for (source, id, parent) in [("one", "a", nil), ("two", "b", nil), ("two", "c", "b")]
            as [(String, String, String?)]
        {
            var comment = LinkComment(source: source, externalID: id, text: "")
            comment.inReplyTo = parent
            if parent == nil { comment.threadID = "t" }
            grouper.add(comment)
        }
        #expect(Set(grouper.groups().map(Array.init)) == [[0], [1, 2]])
    }
}
