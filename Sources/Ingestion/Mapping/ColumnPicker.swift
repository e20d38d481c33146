import Feedback

/// Gives columns to fields, each column to one.
struct ColumnPicker {
    var guesses: [Field: ColumnGuess] = [:]
    /// Further columns of a field by name, for rows in which the chosen one is empty.
    private(set) var spares: [Field: Set<String>] = [:]
    let columns: [SourceSample.Column]
    private let kinds: [String: ColumnKind]
    /// The fields that the names under which a column may be known are those of, by its name.
    private let knownFields: [String: [Field?]]
    var taken: Set<String> = []
    private var isNative = false
    /// Columns that the desk wrote, by their names.
    private let desk: Set<String>

    init(_ columns: [SourceSample.Column]) {
        self.columns = columns
        kinds = Dictionary(columns.map { ($0.name, ColumnKind($0.values)) }, uniquingKeysWith: { first, _ in first })
        knownFields = Dictionary(
            columns.map { ($0.name, NameHint.names($0.name).map { HeaderAlias.field(named: $0) }) },
            uniquingKeysWith: { first, _ in first }
        )
        desk = WriterName.desk(columns, kinds)
    }

    /// The columns that the format declares.
    mutating func take(_ native: NativeFormat) {
        isNative = native.isWhole
        taken.formUnion(native.asideColumns(columns.map(\.name)))
        for (field, rule) in native.rules(columns.map(\.name)) {
            guard let column = columns.first(where: { rule.columns.contains($0.name) }) else {
                guesses[field] = ColumnGuess(rule: rule, note: "not in the rows looked at")
                continue
            }
            var guess = guess(field, column)
            if field.isTime {
                guess.rule.columns = rule.columns
                guess.rule.format = rule.format ?? guess.rule.format
            } else if !(field == .rating || field.instrument != nil) || rule.scale != nil || !rule.words.isEmpty {
                guess = ColumnGuess(rule: rule, note: guess.note)
            }
            guesses[field] = guess
            taken.formUnion(rule.columns)
        }
    }

    /// A column of words for both sides of a talk, whatever its name.
    mutating func takeRoles() {
        guard guesses[.authorRole] == nil, let column = columns.first(where: tellsRoles) else { return }
        give(column, to: .authorRole)
    }

    /// Columns that carry a known name: of several, the one whose name is the surest.
    mutating func takeNamed() {
        for field in Field.allCases where guesses[field] == nil {
            let ranked = columns.compactMap { column -> (column: SourceSample.Column, rank: Int)? in
                guard !taken.contains(column.name), let rank = rank(column, field) else { return nil }
                return (column, rank)
            }
            guard let best = ranked.enumerated().min(by: { ($0.1.rank, $0.0) < ($1.1.rank, $1.0) })?.element.column
            else { continue }
            give(best, to: field)
            spares[field] = Set(ranked.filter { $0.rank < 10_000 && $0.column.name != best.name }.map(\.column.name))
        }
    }

    /// Place of a column's name among those of a field; `nil` when it is none or the values speak against it.
    private func rank(_ column: SourceSample.Column, _ field: Field) -> Int? {
        guard let place = knownFields[column.name]?.firstIndex(of: field),
            mayGive(column, field), !desk.contains(column.name) || field == .comment(.replyText)
        else { return nil }
        let key = WidthFolding.key(NameHint.names(column.name)[place])
        let isCanonical = place == 0 && key == WidthFolding.key(field.name)
        guard isCanonical && (field == .text || field == .postedAt) || fits(column, field) else { return nil }
        let known = [field.name] + field.jsonAliases + HeaderAlias.names(of: field)
        if field == .text, WriterName.isCustomers(column.name) { return place * 1_000 + 1 }
        let index = known.firstIndex { WidthFolding.key($0) == key } ?? known.count
        // A text that tells more wins over a column of topics, and a time that is read over one that is not.
        // The numbers of rows begin anew in every file.
        if field == .id, ["no", "番号"].contains(key) { return 500 + place * 1_000 + index }
        var penalty = field == .text && kind(column) == .topic || field.isTime && !readsTimes(column) ? 10_000 : 0
        // Beside the content of a post its comments are others'.
        if field == .text, key == "comment", holdsContent { penalty += 100 }
        return penalty + place * 1_000 + index
    }

    private var holdsContent: Bool { columns.contains { WidthFolding.key($0.name) == "content" && kind($0) == .prose } }

    /// What the row around a row says is a matter of what both are about, and no answer.
    private func mayGive(_ column: SourceSample.Column, _ field: Field) -> Bool {
        guard column.name.hasPrefix(NestedRows.outer) else { return true }
        return [.title, .brand, .product, .channel, .caseNumber, .orderNumber, .comment(.url)].contains(field)
    }

    /// Rows within a row are one thread, named by the id of that row.
    mutating func takeThread() {
        let id = columns.first { $0.name == NestedRows.outer + "id" && !taken.contains($0.name) }
        guard let id else { return }
        if guesses[.comment(.threadID)] == nil { give(id, to: .comment(.threadID)) }
    }

    private func fits(_ column: SourceSample.Column, _ field: Field) -> Bool {
        let kind = kind(column)
        switch field {
        case .text: return kind.isWritten || kind == .empty
        case .rating, .answer: return RatingGuess.looksLikeRatings(column) && !isKarma(column)
        case .id: return kind != .rounded && kind != .flag || column.values.count < 2 && kind != .rounded
        case .author: return kind != .url && kind != .flag && !NameHint.isOthers(column.name)
        case .brand where !BrandColumn.areNames(column.values) || isOfRespondents(column): return false
        case .brand, .product: return kind != .url && kind != .time
        // What differs from row to row is a place or a name, and no way in.
        case .channel: return kind != .prose || column.values.count < 8
        default:
            return field.isTime ? kind != .prose && kind != .topic || !readsNothing(column) || isVague(column) : true
        }
    }

    /// Whether companies that differ from row to row are those of the people who answered.
    private func isOfRespondents(_ column: SourceSample.Column) -> Bool {
        guard kind(column) == .prose, BrandColumn.isCompanyName(column.name) else { return false }
        return columns.contains { other in
            BrandColumn.isPersonsName(other.name) || AskedColumn.isOne(other)
                || NameHint.names(other.name).contains { HeaderAlias.field(named: $0)?.instrument != nil }
        }
    }

    /// `score` beside counts of answers and votes is what others think of a post.
    private func isKarma(_ column: SourceSample.Column) -> Bool {
        guard NameHint.names(column.name).contains(where: { WidthFolding.key($0) == "score" }) else { return false }
        return columns.contains { other in
            NameHint.names(other.name).contains { NameHint.karma.contains(WidthFolding.key($0)) }
        }
    }

    /// Whether all values are dates that tell no day by themselves.
    func isVague(_ column: SourceSample.Column) -> Bool {
        !column.values.isEmpty && column.values.allSatisfy { RelativeTime.isOne($0) || PartialDate($0) != nil }
    }

    private func readsNothing(_ column: SourceSample.Column) -> Bool {
        !column.values.contains(where: WrittenTime.reads)
    }

    func readsTimes(_ column: SourceSample.Column) -> Bool {
        column.values.contains(where: WrittenTime.reads)
    }

    func tellsMonths(_ column: SourceSample.Column) -> Bool {
        column.values.contains { if case .month = PartialDate($0) { true } else { false } }
    }

    /// Columns whose names hold a word that points to a field.
    mutating func takeHinted() {
        if guesses[.rating] == nil,
            let column = columns.first(where: isWritersRating) ?? columns.first(where: isOverallRating)
                ?? columns.first(where: isToldRating)
        {
            give(column, to: .rating)
        }
        for column in columns where !taken.contains(column.name) {
            if desk.contains(column.name) {
                if !isNative, guesses[.comment(.replyText)] == nil, mayGive(column, .comment(.replyText)),
                    WriterName.isReply(column.name)
                {
                    give(column, to: .comment(.replyText))
                }
                continue
            }
            guard let field = NameHint.field("\(column.name) \(column.label ?? "")", kind(column)),
                guesses[field] == nil, mayGive(column, field),
                fits(column, field), !(isNative && ![.rating, .brand].contains(field))
            else { continue }
            // A question may speak of a shop or of staff, and its answers are no names of them.
            if field != .rating, kind(column) == .prose, AskedColumn.isOne(column) { continue }
            if field == .postedAt, guesses[.openedAt] != nil { continue }
            give(column, to: field)
        }
        takeDateParts()
        replaceUnreadTime()
    }

    /// Numbers under a name that says whose rating they are.
    private func isWritersRating(_ column: SourceSample.Column) -> Bool {
        !taken.contains(column.name) && mayGive(column, .rating) && kind(column) == .number
            && NameHint.isWritersRating(column.name) && fits(column, .rating)
    }

    /// Of ratings of several things that of the whole.
    private func isOverallRating(_ column: SourceSample.Column) -> Bool {
        let name = WidthFolding.string(column.name)
        return !taken.contains(column.name) && mayGive(column, .rating) && fits(column, .rating)
            && ["総合", "全体", "overall"].contains { name.contains($0) }
            && NameHint.field(column.name, kind(column)) == .rating
    }

    /// Whether the values are words for both sides of a talk: who is who is then told row by row.
    private func tellsRoles(_ column: SourceSample.Column) -> Bool {
        guard !taken.contains(column.name), !column.name.hasPrefix(NestedRows.outer), kind(column).isWritten else {
            return false
        }
        let roles = column.values.map { RowBuilder.roles[$0.lowercased()] }
        return !roles.contains(nil) && roles.contains(.customer) && roles.contains(.agent)
    }

    private func isToldRating(_ column: SourceSample.Column) -> Bool {
        !taken.contains(column.name) && mayGive(column, .rating) && !NameHint.isLabel(column.name)
            && RatingGuess.isTold(column)
    }

    /// The longest prose is the text, and the first times are when it was written.
    mutating func takeByValues() {
        if isNative { return }
        let rest = columns.filter { !taken.contains($0.name) && !$0.name.hasPrefix(NestedRows.outer) }
        let times = rest.filter { kind($0) == .time }
        if guesses[.postedAt] == nil, guesses[.openedAt] == nil,
            let column = times.first(where: { NameHint.isEnd($0.name) })
                ?? times.first(where: { !NameHint.isLook($0.name) }) ?? times.first
        {
            give(column, to: .postedAt)
        }
        guard guesses[.caseID] == nil else { return }
        let written = rest.filter {
            kind($0) == .prose && !isOther($0) && SentenceSign.isMostly($0.values) && !AskedColumn.areChoices($0.values)
        }
        let asked = rest.filter { kind($0) == .prose && !desk.contains($0.name) && AskedColumn.isOne($0) }
        guard isTextWeak, let text = longest(asked) ?? longest(written) else { return }
        give(text, to: .text)
    }

    /// Whether there is no text yet, or one that may as well be a list of topics.
    private var isTextWeak: Bool {
        guard let guess = guesses[.text], let name = guess.rule.columns.first else { return true }
        let kind = kinds[name]
        if kind == .topic, WriterName.isCustomers(name) { return false }
        return kind == .topic || kind == .empty
    }

    /// Without sentences, a name that asks what somebody thinks makes a text.
    mutating func takeTextHinted() {
        guard !isNative, guesses[.text] == nil, guesses[.caseID] == nil else { return }
        let written = columns.filter { column in
            !taken.contains(column.name) && !column.name.hasPrefix(NestedRows.outer) && kind(column) == .prose
                && !isOther(column)
                && (NameHint.isText(column.label ?? column.name) || NameHint.half(column.name) != nil)
        }
        if let text = written.first { give(text, to: .text) }
    }

    /// What somebody answered to several questions, or wrote of what was good and what was bad, is one text.
    mutating func takeFurtherAnswers() {
        guard !isNative, let rule = guesses[.text]?.rule, rule.columns.count == 1, let name = rule.columns.first,
            guesses[.authorRole] == nil
        else { return }
        let half = NameHint.half(name)
        guard let text = columns.first(where: { $0.name == name }) else { return }
        let rest = columns.filter { column in
            !taken.contains(column.name) && !column.name.hasPrefix(NestedRows.outer) && kind(column).isWritten
                && !desk.contains(column.name)
        }
        let halves = rest.filter { column in half.map { NameHint.half(column.name) == $0.other } == true }
        let alike = rest.filter { kind($0) == .prose && AskedColumn.areAlike($0, text) }
        var asked = rest.filter { kind($0) == .prose && AskedColumn.isOne($0) }
        // One question beside a text of another kind may be about something else.
        if asked.count == 1, halves.isEmpty, !AskedColumn.isOne(text) { asked = [] }
        let others = halves + alike + asked + rest.filter { isNamesake($0.name, of: name) || areApart($0, text) }
        if others.isEmpty { return }
        let names = Set(others.map(\.name) + [name])
        taken.formUnion(names)
        guesses[.text]?.rule.columns = columns.map(\.name).filter(names.contains)
        guesses[.text]?.note = "the answers to \(names.count) questions, one below the other"
    }

    /// Whether sentences stand now in one column and now in the other, and never in both.
    private func areApart(_ one: SourceSample.Column, _ other: SourceSample.Column) -> Bool {
        guard one.places.count >= 3, other.places.count >= 3, kind(one) == .prose, !isOther(one) else { return false }
        return [one, other].allSatisfy { SentenceSign.isMostly($0.values) && !AskedColumn.areChoices($0.values) }
            && Set(one.places).isDisjoint(with: other.places)
    }

    /// Whether two columns have one name in the header, which writes the second `name (2)` here.
    private func isNamesake(_ one: String, of other: String) -> Bool {
        func plain(_ name: String) -> String {
            guard name.last == ")", let open = name.lastIndex(of: "("), name[..<open].hasSuffix(" "),
                name[name.index(after: open)...].dropLast().allSatisfy(\.isNumber)
            else { return name }
            let first = String(name[..<open].dropLast())
            return columns.contains { $0.name == first } ? first : name
        }
        return one != other && plain(one) == plain(other)
    }

    /// A text that stands by its language is in one column or another.
    mutating func takeLanguages() {
        guard let rule = guesses[.text]?.rule, rule.columns.count == 1, let name = rule.columns.first,
            let member = NameHint.memberByLanguage(name)
        else { return }
        let others = columns.map(\.name).filter {
            $0 != name && !taken.contains($0) && NameHint.memberByLanguage($0) == member
        }
        taken.formUnion(others)
        guesses[.text]?.rule.columns = [name] + others
    }

    /// A list of single words, none twice, with nothing that says who wrote them or when, was written by no customer.
    mutating func leaveWordList() {
        let told: [Field] = [
            .rating, .author, .authorID, .postedAt, .caseNumber, .brand, .product, .comment(.threadID),
        ]
        guard !isNative, (told + Field.surveys).allSatisfy({ guesses[$0] == nil }),
            let text = guesses[.text]?.rule.columns.first,
            let values = columns.first(where: { $0.name == text })?.values, values.count >= 20,
            Set(values).count * 20 >= values.count * 19, values.count(where: Self.isWord) * 20 >= values.count * 19
        else { return }
        guesses[.text] = nil
        taken.remove(text)
    }

    /// The questions of a table that counts the answers to each were written by no customer.
    mutating func leaveTally() {
        let counts: Set<String> = ["count", "percentage", "percent", "share", "件数", "割合", "構成比", "人数", "回答数"]
        let isTally = columns.contains { column in
            column.values.count >= 2 && column.values.allSatisfy { counts.contains(WidthFolding.key($0)) }
        }
        guard !isNative, isTally, let text = guesses[.text]?.rule.columns else { return }
        guesses[.text] = nil
        taken.subtract(text)
    }

    /// Letters alone, and no more than a word has.
    private static func isWord(_ value: String) -> Bool {
        value.count <= (value.utf8.count > value.count ? 6 : 20)
            && value.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    }

    /// The descriptions of a list of goods with their prices, or of places with their pictures, were written by no customer.
    mutating func leaveCatalogue() {
        let told: [Field] = [.authorID, .postedAt, .caseNumber, .comment(.threadID)] + Field.surveys
        let isPriced = columns.contains { NameHint.isPrice($0.name) && kind($0) == .number }
        let isShown = columns.contains { NameHint.isPicture($0.name) && [.url, .structure].contains(kind($0)) }
        guard !isNative, told.allSatisfy({ guesses[$0] == nil }), isShown || isPriced && guesses[.rating] == nil,
            let text = guesses[.text]?.rule.columns.first, NameHint.isDescription(text)
        else { return }
        // The stars of a hotel and the title of a product are no customer's either.
        for field in [Field.text, .rating, .title, .author] {
            taken.subtract(guesses[field]?.rule.columns ?? [])
            guesses[field] = nil
        }
    }

    /// Whether a name says that a column holds something else than what the customer wrote.
    private func isOther(_ column: SourceSample.Column) -> Bool {
        if desk.contains(column.name) { return true }
        let name = WidthFolding.string(column.name)
        return ["timezone", "agent", "device", "browser", "担当"].contains { name.contains($0) }
    }

    private func longest(_ columns: [SourceSample.Column]) -> SourceSample.Column? {
        let lengths = columns.map { column in column.values.reduce(0) { $0 + $1.count } / max(1, column.values.count) }
        guard let best = lengths.max(), best >= 8, let index = lengths.firstIndex(of: best) else { return nil }
        return columns[index]
    }

    func kind(_ column: SourceSample.Column) -> ColumnKind { kinds[column.name] ?? .empty }

    mutating func give(_ column: SourceSample.Column, to field: Field) {
        taken.insert(column.name)
        guesses[field] = guess(field, column)
    }

    private func guess(_ field: Field, _ column: SourceSample.Column) -> ColumnGuess {
        if field.isTime { return TimeGuess.guess(column) }
        if field == .rating || field.instrument != nil { return RatingGuess.guess(field, column) }
        if field == .comment(.authorRole), kind(column) == .flag {
            var rule = FieldMapping(columns: [column.name])
            rule.values = ["True": "customer", "False": "agent", "true": "customer", "false": "agent"]
            return ColumnGuess(rule: rule)
        }
        var rule = FieldMapping(columns: [column.name])
        rule.isDecided = field == .text && AskedColumn.areDecided(column.values)
        return ColumnGuess(rule: rule)
    }
}
