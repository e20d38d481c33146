package import Feedback

/// The fields of a canonical row, comments and cases together.
package enum Field: Hashable, Sendable {
    /// A column of a comment; ``CommentColumn/answers`` has a field for each question instead.
    case comment(CommentColumn)
    /// The scale of the rating.
    case ratingScale
    case supportCase(CaseField)
    case answer(SurveyInstrument)

    /// The name in canonical rows and mappings, such as `posted_at`.
    package var name: String {
        switch self {
        case .comment(let column): column.field
        case .ratingScale: "rating_scale"
        case .supportCase(let field): field.rawValue
        case .answer(let instrument): instrument.rawValue
        }
    }

    /// The field of a canonical name.
    package init?(name: String) {
        guard let field = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = field
    }

    /// Other names under which canonical JSON rows carry the field; the canonical name wins over these.
    var jsonAliases: [String] {
        if case .comment(let column) = self { column.jsonAliases } else { [] }
    }

    /// The survey question whose answer the field holds; `nil` for other fields.
    var instrument: SurveyInstrument? {
        if case .answer(let instrument) = self { instrument } else { nil }
    }

    /// Whether a value is used as it stands, white space and all.
    var isFreeText: Bool {
        if case .comment(let column) = self { column.isFreeText } else { false }
    }

    /// Whether the field holds a time.
    package var isTime: Bool {
        switch self {
        case .comment(let column): column.kind == .time
        case .supportCase(let field): field == .openedAt || field == .closedAt
        case .ratingScale, .answer: false
        }
    }

    /// A number of its own below ``count``, in the order of `allCases`.
    var place: Int {
        switch self {
        case .comment(let column): column.rawValue < Self.scalePlace ? column.rawValue : column.rawValue + 1
        case .ratingScale: Self.scalePlace
        case .supportCase(let field): Self.caseStart + field.order
        case .answer(let instrument): Self.caseStart + CaseField.allCases.count + instrument.order
        }
    }

    /// The scale stands behind its rating.
    private static var scalePlace: Int { CommentColumn.rating.rawValue + 1 }
    private static let caseStart = CommentColumn.allCases.count + 1
    static let count = caseStart + CaseField.allCases.count + SurveyInstrument.allCases.count
}
