package import Feedback

/// How the columns or members of a source go to the canonical fields, as written in YAML.
///
/// Fields that `map` does not name are taken from columns that carry their canonical name.
package struct Mapping: Hashable, Sendable {
    package var format: SourceFormat?
    package var kind: RowKind?
    package var encoding: TextEncoding?
    /// One character between the cells of a table.
    package var delimiter: UInt8?
    /// Zone of times that carry none, by name.
    package var zone: String?
    /// Path of the array of rows in a JSON document, such as `data.reviews`.
    package var rows: String?
    /// Addresses and domains of the company, whose mails are its agents'.
    package var own: [String] = []
    /// How rows within rows are read, by the name of the member that holds them.
    package var nested: [String: Mapping] = [:]
    /// Cells that mean "nothing", besides empty ones.
    package var nulls: [String]
    package var fields: [Field: FieldMapping]
    /// Canonical fields that `map` switches off with `~`.
    package var unused: Set<Field>

    package init(fields: [Field: FieldMapping] = [:]) {
        self.fields = fields
        nulls = []
        unused = []
    }
}

extension Mapping {
    /// The mapping of rows within the rows of another, from which it takes its zone, null tokens and constants.
    func within(_ outer: Mapping) -> Mapping {
        var inner = self
        inner.zone = zone ?? outer.zone
        inner.nulls += outer.nulls
        for (field, rule) in outer.fields where rule.columns.isEmpty && inner.fields[field] == nil {
            inner.fields[field] = rule
        }
        return inner
    }
}

/// How one canonical field is filled.
package struct FieldMapping: Hashable, Sendable {
    /// Columns or member paths.
    ///
    /// The first that is not empty counts. Those of a text are joined by line ends, but for 特になし and the like, and for one text in several languages.
    package var columns: [String]
    /// A constant, for when no column gives a value.
    package var value: String?
    /// Pattern of a time, see `TimePattern`.
    package var format: String?
    /// Columns with other parts of a time.
    package var beside = TimeColumns()
    /// When somebody looked, for times such as "a month ago": a column, or a time.
    package var asOf: String?
    /// Zone of a time, by name or offset.
    package var zone: String?
    package var scale: RatingScale?
    /// Whether the lowest number of the scale is the best, as in `5..1`.
    package var isReversed = false
    /// Whether the few numbers of a column tell no scale: they are then left out as what is no rating.
    var isScaleUntold = false
    /// Whether a text answers a question of yes or no.
    var isDecided = false
    /// The survey question that a rating answers.
    package var instrument: SurveyInstrument?
    /// Points by word of a rating, in thousandths.
    package var words: [String: Int]
    /// Column of an author's role that names the customer: who is another is an agent.
    package var customer: String?
    /// What a cell is replaced by, as in `{"True": customer}`.
    package var values: [String: String]

    /// Every column that gives something of the field's value.
    var read: [String] { columns + beside.names + (asOf.map { [$0] } ?? []) }

    package init(columns: [String] = [], value: String? = nil) {
        self.columns = columns
        self.value = value
        words = [:]
        values = [:]
    }
}
