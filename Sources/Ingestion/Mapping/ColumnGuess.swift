import Feedback

/// Which column a field is taken from, and what was seen in it.
struct ColumnGuess {
    let column: String
    /// Text of the value in YAML, with a comment.
    let yaml: String
    let needsZone: Bool

    /// The best column for each field: by name first, then by what the columns hold.
    static func guesses(_ columns: [SourceSample.Column]) -> [Field: ColumnGuess] {
        var taken: [Field: SourceSample.Column] = [:]
        for column in columns {
            // The last part of a path names the member.
            let name = String(column.name.split(separator: ".").last ?? "")
            guard let field = HeaderAlias.field(named: column.name) ?? HeaderAlias.field(named: name),
                taken[field] == nil
            else { continue }
            guard field != .rating && field.instrument == nil || looksLikeRatings(column) else { continue }
            taken[field] = column
        }
        let rest = columns.filter { column in !taken.values.contains { $0.name == column.name } }
        if taken[.postedAt] == nil, taken[.openedAt] == nil { taken[.postedAt] = rest.first { looksLikeTimes($0) } }
        if taken[.text] == nil, taken[.caseID] == nil { taken[.text] = longest(rest) }
        var guesses: [Field: ColumnGuess] = [:]
        for (field, column) in taken { guesses[field] = guess(field, column) }
        return guesses
    }

    private static func guess(_ field: Field, _ column: SourceSample.Column) -> ColumnGuess {
        let name = YamlText.scalar(column.name)
        if field.isTime { return time(column) }
        let yaml =
            switch field {
            case .rating: rating(column)
            case .answer: answer(field, column)
            default: name
            }
        return ColumnGuess(column: column.name, yaml: yaml, needsZone: false)
    }

    // MARK: - Times

    private static let patterns = [
        "MM/dd/yyyy hh:mm:ss a", "MM/dd/yyyy hh:mm a", "MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm", "MM/dd/yyyy",
        "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm",
        "dd.MM.yyyy", "yy/MM/dd HH:mm", "yy/MM/dd",
    ]

    private static func time(_ column: SourceSample.Column) -> ColumnGuess {
        let name = YamlText.scalar(column.name)
        let found = fitting(column.values)
        guard let first = found.first else {
            if let partly = readingMost(column) { return partly }
            return ColumnGuess(
                column: column.name,
                yaml:
                    "{column: \(name), format: \"yyyy/MM/dd HH:mm\"}  # the times are in no form that is known; give their pattern",
                needsZone: true
            )
        }
        let seen = "\(column.values.count) times read"
        guard let pattern = first.pattern else {
            return ColumnGuess(column: column.name, yaml: "{column: \(name)}  # \(seen)", needsZone: first.needsZone)
        }
        let other = found.dropFirst().first?.pattern.map { "; \"\($0)\" fits as well: make sure" } ?? ""
        return ColumnGuess(
            column: column.name,
            yaml: "{column: \(name), format: \"\(pattern)\"}  # \(seen)\(other)",
            needsZone: first.needsZone
        )
    }

    /// The form that reads the most values, when that is more than half of them.
    private static func readingMost(_ column: SourceSample.Column) -> ColumnGuess? {
        let counts =
            [(pattern: nil, read: readCount(column.values, nil))]
            + patterns.map { (pattern: Optional($0), read: readCount(column.values, TimePattern($0))) }
        // Of equal counts the first stays, and the form without a pattern is first.
        guard let best = counts.enumerated().max(by: { ($0.1.read, -$0.0) < ($1.1.read, -$1.0) })?.element,
            best.read * 2 > column.values.count
        else { return nil }
        let format = best.pattern.map { ", format: \"\($0)\"" } ?? ""
        let seen = "\(best.read) of \(column.values.count) times read; rows with the others go to quarantine"
        return ColumnGuess(
            column: column.name,
            yaml: "{column: \(YamlText.scalar(column.name))\(format)}  # \(seen)",
            needsZone: true
        )
    }

    private static func readCount(_ values: [String], _ pattern: TimePattern?) -> Int {
        let reader = TimeReader(pattern: pattern, zone: .workspace(.utc))
        // A value that is no time is not counted, and that is all there is to say of it.
        return values.count { (try? reader.read($0)) != nil }
    }

    /// The forms that read every value; `nil` is the one that needs no pattern.
    private static func fitting(_ values: [String]) -> [(pattern: String?, needsZone: Bool)] {
        guard !values.isEmpty else { return [] }
        if let needsZone = reads(values, nil) { return [(nil, needsZone)] }
        return patterns.compactMap { text in
            TimePattern(text).flatMap { reads(values, $0) }.map { (text, $0) }
        }
    }

    /// Whether all values are times, and whether any carries no zone.
    private static func reads(_ values: [String], _ pattern: TimePattern?) -> Bool? {
        let reader = TimeReader(pattern: pattern, zone: .workspace(.utc))
        var needsZone = false
        for value in values {
            // A value that is no time only says that the form does not fit.
            guard let time = try? reader.read(value) else { return nil }
            if time.zoneOrigin != .text { needsZone = true }
        }
        return needsZone
    }

    private static func looksLikeTimes(_ column: SourceSample.Column) -> Bool {
        // Bare digits are more often ids than times.
        let digitsOnly = column.values.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        return !digitsOnly && !fitting(column.values).isEmpty
    }

    private static func longest(_ columns: [SourceSample.Column]) -> SourceSample.Column? {
        let lengths = columns.map { column in column.values.reduce(0) { $0 + $1.count } / max(1, column.values.count) }
        guard let best = lengths.max(), best >= 12, let index = lengths.firstIndex(of: best) else { return nil }
        return columns[index]
    }

    // MARK: - Ratings

    /// Numbers, or a few short words.
    private static func looksLikeRatings(_ column: SourceSample.Column) -> Bool {
        !ratings(column).isEmpty || column.values.isEmpty
            || (Set(column.values).count <= 12 && column.values.allSatisfy { $0.count <= 20 })
    }

    private static func ratings(_ column: SourceSample.Column) -> [Int] {
        column.values.compactMap { RatingReader.plainNumber($0) }
    }

    private static func rating(_ column: SourceSample.Column) -> String {
        let name = YamlText.scalar(column.name)
        let numbers = ratings(column)
        guard let low = numbers.min(), let high = numbers.max() else { return "{column: \(name), \(words(column))}" }
        let scale =
            switch (low, high) {
            case (1_000..., ...5_000): "1..5"
            case (1_000..., ...7_000): "1..7"
            case (0..., ...10_000): "0..10"
            default: "0..100"
            }
        return "{column: \(name), scale: \(scale)}  # values from \(plain(low)) to \(plain(high))"
    }

    /// An answer to a survey question: on the usual scale where its values fit, and on their own otherwise.
    private static func answer(_ field: Field, _ column: SourceSample.Column) -> String {
        let name = YamlText.scalar(column.name)
        let numbers = ratings(column)
        guard let instrument = field.instrument, let low = numbers.min(), let high = numbers.max() else {
            return "{column: \(name), \(words(column))}"
        }
        let usual = instrument.usualScale
        let seen = "# values from \(plain(low)) to \(plain(high))"
        if low >= usual.low * 1_000 && high <= usual.high * 1_000 {
            return "{column: \(name), scale: \(usual.low)..\(usual.high)}  \(seen)"
        }
        if instrument == .netPromoter { return "{column: \(name)}  \(seen): nps is asked from 0 to 10, make sure" }
        let top = [7, 10, 100].first { high <= $0 * 1_000 } ?? 100
        let scale = top == 7 && low >= 1_000 ? "1..7" : "0..\(top)"
        return "{column: \(name), scale: \(scale)}  \(seen); when 1 is the best, turn the scale round"
    }

    private static func plain(_ thousandths: Int) -> String {
        thousandths % 1_000 == 0
            ? "\(thousandths / 1_000)" : "\(thousandths / 1_000).\((thousandths % 1_000).padded(to: 3))"
    }

    /// Words of satisfaction, best first, with the points of a scale of five.
    private static func words(_ column: SourceSample.Column) -> String {
        let known: [(words: [String], points: Int)] = [
            (["非常に満足", "とても満足", "大変満足", "たいへん満足", "very satisfied", "excellent"], 5),
            (["満足", "やや満足", "satisfied", "good"], 4),
            (["普通", "ふつう", "どちらともいえない", "どちらとも言えない", "neutral", "fair"], 3),
            (["不満", "やや不満", "dissatisfied", "poor"], 2),
            (["非常に不満", "とても不満", "大変不満", "たいへん不満", "very dissatisfied", "bad"], 1),
        ]
        let seen = Array(Set(column.values)).sorted().prefix(12)
        let pairs = seen.map { word in
            let points = known.first { $0.words.contains(word.lowercased()) }?.points
            return "\(YamlText.scalar(word)): \(points.map { String($0) } ?? "3")"
        }
        return "scale: 1..5, words: {\(pairs.joined(separator: ", "))}"
    }
}
