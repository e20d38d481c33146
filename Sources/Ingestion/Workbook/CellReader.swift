import Feedback

/// Writes the value of a cell as a table in text would have it.
struct CellReader {
    let strings: SharedStrings
    let styles: CellStyles
    let startsIn1904: Bool

    /// - Parameters:
    ///   - kind: The cell's attribute `t`; `nil` for a number.
    ///   - style: Index of its style.
    ///   - value: Its value as written.
    /// - Returns: Empty for a text that is not there.
    func text(kind: String?, style: Int, value: String) -> String {
        switch kind {
        case "s": Int(value).flatMap { strings[$0] } ?? ""
        case "b": value == "1" || value == "true" ? "TRUE" : "FALSE"
        case "str", "inlineStr", "e", "d": Self.unescaped(value)
        default: number(value, styles[style])
        }
    }

    /// `_x000D_` stands for a character that XML cannot hold.
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing("_x000D_", with: "").replacing("_x000d_", with: "")
    }

    private func number(_ written: String, _ shown: CellStyles.Shown?) -> String {
        guard let value = Double(written), value.magnitude < 1e15 else { return written }
        // More than fifty years are a date, whatever its format.
        if shown == .length, value.magnitude < 20_000 { return length(value) }
        if let shown, value >= 0, value < 2_958_466 { return time(value, shown) }
        if value == value.rounded() { return String(Int(value)) }
        return "\(value)"
    }

    /// A count of days as a length of time, to the nearest second, in ISO 8601: no reader takes it for a clock.
    private func length(_ value: Double) -> String {
        let seconds = Int((value.magnitude * 86_400).rounded())
        let parts = [(seconds / 3_600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")].filter { $0.0 > 0 }
        let written = parts.map { "\($0.0)\($0.1)" }.joined()
        return (value < 0 ? "-" : "") + "PT" + (written.isEmpty ? "0S" : written)
    }

    /// A day number as a date, to the nearest second; day 60 of 1900 is one that never was.
    private func time(_ value: Double, _ shown: CellStyles.Shown) -> String {
        let seconds = Int((value * 86_400).rounded())
        let clock = seconds % 86_400
        let written = [clock / 3_600, clock / 60 % 60, clock % 60].map { $0.padded(to: 2) }.joined(separator: ":")
        let days = seconds / 86_400
        if shown == .clock, days == 0 { return written }
        let number = startsIn1904 ? days + 1_462 : days < 60 ? days + 1 : days
        let date = Day(number: number - 25_569).civil
        let day = "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))"
        return shown == .date && clock == 0 ? day : "\(day) \(written)"
    }
}
