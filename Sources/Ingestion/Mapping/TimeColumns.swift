/// Columns beside that of a time, each of which holds a part of it.
package struct TimeColumns: Hashable, Sendable {
    /// The time of day of a date: `time` in a mapping.
    package var clock: String?
    /// How a clock of digits alone is written where leading noughts were dropped, `HHmmss` or `HHmm`: `timeFormat`.
    package var clockFormat: String?
    /// Whether an hour is one before noon or after: `ampm`.
    package var half: String?
    /// The zone of each row: `zoneColumn`.
    package var zone: String?
    /// The parts of a date that stands in several columns: `year`, `month` and `day`.
    package var year: String?
    package var month: String?
    package var day: String?

    package init() {}

    /// Whether the date itself stands in several columns.
    var isDate: Bool { month != nil || year != nil }

    /// All of the columns.
    var names: [String] { [clock, half, zone, year, month, day].compactMap { $0 } }

    /// What is set, by its name in a mapping.
    var entries: [(key: String, value: String)] {
        [
            ("year", year), ("month", month), ("day", day), ("time", clock), ("timeFormat", clockFormat),
            ("ampm", half), ("zoneColumn", zone),
        ].compactMap { key, value in value.map { (key, $0) } }
    }

    /// The forms of a clock that can be declared.
    static let clockFormats = ["HHmmss", "HHmm"]
}
