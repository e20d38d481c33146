import Feedback

/// How one field is read that no mapping names, as far as people want to know when it changes.
package struct FieldReading: Codable, Hashable, Sendable {
    /// Name of the field; of rows within rows behind that of the member that holds them.
    package let field: String
    package let columns: [String]
    /// `1..5`; `nil` where what is written tells.
    package let scale: String?
    /// Pattern of a time; `nil` for those that need none.
    package let format: String?
    package let zone: String?

    init(_ field: Field, _ rule: FieldMapping, member: String?) {
        self.field = (member.map { "\($0): " } ?? "") + field.name
        columns = rule.columns + rule.beside.names
        scale = rule.scale.map { "\($0.low)..\($0.high)" }
        format = rule.format
        zone = rule.zone
    }
}

extension RowGroup {
    /// How the fields of the rows are read, in the order of the fields.
    var fields: [FieldReading] {
        proposal.rules.sorted { $0.key.place < $1.key.place }.map { FieldReading($0.key, $0.value, member: member) }
    }
}
