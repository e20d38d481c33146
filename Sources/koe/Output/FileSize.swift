/// The size of a file as a person reads it: in steps of 1,024.
enum FileSize {
    private static let units = ["B", "KB", "MB", "GB", "TB"]

    /// Such as `812 B` and `1.4 GB`, rounded down.
    static func text(_ bytes: Int64) -> String {
        var tenths = bytes * 10
        var unit = 0
        while tenths >= 10 * 1_024, unit < units.count - 1 {
            tenths /= 1_024
            unit += 1
        }
        return unit == 0 ? "\(bytes) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
