/// Numbers in the text form of Prometheus.
///
/// Source: the exposition format 0.0.4, https://prometheus.io/docs/instrumenting/exposition_formats/.
struct MetricsText {
    private(set) var text = ""

    /// Begins a metric; its samples follow.
    mutating func begin(_ name: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
    }

    /// A sample of whole units.
    mutating func add(_ name: String, _ value: Int64, _ labels: KeyValuePairs<String, String> = [:]) {
        text += "\(name)\(Self.text(labels)) \(value)\n"
    }

    /// A sample given in thousandths.
    mutating func add(_ name: String, thousandths: Int64, _ labels: KeyValuePairs<String, String>) {
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1_000)
        let digits = String(1_000 + abs(rest)).dropFirst()
        text += "\(name)\(Self.text(labels)) \(thousandths < 0 && whole == 0 ? "-" : "")\(whole).\(digits)\n"
    }

    private static func text(_ labels: KeyValuePairs<String, String>) -> String {
        if labels.isEmpty { return "" }
        return "{" + labels.map { "\($0.key)=\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
