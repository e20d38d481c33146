import Feedback
import Testing

@testable import Linkage

/// What people have decided goes before everything that the linker finds.
struct LinkOverrideTests {
    private let linkCase = Sample.makeCase("K1", number: "98765432", customer: "五十嵐達也")
    private let twin = Sample.makeCase(
        "K2",
        number: "98760000",
        customer: "五十嵐達也",
        opened: Sample.noon(2020, 5, 12)
    )
    private let comment = Sample.comment("c", "受付番号98765432です。", author: "五十嵐達也")

    private func links(
        _ thread: [LinkComment],
        among cases: [LinkCase]? = nil,
        _ change: (inout LinkOverrides) -> Void
    ) -> [CaseLink?] {
        var overrides = LinkOverrides()
        change(&overrides)
        let run = LinkRun(cases: Sample.crowd + (cases ?? [linkCase, twin]), names: Sample.names, overrides: overrides)
        return run.link(thread: thread).map(\.link)
    }

    private func link(_ change: (inout LinkOverrides) -> Void) -> CaseLink? {
        links([comment], among: [linkCase], change)[0]
    }

    @Test func aRefusedLinkIsShownAsSuch() {
        let found = link { $0.cannotLink(commentKey: comment.key, caseID: "K1", decisionID: "d") }
        #expect(found?.caseID == "K1")
        #expect(found?.status == .rejected)
        #expect(found?.evidence.map(\.left) == ["d"])
    }

    /// The text names one case and its author has another one.
    @Test func withoutTheRefusedCaseTheNextOneIsFound() {
        let named = Sample.comment("c", "受付番号98765432、98760000です。", author: "五十嵐達也")
        let found = links([named]) { $0.cannotLink(commentKey: named.key, caseID: "K1", decisionID: "d") }
        #expect(found[0]?.caseID == "K2")
        #expect(found[0]?.status == .auto)
    }

    @Test func aCommentThatBelongsNowhereIsLinkedToNothing() {
        let found = link { $0.linksNowhere(commentKey: comment.key, caseID: "K1", decisionID: "d") }
        #expect(found?.status == .rejected)
        #expect(link { $0.linksNowhere(commentKey: comment.key, caseID: nil, decisionID: "d") } == nil)
    }

    @Test func aRequiredLinkGoesBeforeEverything() {
        let found = link { $0.mustLink(commentKey: comment.key, caseID: "crowd-007", decisionID: "d") }
        #expect(found?.caseID == "crowd-007")
        #expect(found?.status == .confirmed)
        #expect(found?.method == "decision")
        // That case was opened five years before.
        #expect(found?.relation == .followUp)
    }

    @Test func aPersonMaySayHowTheCommentStandsToTheCase() {
        let found = link {
            $0.mustLink(commentKey: comment.key, caseID: "K1", relation: .about, decisionID: "d")
        }
        #expect(found?.relation == .about)
    }

    @Test func anUnknownRequiredCaseChangesNothing() {
        let found = link { $0.mustLink(commentKey: comment.key, caseID: "gone", decisionID: "d") }
        #expect(found?.caseID == "K1")
        #expect(found?.status == .auto)
    }

    /// A stranger's answer speaks about the case that its parent has, and about none once the parent has none.
    @Test func theThreadFollowsADecision() {
        let answer = Sample.comment("a", "大変でしたね。", author: "Olga Novak", answers: "c")
        #expect(links([comment, answer]) { _ in }[1]?.relation == .about)
        let moved = links([comment, answer]) {
            $0.mustLink(commentKey: comment.key, caseID: "K2", decisionID: "d")
        }
        #expect(moved[1]?.caseID == "K2")
        let taken = links([comment, answer]) {
            $0.linksNowhere(commentKey: comment.key, caseID: "K1", decisionID: "d")
        }
        #expect(taken[1] == nil)
    }

    /// Two open cases of one person are as likely as each other; as one case they are no question.
    @Test func mergedCasesAreOneCase() {
        let vague = Sample.comment("c", "まだですか", author: "五十嵐達也", posted: Sample.noon(2020, 5, 21))
        #expect(links([vague]) { _ in }[0]?.status == .review)
        let merged = links([vague]) { $0.merge(caseID: "K2", into: "K1") }
        #expect(merged[0]?.status == .auto)
        #expect(merged[0]?.caseID == "K1")
        let refused = links([vague]) {
            $0.merge(caseID: "K2", into: "K1")
            $0.cannotLink(commentKey: vague.key, caseID: "K1", decisionID: "d")
        }
        #expect(refused[0]?.status == .rejected)
    }
}
