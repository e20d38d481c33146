import Feedback

extension Mapping {
    /// Everything the mapping says in one fixed order, so that equal mappings give equal texts in every process.
    package var canonicalText: String {
        let options = [
            format?.rawValue, kind?.rawValue, encoding?.name, delimiter.map { String($0) }, zone, rows,
            Self.list(nulls) + (own.isEmpty ? "" : ";" + Self.list(own)),
        ].map { $0 ?? "" }
        let rules = fields.sorted { $0.key.place < $1.key.place }
            .map { "\($0.key.name)=\($0.value.canonicalText)" }
        let off = unused.sorted { $0.place < $1.place }.map { "\($0.name)=~" }
        let inner = nested.sorted { $0.key < $1.key }.map { "\($0.key)>\($0.value.canonicalText)" }
        return Self.list(options + rules + off + inner)
    }

    /// Items with their lengths, so that no two lists give one text.
    static func list(_ items: [String]) -> String {
        items.map { "\($0.utf8.count):\($0)" }.joined(separator: ",")
    }
}

extension FieldMapping {
    fileprivate var canonicalText: String {
        let points = words.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let replacements = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return Mapping.list(
            [
                Mapping.list(columns), value ?? "", format ?? "", zone ?? "",
                scale.map { "\($0.low)..\($0.high)" } ?? "", isReversed ? "reversed" : "",
                instrument?.rawValue ?? "", Mapping.list(points), Mapping.list(replacements),
            ] + (customer.map { ["customer=\($0)"] } ?? []) + (asOf.map { ["asOf=\($0)"] } ?? [])
                + (isScaleUntold ? ["untold"] : []) + (isDecided ? ["decided"] : [])
                + beside.entries.map { "\($0.key)=\($0.value)" }
        )
    }
}
