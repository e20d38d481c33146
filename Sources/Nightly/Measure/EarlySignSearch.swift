import Feedback
import Measures
import Store

/// Looks for early signs among the stored voices of a brand.
struct EarlySignSearch {
    let zone: Zone

    /// Puts the signs of a brand in the place of those it had; reads voices only of months in which one may be a sign.
    func run(on brand: String, in db: StoreConnection) throws {
        var signs: [EarlySignRow] = []
        // What rounds up to a good record lies above the number below it.
        if try SupportDayTable.wasEver(above: EarlySign.goodRecord - 1, brand: brand, in: db) {
            let days = try SupportDayTable.days(of: brand, in: db).map(EarlySign.RecordDay.init)
            signs = try EarlySign.signs(on: days) { try voices(of: brand, on: $0, in: db) }.map { try row($0, in: db) }
        }
        try FindingTable.replaceEarlySigns(signs, of: brand, in: db)
    }

    private func voices(of brand: String, on days: [Day], in db: StoreConnection) throws -> [Voice] {
        try Set(days.map { Period(.month, containing: $0).description }).sorted().flatMap { month in
            try VoiceTable.suspects(of: brand, month: month, in: db).map { try Voice($0) }
        }
    }

    private func row(_ sign: EarlySign, in db: StoreConnection) throws -> EarlySignRow {
        EarlySignRow(
            brand: sign.brand,
            voiceID: sign.voiceID,
            commentID: try VoiceTable.firstComment(of: sign.voiceID, in: db),
            postedAt: zone.instant(day: sign.day, secondOfDay: 0),
            reason: sign.reason.rawValue
        )
    }
}

extension EarlySign.RecordDay {
    fileprivate init(_ row: SupportDayTable.Day) {
        self.init(
            day: Day(number: row.day),
            voices: row.voices,
            sum: row.sum,
            negative: row.negative,
            alike: row.alike
        )
    }
}
