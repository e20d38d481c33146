package import Feedback
import GRDB

/// Which comments a list shows; everything where nothing is said.
package struct CommentFilter: Hashable, Sendable {
    /// What a comment says of a facet.
    package enum Tone: String, Hashable, Sendable, CaseIterable {
        case any, praise, blame, named
    }

    /// How a comment stands to the cases.
    package enum Linking: String, Hashable, Sendable, CaseIterable {
        case linked, unlinked
    }

    /// Posted at this moment or later.
    package var from: Instant?
    /// Posted before this moment.
    package var until: Instant?
    /// The brand of the voice, or of a comment without one.
    package var brand: String?
    /// The channel of the voice, or of a comment without one.
    package var channel: String?
    /// The product and the version of the voice, or of a comment without one; an empty product stands for none.
    package var product: String?
    package var version: String?
    /// Thousandths of stars from one to five, whatever the scale of the source; both ends included.
    package var stars: ClosedRange<Int>?
    package var facet: Facet?
    package var tone = Tone.any
    package var signal: LoyaltySignal?
    package var language: Language?
    package var linking: Linking?
    /// Linked to this case in whatever way.
    package var caseID: String?
    /// Voices that count for a measure.
    package var measure: ListedMeasure?
    /// First and last month of the voice, such as `2014-03`; both included.
    package var firstMonth: String?
    package var lastMonth: String?
    /// Words that all stand in the comment.
    package var words: [String] = []

    package init() {}
}

extension CommentFilter {
    /// Whether every condition holds for all comments of a voice or for none.
    var isAboutVoices: Bool {
        var voices = CommentFilter()
        (voices.brand, voices.channel, voices.measure) = (brand, channel, measure)
        (voices.product, voices.version) = (product, version)
        (voices.firstMonth, voices.lastMonth) = (firstMonth, lastMonth)
        return voices == self
    }

    /// The tally that counts what it chooses, with the rows to sum; `nil` where the list itself has to be counted.
    var tally: (ListTally, SQLPart)? {
        var (mentions, kinds) = (CommentFilter(), CommentFilter())
        (mentions.brand, mentions.facet, mentions.tone, mentions.signal) = (brand, facet, tone, signal)
        (kinds.brand, kinds.channel, kinds.language, kinds.linking, kinds.stars) =
            (brand, channel, language, linking, stars)
        var condition = SQLPart("TRUE", [])
        if let brand { condition.add("brand = ?", brand) }
        if self == mentions, facet != nil || signal != nil {
            addMentions(to: &condition)
            return (.mentions, condition)
        }
        guard self == kinds, addKinds(to: &condition) else { return nil }
        return (.kinds, condition)
    }

    /// Demands a kind of the rows of its tally.
    ///
    /// - Returns: False where it asks for a part of what a row counts together.
    private func addKinds(to part: inout SQLPart) -> Bool {
        if let channel { part.add("channel = ?", channel) }
        if let language { part.add("language = ?", language.rawValue) }
        if let linking { part.add("isLinked = ?", linking == .linked) }
        guard let stars else { return true }
        // Five stars are the most there can be, and stand alone.
        let (first, last) = (stars.lowerBound, stars.upperBound + (stars.upperBound == Self.mostStars ? 0 : 1))
        let star = ListTally.thousandthsPerStar
        guard first > 0, first.isMultiple(of: star), last.isMultiple(of: star) else { return false }
        part.add("stars >= ?", first / star)
        part.add("stars <= ?", stars.upperBound / star)
        return true
    }

    private static let mostStars = 5 * ListTally.thousandthsPerStar

    /// Whether the comments of all brands are looked through.
    var isAcrossBrands: Bool { brand == nil && caseID == nil && words.isEmpty }

    /// The rows of `listedComment` that it chooses, as they stand behind `FROM`.
    ///
    /// A case, or words of whatever brand, lead to their comments; otherwise the primary key does, brand by brand.
    func rows(in db: Database) throws -> SQLPart {
        let linked = caseID.map { SQLPart("SELECT commentID AS id FROM link WHERE caseID = ?", [$0]) }
        let found = words.isEmpty ? nil : try SearchIndex.ids(holding: words, in: db)
        var part: SQLPart
        if let leading = linked ?? (brand == nil ? found : nil) {
            part = SQLPart(
                "(\(leading.sql)) AS found CROSS JOIN listedComment ON commentID = found.id WHERE TRUE",
                leading.arguments
            )
            if let brand { part.add("brand = ?", brand) }
        } else {
            let brands = try brand.map { [$0] } ?? CommentList.brands(in: db)
            let places = brands.map { _ in "?" }.joined(separator: ", ")
            part = SQLPart("listedComment WHERE brand IN (\(places))", StatementArguments(brands))
        }
        addConditions(to: &part)
        if let found, linked != nil || brand != nil { part.add("commentID IN (\(found.sql))", found.arguments) }
        return part
    }

    private func addConditions(to part: inout SQLPart) {
        if let from { part.add("postedAt >= ?", from.milliseconds) }
        if let until { part.add("postedAt < ? AND postedAt > \(CommentListing.undated)", until.milliseconds) }
        if let channel { part.add("channel = ?", channel) }
        if let product { part.add("coalesce(product, '') = ?", product) }
        if let version { part.add("version = ?", version) }
        if let stars {
            part.add("stars >= ?", stars.lowerBound)
            part.add("stars <= ?", stars.upperBound)
        }
        addMentions(to: &part)
        if let language { part.add("language = ?", language.rawValue) }
        if let linking { part.add("isLinked = ?", linking == .linked) }
        if let measure { part.add("measures & ? != 0", measure.bit) }
        if firstMonth != nil || lastMonth != nil {
            // The month of undated voices is no number.
            part.add("month >= ? AND month < 'a'", firstMonth ?? "")
            if let lastMonth { part.add("month <= ?", lastMonth) }
        }
    }

    /// Demands what the comments speak of, of rows that have the columns of the list.
    func addMentions(to part: inout SQLPart) {
        if let facet {
            let columns =
                switch tone {
                case .any: "praise | blame | named"
                case .praise: "praise"
                case .blame: "blame"
                case .named: "named"
                }
            part.add("(\(columns)) & ? != 0", FacetSet.bit(facet))
        }
        if let signal { part.add("signals & ? != 0", SignalSet.bit(signal)) }
    }
}
