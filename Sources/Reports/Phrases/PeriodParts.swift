/// What a period's label says.
enum PeriodParts: Hashable {
    case year(String)
    case quarter(String, Int)
    case month(String, Int)
    case week(String, Int)
    case day(String, Int, Int)

    /// - Returns: `nil` for a label that is no period.
    init?(_ label: String) {
        guard label.utf8.count <= 10, PeriodSpan(label) != nil else { return nil }
        let parts = label.utf8.split(separator: UInt8(ascii: "-")).map { String(decoding: $0, as: UTF8.self) }
        switch parts.count {
        case 1:
            self = .year(parts[0])
        case 2:
            let number = Int(parts[1].drop { $0 == "Q" || $0 == "W" }) ?? 0
            self =
                switch parts[1].first {
                case "Q": .quarter(parts[0], number)
                case "W": .week(parts[0], number)
                default: .month(parts[0], number)
                }
        default:
            self = .day(parts[0], Int(parts[1]) ?? 0, Int(parts[2]) ?? 0)
        }
    }
}
