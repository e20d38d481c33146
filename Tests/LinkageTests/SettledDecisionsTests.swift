import Feedback
import Testing

@testable import Linkage

/// What many decisions amount to.
struct SettledDecisionsTests {
    private typealias State = SettledDecisions.State

    /// A decision about the comment `s`/`c`, or about cases alone; the place in the list is its time.
    private func decisions(_ list: [(ReviewDecision.Kind, String?, String?)]) -> [ReviewDecision] {
        list.enumerated().map { place, entry in
            var decision = ReviewDecision(entry.0, by: "Rei", at: Instant(seconds: Int64(place)), id: "d\(place)")
            if !entry.0.isAboutCases { decision.comment = ReviewDecision.Subject(source: "s", externalID: "c") }
            decision.caseID = entry.1
            if entry.0 == .undo { decision.undoes = entry.2 } else { decision.into = entry.2 }
            return decision
        }
    }

    private func settled(
        _ list: [(ReviewDecision.Kind, String?, String?)],
        without gone: Set<String> = []
    ) -> SettledDecisions {
        SettledDecisions(decisions(list)) { !gone.contains($0) }
    }

    private func states(_ list: [(ReviewDecision.Kind, String?, String?)]) -> [State] {
        let settled = settled(list)
        return list.indices.compactMap { settled.states["d\($0)"] }
    }

    private let key = LinkComment.key(source: "s", externalID: "c")

    @Test func theLaterOfTwoThatDisagreeWins() {
        #expect(
            states([(.confirm, "K", nil), (.reject, "K", nil)]) == [.overruled(by: "d1"), .standing]
        )
        #expect(states([(.reject, "K", nil), (.link, "K", nil)]) == [.overruled(by: "d1"), .standing])
        #expect(states([(.link, "K", nil), (.link, "L", nil)]) == [.overruled(by: "d1"), .standing])
        #expect(states([(.link, "K", nil), (.unlink, nil, nil)]) == [.overruled(by: "d1"), .standing])
        #expect(states([(.unlink, nil, nil), (.confirm, "K", nil)]) == [.overruled(by: "d1"), .standing])
    }

    @Test func thoseThatAgreeStandTogether() {
        #expect(states([(.confirm, "K", nil), (.link, "K", nil)]) == [.standing, .standing])
        #expect(states([(.reject, "K", nil), (.link, "L", nil)]) == [.standing, .standing])
        #expect(states([(.reject, "K", nil), (.unlink, nil, nil)]) == [.standing, .standing])
    }

    @Test func anUndoBringsBackWhatWasOverruled() {
        let list: [(ReviewDecision.Kind, String?, String?)] = [
            (.link, "K", nil), (.link, "L", nil), (.undo, "L", "d1"),
        ]
        #expect(states(list) == [.standing, .undone(by: "d2"), .standing])
        #expect(settled(list).overrides.requirement(of: key)?.caseID == "K")
        let again = list + [(.undo, "L", "d2")]
        #expect(states(again) == [.overruled(by: "d1"), .standing, .undone(by: "d3"), .standing])
        #expect(settled(again).overrides.requirement(of: key)?.caseID == "L")
    }

    /// One that was made on a clock that was behind would take back what was not said yet.
    @Test func anUndoOfSomethingLaterDoesNothing() {
        let list: [(ReviewDecision.Kind, String?, String?)] = [(.undo, "K", "d1"), (.link, "K", nil)]
        #expect(states(list) == [.standing, .standing])
    }

    @Test func aMergeIsSplitAndTheSplitUndone() {
        let list: [(ReviewDecision.Kind, String?, String?)] = [(.merge, "K", "L"), (.split, "K", "L")]
        #expect(states(list) == [.undone(by: "d1"), .standing])
        #expect(settled(list).overrides.roots.isEmpty)
        #expect(settled(list + [(.undo, "K", "d1")]).overrides.roots == ["K": "L"])
    }

    @Test func mergesGoOnToTheLastCaseThatIsThere() {
        let list: [(ReviewDecision.Kind, String?, String?)] = [(.merge, "K", "L"), (.merge, "L", "M")]
        #expect(settled(list).overrides.roots == ["K": "M", "L": "M"])
        #expect(settled(list, without: ["M"]).overrides.roots == ["K": "L"])
        #expect(settled(list, without: ["L"]).overrides.roots == ["K": "M", "L": "M"])
        #expect(settled(list, without: ["L", "M"]).overrides.roots.isEmpty)
    }

    /// K into L, L into M, M into K: the last one counts, and the way that would lead back is cut.
    @Test func aCircleIsCutWhereItWouldClose() {
        let list: [(ReviewDecision.Kind, String?, String?)] = [
            (.merge, "K", "L"), (.merge, "L", "M"), (.merge, "M", "K"),
        ]
        #expect(states(list) == [.standing, .overruled(by: "d2"), .standing])
        #expect(settled(list).overrides.roots == ["K": "L", "M": "L"])
        #expect(states([(.merge, "K", "K")]) == [.standing])
        #expect(settled([(.merge, "K", "K")]).overrides.roots.isEmpty)
    }

    /// Refusing one of two merged cases refuses both, and confirming the other says otherwise.
    @Test func decisionsAboutMergedCasesMeet() {
        let list: [(ReviewDecision.Kind, String?, String?)] = [
            (.reject, "K", nil), (.merge, "K", "L"), (.confirm, "L", nil),
        ]
        #expect(states(list) == [.overruled(by: "d2"), .standing, .standing])
        #expect(settled(Array(list.prefix(2))).overrides.forbids(key, "L"))
        #expect(!settled(Array(list.prefix(1))).overrides.forbids(key, "L"))
    }

    @Test func theOrderOfReadingDoesNotMatter() {
        let list = decisions([
            (.confirm, "K", nil), (.merge, "K", "L"), (.reject, "L", nil), (.undo, nil, "d2"), (.link, "M", nil),
            (.split, "K", "L"), (.undo, nil, "d3"),
        ])
        let whole = SettledDecisions(list) { _ in true }
        for shift in list.indices {
            let turned = Array(list[shift...] + list[..<shift])
            for order in [turned, turned.reversed()] {
                let other = SettledDecisions(order) { _ in true }
                #expect(other.states == whole.states)
                #expect(other.overrides == whole.overrides)
            }
        }
    }
}
