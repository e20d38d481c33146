import Feedback

/// Two steps in the course of events that together say what neither says alone.
struct Frame: Sendable {
    let name: RuleNames
    let first: EventKind
    let second: EventKind
    let claims: [FacetClaim]
    /// What it tells of the customer's loyalty.
    var signal: LoyaltySignal?
    /// Whether the blame told before the second step weighs less for it.
    var makesGood = false
    /// Whether the second number must be greater than the first.
    var needsMore = false
    /// Whether both steps must name the same number or time: "they said *Friday*, and on *Friday* it came".
    var sharesTime = false
    /// Whether the second step may be told before the first: "Still no bag. They said two o'clock."
    var isReversible = false

    /// Sentences from the first step to the second.
    var reach: Int32 = 2
    /// Most words between the steps, which bounds the work on a text without sentences.
    var gap: Int32 = 120
    /// What a frame adds to the sum, in thousandths, where no entry has said so yet.
    var valence: Int32 { tellsPraise ? Self.weight : -Self.weight }

    /// Whether it tells of something good.
    var tellsPraise: Bool { signal.map { $0.direction > 0 } ?? (claims.first?.polarity == .positive) }

    private static let weight: Int32 = 300

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
        Frame(name: .sameAgain, first: .complained, second: .recurred, claims: [.blame(.prevention)]),
        Frame(
            name: .keptPromise,
            first: .promised,
            second: .came,
            claims: [.praise(.followThrough)],
            sharesTime: true
        ),
        Frame(
            name: .lessonLearnt,
            first: .complained,
            second: .improved,
            claims: [.praise(.prevention)],
            makesGood: true
        ),
        Frame(name: .madeGood, first: .faulted, second: .replaced, claims: [.praise(.remedy)], makesGood: true),
        Frame(
            name: .atOnce,
            first: .acted,
            second: .swift,
            claims: [.praise(.speed)],
            isReversible: true,
            reach: 0,
            gap: 8
        ),
        Frame(
            name: .sameAgain,
            first: .repeated,
            second: .faulted,
            claims: [.blame(.prevention)],
            isReversible: true,
            reach: 0,
            gap: 8
        ),
        Frame(name: .wonBack, first: .leaving, second: .stayed, claims: [], signal: .recovered, makesGood: true),
    ]
}

extension FacetClaim {
    fileprivate static func blame(_ facet: Facet) -> FacetClaim { FacetClaim(facet: facet, polarity: .negative) }

    fileprivate static func praise(_ facet: Facet) -> FacetClaim { FacetClaim(facet: facet, polarity: .positive) }
}
