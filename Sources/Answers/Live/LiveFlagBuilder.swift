import Feedback
import Flags
import Reporting
import Reports
import Store
import Workspace

/// Gathers what the page of a flag shows.
struct LiveFlagBuilder {
    private static let shownVoices = 6

    let reader: ListedCommentReader
    let minimumVoices: Int

    func flag(_ item: FlagList.Item, in db: StoreConnection) throws -> LiveFlag {
        var flag = LiveFlag(
            line: LiveFlagLine(item),
            sinceLow: item.sinceLow,
            sinceHigh: item.sinceHigh,
            firstReported: item.firstReported
        )
        flag.acknowledged = item.acknowledged
        flag.note = item.note
        flag.became = item.became
        let direction = item.direction == "fall" ? -1 : 1
        flag.after = try item.after.map { try side($0, of: item, direction, in: db) }
        flag.before = try item.before.map { try side($0, of: item, -direction, in: db) }
        flag.releases = try releases(beside: item, in: db).map { release in
            (release, try release.versions.linked(to: item.brand, in: db))
        }
        return flag
    }

    /// Empty for a flag that the last measuring did not find.
    private func releases(beside item: FlagList.Item, in db: StoreConnection) throws -> [Release] {
        let flags = try FindingTable.flags(in: db)
        guard let detail = flags.first(where: { $0.isNamed(item.id, by: reader.names) }) else { return [] }
        return try VersionBuilder(minimumVoices: minimumVoices, names: reader.names).releases(beside: detail, in: db)
    }

    private func side(
        _ level: FlagDetail.Level,
        of item: FlagList.Item,
        _ direction: Int,
        in db: StoreConnection
    ) throws -> LiveFlag.Side {
        let facet = ListedMeasure(name: item.measure)?.facet
        let voices = try ReportVoices.strongest(
            of: item.brand,
            facet: facet?.rawValue,
            channel: item.channel.map { try reader.names.stored(channel: $0, in: db) },
            product: item.product.map { try reader.names.stored(product: $0, in: db) },
            direction: direction,
            months: level.from...max(level.from, level.to),
            limit: Self.shownVoices,
            in: db
        )
        let evidence = VoiceEvidence(facet: facet?.rawValue, direction: direction)
        let ids = try voices.compactMap { try evidence.comment(ofVoice: $0, in: db) }
        var strength = Reports.Strength(voices: level.voices)
        if let value = level.value, let low = level.low, let high = level.high {
            strength.range = ValueRange(value: value, low: low, high: high)
        }
        let filter = [
            ("brand", item.brand), ("measure", item.measure), ("months", "\(level.from)..\(level.to)"),
            ("channel", item.channel ?? ""), ("product", item.product ?? ""),
        ]
        return LiveFlag.Side(
            number: LiveNumber(strength, list: .comments(filter.map { LiveAddress.Argument($0.0, $0.1) })),
            from: level.from,
            to: level.to,
            rows: try LiveListBuilder(reader: reader).rows(ids, in: db)
        )
    }
}

extension ListedMeasure {
    /// The facet that the measure is about; `nil` for others.
    var facet: Facet? {
        if case .facet(let facet) = self { facet } else { nil }
    }
}
