import Feedback

/// A column of the table of voices, with what a voice has in it.
struct VoiceColumn: Sendable {
    enum Value {
        case text(String?)
        case number(Int64?)
    }

    let name: String
    /// Whether it counts in the hash of the content.
    let counts: Bool
    let value: @Sendable (VoiceRow) -> Value

    /// Those that count come first, in the order in which ``HashedTable`` names them.
    static let all: [VoiceColumn] = [
        text("voiceID") { $0.voiceID },
        text("brand") { $0.brand },
        text("caseID") { $0.caseID },
        text("author") { $0.author },
        text("month") { $0.month },
        text("channel") { $0.channel },
        text("relation") { $0.relation?.rawValue },
        number("isCounted") { $0.isCounted ? 1 : 0 },
        number("supportPolarity") { $0.supportPolarity.map(Int64.init) },
        text("supportBasis") { $0.supportBasis },
        number("brandPolarity") { $0.brandPolarity.map(Int64.init) },
        text("brandBasis") { $0.brandBasis },
        text("facets") { $0.facets },
        text("signals") { $0.signals },
        number("memberSum") { $0.memberSum },
        text("product") { $0.product },
        text("version") { $0.version },
        number("day", counts: false) { $0.day.map(Int64.init) },
        number("rating", counts: false) { $0.rating.map(Int64.init) },
        text("answers", counts: false) { $0.answers.isEmpty ? nil : JSONText.encode($0.answers) },
        number("customerCode", counts: false) { $0.customerCode },
        text("mentions", counts: false) { $0.mentions },
        text("sources", counts: false) { $0.sources },
        number("lot", counts: false) { $0.lot },
    ]

    /// The columns in which two voices are stored otherwise.
    static func others(_ left: VoiceRow, _ right: VoiceRow) -> [VoiceColumn] {
        all.filter { !$0.value(left).isStored(as: $0.value(right)) }
    }

    /// The digest of a voice.
    static func sum(of voice: VoiceRow) -> RowSum {
        var row = RowBytes()
        for column in all where column.counts { column.value(voice).add(to: &row) }
        return RowSum(row: row)
    }

    private static func text(
        _ name: String,
        counts: Bool = true,
        _ value: @escaping @Sendable (VoiceRow) -> String?
    ) -> VoiceColumn {
        VoiceColumn(name: name, counts: counts) { .text(value($0)) }
    }

    private static func number(
        _ name: String,
        counts: Bool = true,
        _ value: @escaping @Sendable (VoiceRow) -> Int64?
    ) -> VoiceColumn {
        VoiceColumn(name: name, counts: counts) { .number(value($0)) }
    }
}

extension VoiceColumn.Value {
    /// Whether the bytes are the same: texts that Swift calls equal may be written in other scalars.
    fileprivate func isStored(as other: VoiceColumn.Value) -> Bool {
        switch (self, other) {
        case (.text(let left?), .text(let right?)): left.utf8.elementsEqual(right.utf8)
        case (.number(let left), .number(let right)): left == right
        case (.text(nil), .text(nil)): true
        default: false
        }
    }

    fileprivate func add(to row: inout RowBytes) {
        switch self {
        case .text(let text?): row.add(text: text.withoutNull)
        case .number(let number?): row.add(number)
        case .text(nil), .number(nil): row.addNull()
        }
    }
}

extension RowWriter {
    /// Takes the next value.
    mutating func add(_ value: VoiceColumn.Value, counts: Bool) throws {
        switch value {
        case .text(let text): try add(text, counts: counts)
        case .number(let number): try add(number, counts: counts)
        }
    }
}
