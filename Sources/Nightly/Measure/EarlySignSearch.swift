import Feedback
import Measures
import Store

/// Looks for early signs among the stored voices of a brand.
struct EarlySignSearch {
    let zone: Zone

    /// Puts the signs of a brand in the place of those it had; reads its voices only where its record was ever good.
    func run(on brand: String, in db: StoreConnection) throws {
        let days = try SupportDayTable.days(of: brand, in: db)
        var signs: [EarlySignRow] = []
        if EarlySign.mayHaveSigns(days.lazy.map { (voices: $0.voices, sum: $0.sum) }) {
            signs = try EarlySign.signs(among: voices(of: brand, in: db)).map { try row($0, in: db) }
        }
        try FindingTable.replaceEarlySigns(signs, of: brand, in: db)
    }

    private func voices(of brand: String, in db: StoreConnection) throws -> [Voice] {
        var voices: [Voice] = []
        try VoiceTable.forEachWithSupport(of: brand, in: db) { voices.append(try Voice($0)) }
        return voices
    }

    private func row(_ sign: EarlySign, in db: StoreConnection) throws -> EarlySignRow {
        EarlySignRow(
            brand: sign.brand,
            voiceID: sign.voiceID,
            commentID: try VoiceTable.firstComment(of: sign.voiceID, in: db),
            postedAt: sign.day.map { zone.instant(day: $0, secondOfDay: 0) },
            reason: sign.reason.rawValue
        )
    }
}
