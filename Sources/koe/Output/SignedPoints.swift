/// Points of strength with their sign and one decimal.
enum SignedPoints {
    static func text(_ value: Double) -> String {
        let tenths = Int((abs(value) * 10).rounded())
        return (tenths == 0 ? "" : value < 0 ? "−" : "+") + "\(tenths / 10).\(tenths % 10)"
    }
}
