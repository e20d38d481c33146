import Feedback

/// Tells by the name of a column whether the customer wrote it or the desk.
enum WriterName {
    /// How surely a name is that of what the desk wrote.
    enum Desk: Hashable {
        /// `店長コメント`, `Company response`.
        case always
        /// `Staff comment`: what the staff wrote, or what a customer wrote of the staff where nothing else holds sentences.
        case besideSentences
        /// `Response`: the desk's where another column is named as the customer's.
        case besideCustomers
    }

    /// Whether a short name is that of what the desk wrote; `nil` for any other and for a question.
    static func desk(_ column: String) -> Desk? {
        let folded = WidthFolding.string(column)
        guard !folded.contains("?"), folded.count <= 40 else { return nil }
        let keys = keys(column)
        if keys.contains(where: isAnswerToCustomers) { return .always }
        if let found = keys.lazy.compactMap({ inJapanese($0) ?? inEnglish($0) }).first { return found }
        return keys.contains(where: bare.contains) ? .besideCustomers : nil
    }

    /// Whether what the desk wrote answers the customer.
    static func isReply(_ column: String) -> Bool {
        let name = WidthFolding.string(column)
        return ["回答", "返信", "返答", "返事", "response", "reply", "replies", "answer"].contains { name.contains($0) }
    }

    /// Whether a name says that the customer wrote the column.
    static func isCustomers(_ column: String) -> Bool { keys(column).contains(where: customers.contains) }

    /// Names of the columns that the desk wrote, among all that stand beside one another.
    static func desk(_ columns: [SourceSample.Column], _ kinds: [String: ColumnKind]) -> Set<String> {
        let written = columns.filter { kinds[$0.name]?.isWritten == true }
        let others = written.filter { desk($0.name) == nil }
        let hasCustomers = others.contains { column in
            isCustomers(column.name) || AskedColumn.isOne(column)
                || NameHint.names(column.name).contains { HeaderAlias.field(named: $0) == .text }
        }
        let hasSentences = others.contains {
            HeaderAlias.field(named: $0.name) == nil && SentenceSign.isMostly($0.values)
        }
        let ofDesk = written.filter { column in
            switch desk(column.name) {
            case .always: true
            case .besideSentences: hasCustomers || hasSentences
            case .besideCustomers: hasCustomers
            case nil: false
            }
        }
        return Set(ofDesk.map(\.name))
    }

    private static func keys(_ column: String) -> [String] { NameHint.names(column).map { WidthFolding.key($0) } }

    /// `お客様への回答`.
    private static func isAnswerToCustomers(_ key: String) -> Bool {
        let said = ["お客様", "お客さま", "ご意見", "ご要望", "口コミ", "クチコミ", "レビュー", "投稿", "苦情"]
        return said.contains { one in
            ["への回答", "への返信", "への返答", "へのコメント"].contains { key == one + $0 }
        }
    }

    /// Roles, then `から`, `より` or `の`, then a word for what is written: `店舗スタッフからの回答`.
    private static func inJapanese(_ key: String) -> Desk? {
        guard let (rest, isSure) = withoutRoles(key, surelyDeskInJapanese, perhapsDeskInJapanese) else { return nil }
        if ["より", "から"].contains(rest) { return .always }
        for link in ["", "からの", "よりの", "の", "による"] where rest.hasPrefix(link) {
            let word = String(rest.dropFirst(link.count))
            if answersInJapanese.contains(word) { return .always }
            if remarksInJapanese.contains(word) {
                return isSure || ["からの", "よりの"].contains(link) ? .always : .besideSentences
            }
        }
        return nil
    }

    /// `Hotel management response`, `Response from the owner`.
    private static func inEnglish(_ key: String) -> Desk? {
        if let (rest, isSure) = withoutRoles(key, surelyDesk, perhapsDesk) {
            let word = ["text", "body", "content"].first { rest.hasSuffix($0) }.map { String(rest.dropLast($0.count)) }
            return desk(word ?? rest, isSure)
        }
        for link in ["fromthe", "from", "bythe", "by"] {
            for word in answers.union(remarks) where key.hasPrefix(word + link) {
                let role = String(key.dropFirst(word.count + link.count))
                if let (rest, isSure) = withoutRoles(role, surelyDesk, perhapsDesk), rest.isEmpty {
                    return desk(word, isSure)
                }
            }
        }
        return nil
    }

    private static func desk(_ word: String, _ isSure: Bool) -> Desk? {
        if answers.contains(word) { return .always }
        return remarks.contains(word) ? isSure ? .always : .besideSentences : nil
    }

    /// What follows the roles that a name begins with, and whether one of them is surely the desk's; `nil` without roles.
    private static func withoutRoles(_ key: String, _ sure: [String], _ perhaps: [String]) -> (String, Bool)? {
        var rest = Substring(key)
        var (isSure, isFound) = (false, false)
        while let role = (sure + perhaps).filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
            isSure = isSure || sure.contains(role)
            isFound = true
            rest = rest.dropFirst(role.count)
            for end in ["様", "さん", "側"] where rest.hasPrefix(end) { rest = rest.dropFirst(end.count) }
        }
        return isFound ? (String(rest), isSure) : nil
    }

    private static let surelyDeskInJapanese = [
        "店長", "オーナー", "事務局", "運営", "運営者", "当店", "当館", "当院", "管理者", "管理人", "弊社", "当社", "自社", "本部", "支配人", "責任者",
        "出品者", "販売者", "開発者", "サポート", "担当", "担当者",
    ]
    private static let perhapsDeskInJapanese = [
        "スタッフ", "社員", "従業員", "メーカー", "対応", "対応者", "会社", "企業", "店舗", "店", "お店", "ショップ", "ブランド", "ホテル", "宿", "施設",
    ]
    private static let answersInJapanese: Set<String> = [
        "回答", "返信", "返答", "返事", "回答内容", "返信内容", "返答内容", "回答文", "返信文", "返信コメント", "回答コメント",
    ]
    private static let remarksInJapanese: Set<String> = ["コメント", "コメント内容", "メッセージ"]
    private static let surelyDesk = [
        "owner", "manager", "management", "agent", "developer", "admin", "moderator", "operator", "supervisor",
        "customerservice", "customersupport", "customercare", "support", "vendor", "seller", "merchant", "official",
    ]
    private static let perhapsDesk = [
        "staff", "employee", "store", "shop", "business", "company", "brand", "hotel", "property", "restaurant",
        "host", "team", "our",
    ]
    private static let answers: Set<String> = ["response", "responses", "reply", "replies", "answer", "answers"]
    private static let remarks: Set<String> = ["comment", "comments", "note", "notes"]
    private static let bare: Set<String> = [
        "response", "answer", "resolution", "actiontaken", "actionstaken", "回答", "回答内容", "対応", "対応内容", "対応結果", "処理内容",
        "処理結果", "処置内容",
    ]
    private static let customers = Set(CommentColumn.customersTexts.map { WidthFolding.key($0) })
}
