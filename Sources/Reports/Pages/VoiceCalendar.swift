import Feedback

/// How many voices each month has: a row a year, a column a month.
struct VoiceCalendar {
    /// Years of the table at most; the CSV file has all.
    private static let mostYears = 15
    /// Steps of shade.
    private static let shades = 4

    let context: PageContext
    let brand: BrandReport

    private var phrases: any Phrases { context.phrases }

    /// `nil` where the voices are of one month, or undated.
    var view: View? {
        guard brand.calendar.count > 1 else { return nil }
        let years = rows.suffix(Self.mostYears)
        let table = HeatTable(
            caption: phrases(.calendarHeading),
            columns: [phrases(.year)] + (1...12).map(phrases.monthName),
            rows: years.map { (Markup($0.year), $0.months.map(cell)) }
        )
        return [
            "calendarTable": .markup(table.markup),
            "calendarNote": .text(phrases.calendarNote(left: rows.count - years.count)),
            "csv": .text("\(context.prefix)csv/calendar.csv"), "csvName": .text("calendar.csv"),
        ]
    }

    /// Voices by month, `nil` outside the brand's time; oldest first.
    private var rows: [(year: String, months: [Int?])] {
        var rows: [(year: String, months: [Int?])] = []
        for point in brand.calendar {
            guard case .month(let year, let month) = PeriodParts(point.period) else { continue }
            if rows.last?.year != year { rows.append((year, [Int?](repeating: nil, count: 12))) }
            rows[rows.count - 1].months[month - 1] = point.voices
        }
        return rows
    }

    /// Shaded in even steps from the fewest voices to the most.
    private func cell(_ voices: Int?) -> HeatTable.Cell {
        guard let voices else { return HeatTable.Cell(shade: "", text: Markup("")) }
        let known = brand.calendar.map(\.voices).filter { $0 > 0 }
        let (least, most) = (known.min() ?? 0, known.max() ?? 0)
        let step = 1 + min(Self.shades - 1, max(0, voices - least) * Self.shades / max(1, most - least))
        return HeatTable.Cell(shade: voices == 0 ? "few" : "voices-\(step)", text: context.count(voices))
    }
}
