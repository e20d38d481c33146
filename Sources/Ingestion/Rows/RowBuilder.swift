import Feedback

/// Makes comments and cases out of the values of a row.
///
/// A class, since one is handed on with every row and holds much.
final class RowBuilder {
    let options: ImportOptions
    let schema: RowSchema
    let source: String
    private let kind: RowKind
    /// Zones that rows named, and names that are none.
    var zones: [String: Zone?] = [:]

    init(options: ImportOptions, schema: RowSchema, source: String) {
        self.options = options
        self.schema = schema
        self.source = source
        kind = options.kind == .auto ? options.mapping?.kind ?? .auto : options.kind
    }

    /// What a row is; a comment whose row carries no id has an empty one.
    ///
    /// - Parameters:
    ///   - row: Its values.
    ///   - bytes: Its own bytes, in which structures stand.
    /// - Returns: A comment, a case, or why it is left out.
    /// - Throws: `RowFault` when it cannot be used.
    func build(_ row: FieldRow, bytes: ArraySlice<UInt8>) throws(RowFault) -> BuiltRow {
        if isWithdrawn(row) { return .withdrawn }
        if isCase(row) { return .supportCase(try supportCase(row, bytes: bytes)) }
        return try comment(row, bytes: bytes)
    }

    private func isWithdrawn(_ row: FieldRow) -> Bool {
        schema.tombstones.contains { slot, kind in
            if case .text(let value) = row[slot] { Tombstone.isMark(EdgeSpace.trimmed(value), kind) } else { false }
        }
    }

    private func isCase(_ row: FieldRow) -> Bool {
        switch kind {
        case .cases: true
        case .comments: false
        case .auto: value(.caseID, row) != nil && value(.text, row) == nil && !hasRating(row)
        }
    }

    /// Whether a row sums up those above it.
    private func isTotal(_ row: FieldRow) -> Bool {
        [Field.id, .brand, .author, .product, .postedAt, .caseNumber, .title].contains { field in
            value(field, row).map { Self.totals.contains($0.lowercased()) } ?? false
        }
    }

    private static let totals: Set<String> = [
        "合計", "総計", "小計", "総合計", "計", "平均", "平均値", "全体平均", "total", "grand total", "subtotal", "average", "mean", "sum",
    ]

    private func hasRating(_ row: FieldRow) -> Bool {
        value(.rating, row) != nil || schema.answers.contains { value($0.field, row) != nil }
    }

    private func comment(_ row: FieldRow, bytes: ArraySlice<UInt8>) throws(RowFault) -> BuiltRow {
        let text = value(.text, row)
        if let text, Tombstone.isText(text) { return .withdrawn }
        if text == nil, schema.isTable, isTotal(row) { return .skipped(.noAnswer) }
        let isAnother = !schema.required.isEmpty && schema.required.allSatisfy { value($0, row) == nil }
        if isAnother { return .skipped(.noAnswer) }
        let (reading, answers) = try ratings(row, bytes: bytes, hasText: text != nil)
        if text == nil, answers.isEmpty {
            if reading == .unanswered { return .skipped(.unansweredRating) }
            if reading == nil, schema.isOuter { return .skipped(.noAnswer) }
            guard reading != nil || value(.title, row) != nil else {
                // Where it is known which columns hold answers, this row has none in them.
                if schema.isTable || schema.knowsAnswers { return .skipped(.noAnswer) }
                throw RowFault(
                    reason: .noText,
                    message: "the row has neither text nor rating; map `text` or `rating` to a column"
                )
            }
        }
        var comment = Comment(
            source: value(.source, row) ?? source,
            externalID: "",
            text: text.map(CellText.written) ?? ""
        )
        var filler = CommentFiller(builder: self, row: row)
        try comment.visitColumns(&filler)
        fillNames(&comment, row)
        try fillRatings(&comment, reading, answers, row)
        return .comment(comment)
    }

    /// Without a rating of its own, a comment is rated by its answer to recommendation, or else to satisfaction.
    private func fillRatings(
        _ comment: inout Comment,
        _ reading: RatingReading?,
        _ answers: [SurveyAnswer],
        _ row: FieldRow
    ) throws(RowFault) {
        comment.answers = answers
        guard case .rating(let rating) = reading else {
            let standIn = [SurveyInstrument.netPromoter, .satisfaction].lazy.compactMap { instrument in
                answers.first { $0.instrument == instrument }
            }
            comment.rating = standIn.first?.rating
            return
        }
        comment.rating = rating
        guard let instrument = schema.instrument ?? declaredInstrument(row) else { return }
        let answer = try answer(instrument, rating)
        comment.answers = (answers.filter { $0.instrument != instrument } + [answer]).sorted {
            $0.instrument < $1.instrument
        }
    }

    /// The rating and the answers; beside a text, one that cannot be read costs only itself.
    private func ratings(
        _ row: FieldRow,
        bytes: ArraySlice<UInt8>,
        hasText: Bool
    ) throws(RowFault) -> (RatingReading?, [SurveyAnswer]) {
        let reading = try unlessUnread(hasText) { () throws(RowFault) in try rating(row, bytes: bytes) } ?? nil
        return (reading, try answers(row, hasText: hasText))
    }

    private func unlessUnread<Value>(
        _ hasText: Bool,
        _ read: () throws(RowFault) -> Value
    ) throws(RowFault) -> Value? {
        do {
            return try read()
        } catch {
            if hasText, error.isUnreadRating { return nil }
            throw error
        }
    }

    private func answers(_ row: FieldRow, hasText: Bool) throws(RowFault) -> [SurveyAnswer] {
        var answers: [SurveyAnswer] = []
        for place in schema.answers.indices {
            let field = schema.answers[place].field
            guard let instrument = field.instrument, let text = value(field, row) else { continue }
            let reading = try unlessUnread(hasText) { () throws(RowFault) in
                try Self.read(text, schema.answers[place].reader, lead: "\(field.name): ")
            }
            if case .rating(let rating) = reading { answers.append(try answer(instrument, rating)) }
        }
        return answers
    }

    private static func read(
        _ text: String,
        _ reader: RatingReader,
        lead: String = ""
    ) throws(RowFault) -> RatingReading {
        do {
            return try reader.read(text)
        } catch {
            throw RowFault(reason: .badRating, message: lead + error.message, isUnreadRating: error.isUnread)
        }
    }

    private func answer(_ instrument: SurveyInstrument, _ rating: Rating) throws(RowFault) -> SurveyAnswer {
        if let answer = SurveyAnswer(instrument: instrument, rating: rating) { return answer }
        throw RowFault(reason: .badRating, message: "an answer to nps is a whole number from 0 to 10")
    }

    /// The survey question that a row names as the scale of its rating.
    private func declaredInstrument(_ row: FieldRow) -> SurveyInstrument? {
        schema.declaresRating ? nil : value(.ratingScale, row).flatMap { SurveyInstrument(rawValue: $0.lowercased()) }
    }

    /// What a row says of a column in other words.
    private func fillNames(_ comment: inout Comment, _ row: FieldRow) {
        if let id = CellText.reviewID(comment.externalID) { comment.externalID = id }
        comment.inReplyTo = comment.inReplyTo.map(CellText.whole)
        comment.authorID = comment.authorID.map(CellText.handle)
        comment.caseNumber = comment.caseNumber ?? value(.number, row)
        comment.title = comment.title ?? value(.subject, row)
        comment.brand = comment.brand.map { options.brands.canonical($0) }
        if comment.brand == nil, options.readsBrandFromText {
            comment.brand =
                comment.title.flatMap { options.brands.only(in: $0) } ?? options.brands.only(in: comment.text)
        }
    }

    func brand(_ row: FieldRow) -> String? {
        value(.brand, row).map { options.brands.canonical($0) }
    }

    func role(_ row: FieldRow) throws(RowFault) -> AuthorRole {
        if let customer = schema[.authorRole].customer {
            guard case .text(let customer) = row[customer], let author = value(.authorRole, row) else {
                return .customer
            }
            return author == customer ? .customer : Self.roles[author.lowercased()] ?? .agent
        }
        guard let word = value(.authorRole, row) else { return .customer }
        if let role = AuthorRole(rawValue: word) { return role }
        if let role = Self.roles[word.lowercased()] { return role }
        // A mapping that names the staff's words, and says of none that it tells nothing, means that everybody else is a
        // customer.
        let named = schema[.authorRole].values.values
        if !named.isEmpty, !named.contains("") { return .customer }
        if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            throw RowFault(
                reason: .badField,
                message:
                    "who of the authors is the customer is not told here; export the comments with `include=users` or within their tickets, or name in a mapping your staff, as in `author_role: {column: author_id, values: {\"\(word)\": agent}}`, or the column of the customer, as in `author_role: {column: author_id, customer: requester_id}`"
            )
        }
        throw RowFault(
            reason: .badField,
            message:
                "author_role must be customer, agent or bot; translate the source's words with `values:` in the mapping"
        )
    }

    /// Words of both sides of a talk, in small letters.
    static let roles: [String: AuthorRole] = [
        "visitor": .customer, "client": .customer, "ユーザー": .customer, "account": .agent, "support": .agent,
        "スタッフ": .agent, "アカウント": .agent, "自動応答": .bot,
        "user": .customer, "end-user": .customer, "lead": .customer, "contact": .customer, "customer": .customer,
        "お客様": .customer,
        "顧客": .customer, "admin": .agent, "staff": .agent, "agent": .agent, "operator": .agent, "teammate": .agent,
        "brand": .agent, "company": .agent, "担当者": .agent, "オペレーター": .agent, "企業": .agent, "bot": .bot, "system": .bot,
    ]

    private func rating(_ row: FieldRow, bytes: ArraySlice<UInt8>) throws(RowFault) -> RatingReading? {
        guard let text = value(.rating, row) else { return nil }
        var reader = schema.rating
        if !schema.declaresRating, let written = scaleText(row, bytes: bytes) {
            let instrument = SurveyInstrument(rawValue: written.lowercased())
            guard let scale = instrument?.usualScale ?? RatingScale(written: written) else {
                throw RowFault(
                    reason: .badRating,
                    message:
                        "rating_scale must be like \"1..5\", 5, nps, csat or ces, with numbers up to \(RatingScale.bound)"
                )
            }
            reader = RatingReader(scale: scale)
        }
        return try Self.read(text, reader)
    }

    private func scaleText(_ row: FieldRow, bytes: ArraySlice<UInt8>) -> String? {
        for slot in schema[.ratingScale].slots {
            if case .structure(let range) = row[slot] {
                return String(
                    decoding: bytes[(bytes.startIndex + range.start)..<(bytes.startIndex + range.end)],
                    as: UTF8.self
                )
            }
        }
        return value(.ratingScale, row)
    }

    /// Fields beside the comment that hold something which is no time or no rating, and are left without one.
    func unread(_ comment: Comment, _ row: FieldRow) -> [Field] {
        var fields: [Field] = []
        // An answer may stand in for a rating that is not read.
        let isTold = comment.rating != nil && schema.answers.isEmpty
        if !isTold, let word = value(.rating, row), isUnread(word, schema.rating) {
            fields.append(.rating)
        }
        for (field, reader) in schema.answers {
            guard let word = value(field, row), isUnread(word, reader) else { continue }
            fields.append(field)
        }
        if comment.updatedAt == nil, value(.comment(.updatedAt), row) != nil { fields.append(.comment(.updatedAt)) }
        if comment.repliedAt == nil, value(.comment(.repliedAt), row) != nil { fields.append(.comment(.repliedAt)) }
        if comment.postedAt == nil, value(.postedAt, row) != nil { fields.append(.postedAt) }
        return fields
    }

    private func isUnread(_ word: String, _ reader: RatingReader) -> Bool {
        do {
            _ = try reader.read(word)
            return false
        } catch {
            return error.isUnread
        }
    }

    /// The value of a field; `nil` when it is absent, empty or one of the words for nothing.
    func value(_ field: Field, _ row: FieldRow) -> String? {
        let place = field.place
        guard schema.isRead[place] else { return nil }
        guard schema.isPlain[place] else { return mapped(field, row) }
        for index in schema.slots.indices(place) {
            if let cell = cell(row[schema.slots[index]], field) { return cell }
        }
        return nil
    }

    /// The value of a field that a mapping or a proposal makes of its cells.
    private func mapped(_ field: Field, _ row: FieldRow) -> String? {
        let source = schema[field]
        if source.isJoined { return joined(field, row) }
        if let date = source.date { return self.date(date, field, row) }
        for slot in source.slots {
            guard let cell = cell(row[slot], field) else { continue }
            if field == .text, AskedColumn.isNothing(cell), !isOfTalk(row),
                !(schema.isDecided && AskedColumn.isRefusal(cell))
            {
                continue
            }
            // What a mapping replaces by nothing tells nothing: the next column may.
            let told = source.values[cell] ?? cell
            if !told.isEmpty { return told }
        }
        return source.constant
    }

    /// Whether a row is one of a talk, in which a single word may be an answer.
    private func isOfTalk(_ row: FieldRow) -> Bool {
        [Field.comment(.inReplyTo), .comment(.threadID), .authorRole].contains { value($0, row) != nil }
    }

    /// Answers to several questions, without those that say that there is none.
    private func joined(_ field: Field, _ row: FieldRow) -> String? {
        let parts = schema[field].slots.compactMap { cell(row[$0], field) }.filter { !AskedColumn.isNothing($0) }
        return parts.isEmpty ? schema[field].constant : parts.joined(separator: "\n")
    }

    /// What a cell says; `nil` for nothing.
    func cell(_ value: FieldValue, _ field: Field) -> String? {
        guard case .text(let text) = value, !text.isEmpty else { return nil }
        let trimmed = CellText.withoutFormula(EdgeSpace.trimmed(text))
        if trimmed.isEmpty || AnswerWord.isNone(trimmed) || !schema.nulls.isEmpty && schema.nulls.contains(trimmed) {
            return nil
        }
        if Self.isIdentifier(field), RoundedNumber.isOne(trimmed) { return nil }
        return field.isFreeText ? Self.withPlainLineEnds(text) : trimmed
    }

    /// The id, or else the case number, that a spreadsheet rounded and that the comment has therefore not.
    func roundedID(_ row: FieldRow, of comment: Comment) -> String? {
        if comment.externalID.isEmpty, let id = rounded(.id, row) { return id }
        return comment.caseNumber == nil ? rounded(.caseNumber, row) : nil
    }

    private func rounded(_ field: Field, _ row: FieldRow) -> String? {
        for slot in schema.sources[field.place].slots {
            if case .text(let text) = row[slot], RoundedNumber.isOne(EdgeSpace.trimmed(text)) { return text }
        }
        return nil
    }

    /// A number that a spreadsheet rounded is many rows' number.
    private static func isIdentifier(_ field: Field) -> Bool {
        switch field {
        case .id, .caseNumber, .orderNumber, .number, .comment(.threadID), .comment(.inReplyTo): true
        default: false
        }
    }

    /// CR LF and CR as LF, so that a text and its id do not depend on the program that wrote the file.
    private static func withPlainLineEnds(_ text: String) -> String {
        guard ByteSearch.holds(text, 0x0D) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0D {
                bytes.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                bytes.append(byte)
            }
            previous = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What a row was made into.
enum BuiltRow {
    case comment(Comment)
    case supportCase(SupportCase)
    /// What its writer or the site has taken back.
    case withdrawn
    case skipped(SkipReason)
}
