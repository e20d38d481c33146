/// Columns beside that of a time, each of which holds a part of it.
package struct TimeColumns: Hashable, Sendable {
    /// The time of day of a date: `time` in a mapping.
    package var clock: String?
    /// How a clock of digits alone is written where leading noughts were dropped, `HHmmss` or `HHmm`: `timeFormat`.
    package var clockFormat: String?
    /// The hour and the minute of a clock that stands in two columns: `hour` and `minute`.
    package var hour: String?
    package var minute: String?
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
    var names: [String] { all.compactMap { $0 } }

    /// The columns in a fixed order, with those that are not set.
    var all: [String?] { [clock, half, zone, year, month, day, hour, minute] }

    /// What is set, by its name in a mapping.
    var entries: [(key: String, value: String)] {
        [
            ("year", year), ("month", month), ("day", day), ("time", clock), ("timeFormat", clockFormat),
            ("hour", hour), ("minute", minute), ("ampm", half), ("zoneColumn", zone),
        ].compactMap { key, value in value.map { (key, $0) } }
    }

    /// The forms of a clock that can be declared.
    static let clockFormats = ["HHmmss", "HHmm"]
}
