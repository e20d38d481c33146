import Feedback

/// Names that headers of tables use for the canonical fields, in Japanese and English.
enum HeaderAlias {
    static func names(of field: Field) -> [String] {
        switch field {
        case .comment(let column): column.headerAliases
        case .ratingScale: []
        case .supportCase(let field): names(of: field)
        case .answer(let instrument): names(of: instrument)
        }
    }

    /// The field of a column name; `nil` when it is not known.
    static func field(named name: String) -> Field? {
        fields[WidthFolding.key(name)]
    }

    private static let fields: [String: Field] = {
        var fields: [String: Field] = [:]
        for field in Field.allCases {
            for name in [field.name] + field.jsonAliases + names(of: field) where fields[WidthFolding.key(name)] == nil
            {
                fields[WidthFolding.key(name)] = field
            }
        }
        return fields
    }()

    private static func names(of field: CaseField) -> [String] {
        switch field {
        case .caseID: ["ケースID", "案件ID"]
        case .number: ["case number"]
        case .customer: ["お客様", "顧客"]
        case .customerHandle: ["handle", "アカウント"]
        case .openedAt: ["発生日時", "起票日時", "受理日時", "opened"]
        case .closedAt: ["完了日時", "完了日", "解決日時", "クローズ日時", "closed", "resolved at"]
        case .subject: ["主題", "用件"]
        case .events: []
        }
    }

    private static func names(of instrument: SurveyInstrument) -> [String] {
        switch instrument {
        case .netPromoter: ["nps score", "ltr", "net promoter score", "likelihood to recommend", "推奨意向", "NPSスコア"]
        case .satisfaction: ["csat score", "osat", "customer satisfaction", "顧客満足度", "CSATスコア"]
        case .effort: ["ces score", "customer effort score", "effort score", "顧客努力指標", "CESスコア"]
        }
    }
}
