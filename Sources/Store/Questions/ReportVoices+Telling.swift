package import GRDB

/// Voices that show best how support or a facet is spoken of.
extension ReportVoices {
    /// A voice that shows a polarity, with what puts it before others.
    package struct TellingVoice: Sendable {
        package let id: Int64
        package let voiceID: String
        /// Such as `2014-03`.
        package let month: String
        /// Basis points, above 0: how far it goes.
        package let polarity: Int
        /// Basis points, above 0 where the brand is spoken of the same way; 0 where that is not known.
        package let brandPolarity: Int
        /// Bytes of the lists of facets and signals: how much the voice says.
        package let richness: Int

        package init(
            id: Int64,
            voiceID: String,
            month: String,
            polarity: Int,
            brandPolarity: Int,
            richness: Int
        ) {
            self.id = id
            self.voiceID = voiceID
            self.month = month
            self.polarity = polarity
            self.brandPolarity = brandPolarity
            self.richness = richness
        }

        /// Whether it shows the polarity better: it goes further, then its brand polarity does, then it says more, then
        /// it is newer.
        package func isBefore(_ other: TellingVoice) -> Bool {
            let (own, others) = (
                (polarity, brandPolarity, richness, month),
                (other.polarity, other.brandPolarity, other.richness, other.month)
            )
            return own == others ? voiceID < other.voiceID : own > others
        }
    }

    /// The voices that show a polarity best, at most so many of each month, in the order of months; and how many show it.
    ///
    /// `facet`: the facet whose polarity counts; `nil` for support as a whole.
    /// `channel`, `product`: voices of this one only; `nil` for all.
    /// `direction`: −1 for blame, 1 for praise.
    /// `months`: first and last month, such as `2014-03`.
    /// `limit`: voices of one month at most.
    package static func telling(
        of brand: String,
        facet: String?,
        channel: String? = nil,
        product: String? = nil,
        direction: Int,
        months: ClosedRange<String>,
        limit: Int,
        in db: Database
    ) throws -> (months: [BestVoices], total: Int) {
        let polarity = (facet == nil ? "supportPolarity" : "json_extract(facets, :path)") + " * :direction"
        let sql = """
            SELECT id, voiceID, month, \(polarity), coalesce(brandPolarity, 0) * :direction, \(richness) FROM voice
            WHERE brand = :brand AND month BETWEEN :from AND :to AND isCounted
                AND \(polarity) > 0\(channel == nil ? "" : " AND channel = :channel")
                \(product == nil ? "" : "AND product = :product")
            ORDER BY month
            """
        var arguments: StatementArguments = [
            "brand": brand, "from": months.lowerBound, "to": months.upperBound, "direction": direction,
        ]
        if let channel { arguments += ["channel": channel] }
        if let product { arguments += ["product": product] }
        if let facet { arguments += ["path": "$.\"\(facet)\""] }
        var (found, total): ([BestVoices], Int) = ([], 0)
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() {
            let voice = TellingVoice(
                id: row[0],
                voiceID: row[1],
                month: row[2],
                polarity: row[3],
                brandPolarity: row[4],
                richness: row[5]
            )
            if found.last?.voices.first?.month != voice.month { found.append(BestVoices(limit: limit)) }
            found[found.count - 1].add(voice)
            total += 1
        }
        return (found, total)
    }

    /// The voices of a stretch that show a polarity best, best first; the parameters are those of ``telling``.
    package static func strongest(
        of brand: String,
        facet: String?,
        channel: String? = nil,
        product: String? = nil,
        direction: Int,
        months: ClosedRange<String>,
        limit: Int,
        in db: Database
    ) throws -> [Int64] {
        let found = try telling(
            of: brand,
            facet: facet,
            channel: channel,
            product: product,
            direction: direction,
            months: months,
            limit: limit,
            in: db
        )
        var best = BestVoices(limit: limit)
        for voice in found.months.flatMap(\.voices) { best.add(voice) }
        return best.voices.map(\.id)
    }

    /// The voices of some that show a polarity best, the best first.
    package struct BestVoices: Sendable {
        package private(set) var voices: [TellingVoice] = []
        private let limit: Int

        /// `limit`: how many are kept.
        package init(limit: Int) {
            self.limit = limit
        }

        package mutating func add(_ voice: TellingVoice) {
            if voices.count == limit, let last = voices.last, last.isBefore(voice) { return }
            let place = voices.firstIndex { voice.isBefore($0) } ?? voices.count
            voices.insert(voice, at: place)
            if voices.count > limit { voices.removeLast() }
        }
    }
}
