import Feedback

/// Scalars of YAML.
enum YamlText {
    private static let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "~", ""]

    /// A rule of one field: the name of its column alone, or all of it in braces.
    static func rule(_ rule: FieldMapping, isLong: Bool = false) -> String {
        var parts: [String] = []
        let names = rule.columns.map { scalar($0) }
        if names.count == 1 { parts.append("column: \(names[0])") }
        if names.count > 1 { parts.append("columns: [\(names.joined(separator: ", "))]") }
        parts += rule.beside.entries.map { "\($0.key): \(scalar($0.value))" }
        if let format = rule.format { parts.append("format: \"\(format)\"") }
        if let zone = rule.zone { parts.append("zone: \(scalar(zone))") }
        if let asOf = rule.asOf { parts.append("asOf: \(scalar(asOf))") }
        if let scale = rule.scale { parts.append("scale: \(scale.low)..\(scale.high)") }
        if !rule.words.isEmpty {
            let words = rule.words.sorted { $0.key < $1.key }.map { "\(scalar($0.key)): \($0.value / 1_000)" }
            parts.append("words: {\(words.joined(separator: ", "))}")
        }
        if !rule.values.isEmpty {
            let values = rule.values.sorted { $0.key < $1.key }.map { "\(scalar($0.key)): \(scalar($0.value))" }
            parts.append("values: {\(values.joined(separator: ", "))}")
        }
        if let customer = rule.customer { parts.append("customer: \(scalar(customer))") }
        if parts.count == 1, names.count == 1, !isLong { return names[0] }
        return "{\(parts.joined(separator: ", "))}"
    }

    /// The text as a scalar, quoted where it could be read as something else.
    static func scalar(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
        }
        let startsPlain = text.unicodeScalars.first.map { !(("0"..."9").contains($0)) } ?? false
        if isPlain, startsPlain, !words.contains(text.lowercased()) { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
            default: quoted += escape(scalar)
            }
        }
        return quoted + "\""
    }

    /// The text as it can stand behind `#`: on one line, without what YAML refuses.
    static func comment(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars { line.unicodeScalars.append(isPrintable(scalar) ? scalar : " ") }
        return line
    }

    /// Whether YAML takes a character as it is and no reader sees a line end in it; YAML 1.2.2, section 5.1.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2028, 0x2029, 0xFEFF: false
        case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// By the eight digits that YAML takes for any character.
    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
