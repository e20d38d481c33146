import Feedback
import Reporting
import Reports
import Store
import Workspace

/// Gathers what the pages of the workspace, a brand and a facet show.
struct LiveBrandBuilder {
    private static let shownVoices = 5
    /// Before and after every month there is.
    private static let allMonths = "0000-00"..."9999-99"

    let zone: Zone
    let reader: ListedCommentReader
    let flags: [FlagList.Item]
    let minimumVoices: Int

    func overview(in db: StoreConnection) throws -> LiveOverview {
        let brands = try VoiceTable.brands(in: db)
        let numbers = try LiveNumberReader.wholes(of: brands, in: db)
        return LiveOverview(
            comments: try CommentList(of: CommentFilter(), in: db).size(in: db).comments,
            voices: try ReportQueries.countedVoices(of: brands, in: db),
            lastRun: try RunTable.lastGood(in: db).map { zone.format($0.finishedAt) },
            brands: numbers.filter(\.isSufficient) + numbers.filter { !$0.isSufficient },
            flags: attention(flags)
        )
    }

    /// `nil` for a brand without a voice.
    func brand(_ name: String, in db: StoreConnection) throws -> LiveBrand? {
        let numbers = try LiveNumberReader(brand: name, in: db)
        guard !numbers.isEmpty else { return nil }
        let mentions = try CommentList.mentions(of: name, in: db)
        var brand = LiveBrand(whole: numbers.whole)
        brand.years = try numbers.years(in: db)
        brand.months = try numbers.months(in: db)
        brand.channels = numbers.channels(reader.names)
        brand.versions = try versions.rows(of: name, in: db).linked(to: name, in: db)
        brand.facets = Facet.allCases.map { row($0, numbers, mentions) }
        brand.signals = LoyaltySignal.allCases.map { signal in
            let list = LiveAddress.comments([.init("brand", name), .init("signal", signal.rawValue)])
            return (signal, LiveCount(mentions.comments(of: signal), list: list))
        }
        brand.flags = attention(flags.filter { $0.brand == name })
        return brand
    }

    private var versions: VersionBuilder { VersionBuilder(minimumVoices: minimumVoices, names: reader.names) }

    /// `nil` for a brand without a voice.
    func facet(_ facet: Facet, of brand: String, in db: StoreConnection) throws -> LiveFacet? {
        let numbers = try LiveNumberReader(brand: brand, in: db)
        guard !numbers.isEmpty else { return nil }
        let mentions = try CommentList.mentions(of: brand, in: db)
        var page = LiveFacet(brand: brand, whole: row(facet, numbers, mentions))
        page.years = try numbers.years(of: facet, in: db)
        page.praise = try strongest(facet, of: brand, direction: 1, in: db)
        page.blame = try strongest(facet, of: brand, direction: -1, in: db)
        return page
    }

    /// Those that nobody has dealt with first, the latest of them at the top.
    private func attention(_ flags: [FlagList.Item]) -> [LiveFlagLine] {
        let order = FlagList.states
        return flags.map { (order.firstIndex(of: $0.state) ?? order.count, $0) }.sorted { left, right in
            if left.0 != right.0 { return left.0 < right.0 }
            if left.1.since != right.1.since { return left.1.since > right.1.since }
            return left.1.id < right.1.id
        }
        .map { LiveFlagLine($0.1) }
    }

    private func strongest(
        _ facet: Facet,
        of brand: String,
        direction: Int,
        in db: StoreConnection
    ) throws -> [LiveList.Row] {
        let voices = try ReportVoices.strongest(
            of: brand,
            facet: facet.rawValue,
            direction: direction,
            months: Self.allMonths,
            limit: Self.shownVoices,
            in: db
        )
        let evidence = VoiceEvidence(facet: facet.rawValue, direction: direction)
        let ids = try voices.compactMap { try evidence.comment(ofVoice: $0, in: db) }
        return try LiveListBuilder(reader: reader).rows(ids, in: db)
    }

    private func row(_ facet: Facet, _ numbers: LiveNumberReader, _ mentions: CommentList.Mentions) -> LiveFacetRow {
        func count(_ tone: CommentFilter.Tone) -> LiveCount {
            let filter = [("brand", numbers.brand), ("facet", facet.rawValue), ("tone", tone.rawValue)]
            let list = LiveAddress.comments(filter.map { LiveAddress.Argument($0.0, $0.1) })
            return LiveCount(mentions.comments(of: facet, tone), list: list)
        }
        return LiveFacetRow(
            facet: facet,
            number: numbers.facet(facet),
            praise: count(.praise),
            blame: count(.blame),
            named: count(.named)
        )
    }
}

extension [VersionRow] {
    /// Each with the comments of the voices that its number is over.
    func linked(to brand: String, in db: StoreConnection) throws -> [LiveVersion] {
        if isEmpty { return [] }
        // Where no voice of the brand names a product, the list need not ask for that.
        let none = try VersionTable.namesProducts(brand, in: db) ? CommentQuestion.noName : ""
        return map { row in
            let filter = [
                ("brand", brand), ("product", row.product ?? none), ("version", row.version), ("measure", "support"),
                ("months", "\(row.firstDay.prefix(7))..\(row.lastDay.prefix(7))"),
            ]
            return LiveVersion(row, list: .comments(filter.map { LiveAddress.Argument($0.0, $0.1) }))
        }
    }
}

extension LiveFlagLine {
    init(_ item: FlagList.Item) {
        self.init(
            id: item.id,
            brand: item.brand,
            since: item.since,
            difference: item.difference,
            state: item.state
        )
        facet = ListedMeasure(name: item.measure)?.facet
        channel = item.channel
        product = item.product
        assignee = item.assignee
    }
}
