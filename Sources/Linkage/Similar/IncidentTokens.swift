/// What a case tells of its incident, as numbers that cases of the same kind share.
///
/// The telling words of its subject, its product and each of the words together with the product, and its brand by
/// sound. Whose incident it was plays no part.
package struct IncidentTokens: Hashable, Sendable {
    /// Ascending, each once; empty for a case that tells nothing of an incident.
    package let all: [UInt64]
    /// Those by which like cases are looked for: the brand alone says nothing of the incident.
    package let searched: [UInt64]
    /// All tokens are below it.
    package static let limit: UInt64 = 1 << 48

    /// Of the subject, product and brand alone.
    package init(_ linkCase: LinkCase) {
        let words = linkCase.subject.map { SubjectWords.hashes(of: FoldedText($0), hasNumbers: false) } ?? []
        let product = linkCase.product.flatMap(ProductName.init)?.hash
        var tokens = words.map { Self.token(Self.word, StableHash(value: $0)) }
        if let product {
            if !words.isEmpty { tokens.append(Self.token(Self.product, product)) }
            tokens += words.map { Self.token(Self.pair, product.combined(with: StableHash(value: $0))) }
        }
        searched = Set(tokens).sorted()
        if !words.isEmpty, let brand = linkCase.brand {
            tokens.append(Self.token(Self.brand, BrandReference(brand).sound))
        }
        all = Set(tokens).sorted()
    }

    private static let word: UInt64 = 0xE1
    private static let product: UInt64 = 0xE2
    private static let pair: UInt64 = 0xE3
    private static let brand: UInt64 = 0xE4

    private static func token(_ kind: UInt64, _ hash: StableHash) -> UInt64 {
        LinkToken(StableHash(value: kind).combined(with: hash)).id
    }
}

/// How alike other cases are to one in what they tell of their incidents: the share of what the case tells that another
/// tells as well, every token weighed by how few cases have it.
///
/// Source: Spärck Jones 1972, "A statistical interpretation of term specificity".
package struct IncidentLikeness: Sendable {
    private let weights: [UInt64: Int]
    /// Of all tokens of the case that is asked about; above 0 where it has one.
    package let whole: Int

    /// - Parameters:
    ///   - holders: how many cases have each token of the case that is asked about.
    ///   - cases: how many cases there are.
    package init(holders: [UInt64: Int], cases: Int) {
        weights = holders.mapValues { max(1, MilliBits.ratio(cases, $0)) }
        whole = weights.values.reduce(0, +)
    }

    /// 0 for what the case that is asked about does not tell.
    package func weight(of token: UInt64) -> Int { weights[token] ?? 0 }

    /// The likeness of a case whose shared tokens have a weight in sum; 0…1,000.
    package func thousandths(sharing weight: Int) -> Int { whole > 0 ? weight * 1_000 / whole : 0 }
}
