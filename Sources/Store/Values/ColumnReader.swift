import Feedback
import GRDB

/// Reads the columns of a row one after another, in the order of the query.
///
/// A look-up by name folds the case of the name, and on a copied row of every column's name; where many rows are read,
/// that costs more than the query itself.
struct ColumnReader {
    private let row: Row
    private var index: Int

    /// `start`: the first column to read.
    init(_ row: Row, from start: Int = 0) {
        self.row = row
        index = start
    }

    /// The next column, which is never NULL.
    mutating func value<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value {
        defer { index += 1 }
        return row[index]
    }

    /// The next column, `nil` for NULL.
    mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
        defer { index += 1 }
        return row[index]
    }

    /// The next column as an instant.
    mutating func instant() -> Instant? {
        let milliseconds: Int64? = optional()
        return milliseconds.map(Instant.init(milliseconds:))
    }

    /// The next three columns: a time, its text and where its zone came from; a fourth tells its certainty.
    mutating func timestamp(withCertainty: Bool = false) -> Timestamp? {
        let instant = instant()
        let (original, origin): (String?, String?) = (optional(), optional())
        let certainty: String? = withCertainty ? optional() : nil
        return instant.map { instant in
            Timestamp(
                instant: instant,
                original: original ?? "",
                zoneOrigin: origin.flatMap(Timestamp.ZoneOrigin.init(rawValue:)) ?? .text,
                certainty: certainty.flatMap(Timestamp.Certainty.init(rawValue:)) ?? .exact
            )
        }
    }

    /// The next three columns: thousandths of a rating, and both ends of its scale.
    mutating func rating() -> Rating? {
        let (thousandths, low, high): (Int?, Int?, Int?) = (optional(), optional(), optional())
        guard let thousandths, let low, let high, let scale = RatingScale(low: low, high: high) else { return nil }
        return Rating(thousandths: thousandths, scale: scale)
    }

    /// The next column as answers to survey questions.
    mutating func answers() throws -> [SurveyAnswer] {
        let text: String? = optional()
        return try text.map(JSONText.surveyAnswers) ?? []
    }
}
