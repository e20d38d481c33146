package import Feedback

/// What a learnt cue speaks for: a facet with its polarity, or a signal.
package struct CueClaim: Hashable, Sendable, BitwiseCopyable {
    /// Facets by their order, blamed before praised, and then signals by theirs.
    let number: Int32

    private static let facetCount = Int32(Facet.inOrder.count)

    /// All that there are, by number.
    package static let all: [CueClaim] =
        Facet.inOrder.flatMap { facet in
            [Polarity.negative, .positive].compactMap { CueClaim(facet: facet, polarity: $0) }
        } + LoyaltySignal.inOrder.map(CueClaim.init)

    /// - Returns: `nil` for a bare mention, which claims nothing.
    package init?(facet: Facet, polarity: Polarity) {
        if polarity == .bare { return nil }
        number = Int32(facet.order * 2 + (polarity == .positive ? 1 : 0))
    }

    package init(_ signal: LoyaltySignal) { number = 2 * Self.facetCount + Int32(signal.order) }

    /// What a row of kind cue speaks for; `nil` for one of valence.
    init?(_ entry: LexiconEntry) {
        if let signal = entry.signal {
            self.init(signal)
        } else if let facet = entry.facet {
            self.init(facet: facet, polarity: entry.polarity)
        } else {
            return nil
        }
    }

    /// `nil` for a signal.
    package var facet: Facet? { number < 2 * Self.facetCount ? Facet.inOrder[Int(number / 2)] : nil }

    /// Of its facet.
    package var polarity: Polarity { facet == nil ? .bare : number % 2 == 0 ? .negative : .positive }

    /// `nil` for a facet.
    package var signal: LoyaltySignal? {
        facet == nil ? LoyaltySignal.inOrder[Int(number - 2 * Self.facetCount)] : nil
    }

    /// The same facet the other way round; itself for a signal.
    var opposite: CueClaim { facet == nil ? self : CueClaim(number: number ^ 1) }

    private init(number: Int32) { self.number = number }

    /// As files of labels write it: `speed:-1`, or `fan`.
    package var text: String {
        signal?.rawValue ?? "\(facet?.rawValue ?? ""):\(polarity == .positive ? "+1" : "-1")"
    }
}

extension Score {
    /// Facets that are blamed or praised on the whole, and signals.
    package var claims: Set<CueClaim> {
        var sums: [Facet: Int] = [:]
        for mention in facets { sums[mention.facet, default: 0] += mention.polarity.rawValue }
        let facets = sums.compactMap { facet, sum in
            Polarity(rawValue: sum.signum()).flatMap { CueClaim(facet: facet, polarity: $0) }
        }
        return Set(facets + signals.map { CueClaim($0.signal) })
    }
}
