import Feedback

/// Two steps in the course of events that together say what neither says alone.
struct Frame: Sendable {
    let name: RuleNames
    let first: EventKind
    let second: EventKind
    let claims: [FacetClaim]
    /// Whether the second number must be greater than the first.
    var needsMore = false
    /// Whether the second step may be told before the first: "Still no bag. They said two o'clock."
    var isReversible = false

    /// Sentences from the first step to the second.
    static let reach: Int32 = 2
    /// What a frame adds to the sum, in thousandths, where no entry has said so yet.
    static let valence: Int32 = -300

    static let all = [
        Frame(
            name: .brokenPromise,
            first: .promised,
            second: .unmet,
            claims: [.blame(.followThrough)],
            isReversible: true
        ),
        Frame(name: .moreThanSaid, first: .quoted, second: .became, claims: [.blame(.followThrough)], needsMore: true),
        Frame(name: .paidInVain, first: .paid, second: .withheld, claims: [.blame(.followThrough)]),
        Frame(
            name: .chargedAfterCancelling,
            first: .cancelled,
            second: .charged,
            claims: [.blame(.followThrough), .blame(.resolution)]
        ),
        Frame(name: .runAround, first: .contacted, second: .passedOn, claims: [.blame(.effort)]),
        Frame(name: .refusedClaim, first: .claimed, second: .refused, claims: [.blame(.remedy)]),
        Frame(name: .sameAgain, first: .mended, second: .recurred, claims: [.blame(.prevention)]),
    ]
}

extension FacetClaim {
    fileprivate static func blame(_ facet: Facet) -> FacetClaim { FacetClaim(facet: facet, polarity: .negative) }
}
