/// How a source's silence compares with its own rhythm.
package enum Freshness: String, Codable, Hashable, Sendable, CaseIterable {
    case fresh
    case late
    case silent
    case unknown
}

/// What became of everything a source delivered.
package struct SourceCoverage: Codable, Hashable, Sendable {
    package var source: String
    package var read: Int
    package var stored: Int
    package var duplicate: Int
    package var updated: Int
    package var quarantined: Int
    /// Comments of the source now in the database; base of the shares below.
    package var comments: Int
    package var unknownLanguage: Int
    /// Comments in which at least one entry matched.
    package var withLexiconHit: Int
    /// Comments that belong to no case.
    package var unlinked: Int
    /// Comments whose time is not known; they are in no period.
    package var undated: Int
    /// Columns of its last file that no field is read from.
    package var columnsAside: [String]
    /// Day of the newest comment.
    package var newest: String?
    /// Days from the newest comment to as-of.
    package var silentDays: Int?
    package var freshness: Freshness

    package init(
        source: String,
        read: Int,
        stored: Int,
        duplicate: Int,
        updated: Int,
        quarantined: Int,
        comments: Int,
        unknownLanguage: Int,
        withLexiconHit: Int,
        unlinked: Int,
        undated: Int = 0,
        columnsAside: [String] = [],
        newest: String? = nil,
        silentDays: Int? = nil,
        freshness: Freshness = .unknown
    ) {
        self.source = source
        self.read = read
        self.stored = stored
        self.duplicate = duplicate
        self.updated = updated
        self.quarantined = quarantined
        self.comments = comments
        self.unknownLanguage = unknownLanguage
        self.withLexiconHit = withLexiconHit
        self.unlinked = unlinked
        self.undated = undated
        self.columnsAside = columnsAside
        self.newest = newest
        self.silentDays = silentDays
        self.freshness = freshness
    }

    /// Whether every row read is accounted for.
    package var addsUp: Bool { read == stored + duplicate + updated + quarantined }
}

/// Rows set aside for one reason.
package struct QuarantineRow: Codable, Hashable, Sendable {
    package var source: String
    package var reason: String
    package var rows: Int
    /// Place of one of them, such as `reviews.csv:12`.
    package var example: String?

    package init(
        source: String,
        reason: String,
        rows: Int,
        example: String? = nil
    ) {
        self.source = source
        self.reason = reason
        self.rows = rows
        self.example = example
    }
}

/// Voices of a brand that are counted though the words behind them were erased.
package struct SealedVoices: Codable, Hashable, Sendable {
    package var brand: String
    package var voices: Int

    package init(brand: String, voices: Int) {
        self.brand = brand
        self.voices = voices
    }
}

/// What went in and what became of it.
package struct Coverage: Codable, Hashable, Sendable {
    /// At least one.
    package var sources: [SourceCoverage]
    /// What the run says of its ledger; rendering fails when the sums of `sources` say otherwise.
    package var ledgerAddsUp: Bool
    package var quarantine: [QuarantineRow]
    /// Voices of all brands.
    package var voices: Int
    package var cases: Int
    /// Comments of no known brand.
    package var withoutBrand: Int
    /// By brand; brands without any are left out.
    package var sealed: [SealedVoices]

    package init(
        sources: [SourceCoverage],
        ledgerAddsUp: Bool,
        quarantine: [QuarantineRow] = [],
        voices: Int,
        cases: Int,
        withoutBrand: Int = 0,
        sealed: [SealedVoices] = []
    ) {
        self.sources = sources
        self.ledgerAddsUp = ledgerAddsUp
        self.quarantine = quarantine
        self.voices = voices
        self.cases = cases
        self.withoutBrand = withoutBrand
        self.sealed = sealed
    }
}
