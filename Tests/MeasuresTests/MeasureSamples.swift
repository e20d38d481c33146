import Feedback
import Measures

/// Short ways to write members and voices in tests.
enum MeasureSamples {
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? Day(number: 0)
    }

    static func member(
        _ key: String,
        brand: String = "Lotte",
        author: String? = nil,
        caseID: String? = nil,
        relation: LinkRelation? = nil,
        role: AuthorRole = .customer,
        day: Day? = nil,
        facets: [(Facet, Polarity)] = [],
        signals: [LoyaltySignal] = []
    ) -> VoiceMember {
        let range = ByteRange(start: 0, length: 1)
        return VoiceMember(
            commentKey: key,
            brand: brand,
            author: author,
            caseID: caseID,
            relation: relation,
            role: role,
            postedAt: day.map { Instant(seconds: Int64($0.number) * 86_400) },
            day: day,
            facets: facets.map { FacetMention(facet: $0.0, polarity: $0.1, range: range, entry: "x") },
            signals: signals.map { SignalMention(signal: $0, range: range, entry: "x") }
        )
    }

    /// The gum story of 2008 and its readers, as facets and signals.
    static let gum: [VoiceMember] = [
        member(
            "blog:article",
            author: "writer",
            caseID: "gum",
            relation: .sameCase,
            day: day(2008, 4, 5),
            facets: [
                (.access, .positive), (.courtesy, .positive), (.explanation, .positive), (.prevention, .positive),
                (.remedy, .positive), (.followThrough, .positive), (.apology, .bare),
            ],
            signals: [.fan, .crossBuy]
        ),
        member("blog:1", author: "first reader", caseID: "gum", relation: .about, day: day(2008, 4, 5)),
        member("blog:2", author: "writer", caseID: "gum", relation: .sameCase, day: day(2008, 4, 6)),
        member(
            "blog:3",
            author: "later reader",
            caseID: "gum",
            relation: .similarCase,
            day: day(2014, 12, 20),
            facets: [(.explanation, .negative), (.responsibility, .negative)]
        ),
        member("blog:4", author: "writer", caseID: "gum", relation: .followUp, day: day(2014, 12, 21)),
    ]
}
