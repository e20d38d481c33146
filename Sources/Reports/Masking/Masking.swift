/// Hides personal data in texts: mail addresses, phone and card numbers, and order numbers as configured.
///
/// What is hidden is replaced by a sign of its kind that reads the same in every language.
/// Of names in running text, those that are known are hidden where somebody is addressed by them, and then in the whole
/// of that text.
package struct Masking: Hashable, Sendable {
    let patterns: [MaskPattern]
    /// Forms of the names that are known, folded.
    private var names: Set<String> = []
    /// Forms of the names that are hidden wherever they stand, folded.
    private var subjects: Set<String> = []
    /// Whole names that are hidden wherever they stand in notes, folded.
    private var noted: Set<String> = []
    /// Whether whoever is addressed is hidden, known or not.
    private var hidesStrangers = false

    /// - Parameter orderPatterns: Regular expressions of order and case numbers, such as `ORD-[0-9]{6}`.
    /// - Throws: `ReportError` with `badMaskingPattern`, at the pattern that cannot be read.
    package init(orderPatterns: [String]) throws {
        patterns = try orderPatterns.map { try MaskPattern($0) }
    }

    private init() {
        patterns = []
    }

    /// Mail addresses, phone and card numbers.
    package static let standard = Masking()

    /// The same, with the names of people who may be addressed in the texts.
    ///
    /// - Parameter people: Names as the sources give them.
    /// - Returns: A masking that hides what this one does, and the names.
    package func knowing(_ people: [String]) -> Masking {
        var masking = self
        for person in people { masking.names.formUnion(NameForms.forms(of: person)) }
        return masking
    }

    /// The same, for texts about certain people: their names are hidden wherever they stand.
    package func hiding(_ people: [String]) -> Masking {
        var masking = self
        for person in people { masking.subjects.formUnion(NameForms.forms(of: person)) }
        return masking
    }

    /// The same, for notes in which these people may be spoken of by their whole names; see ``maskedNote(_:)``.
    package func knowing(inNotes people: [String]) -> Masking {
        var masking = self
        masking.noted.formUnion(people.map(NameForms.whole))
        return masking
    }

    /// The same, for texts of which nobody knows who may be addressed in them.
    package func hidingStrangers() -> Masking {
        var masking = self
        masking.hidesStrangers = true
        return masking
    }

    /// What may be a name in the salutations of texts, folded as ``NameForms`` folds; in order, each once.
    package static func addressed(in texts: [String]) -> [String] {
        Set(texts.flatMap { SalutationFinder.candidates(in: $0).map(\.name) }).sorted()
    }

    /// Those of some words, as ``addressed(in:)`` finds them, by which known people are addressed.
    package func known(among words: [String]) -> [String] { words.filter(names.contains) }

    /// The whole names that are hidden in notes, folded, in order.
    package var knownInNotes: [String] { noted.sorted() }

    /// The text with everything personal replaced.
    package func masked(_ text: String) -> String {
        masked([TextSegment(text: text)]).map(\.text).joined()
    }

    /// A path, or a message that names files, with what is personal in the name of every file and folder replaced.
    package func maskedPaths(_ text: String) -> String {
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        return masked(names.map { masked(String($0)) }.joined(separator: "/"))
    }

    /// A note that staff wrote of customers, with everything personal replaced, and the whole names of known people
    /// wherever they stand.
    package func maskedNote(_ note: String) -> String {
        var masking = self
        masking.subjects.formUnion(noted)
        return masking.masked(note)
    }

    /// Segments with everything personal replaced, also where it runs over a border of segments.
    ///
    /// The replacement goes to the segment in which the find begins.
    package func masked(_ segments: [TextSegment]) -> [TextSegment] {
        let finds = finds(in: segments.map(\.text).joined())
        guard !finds.isEmpty else { return segments }
        var start = 0
        var result: [TextSegment] = []
        for var segment in segments {
            let bytes = Array(segment.text.utf8)
            segment.text = Self.replace(finds, in: bytes, at: start)
            start += bytes.count
            if !segment.text.isEmpty || bytes.isEmpty { result.append(segment) }
        }
        return result
    }

    /// First letter of a name and nothing else.
    package static func author(_ name: String) -> String {
        guard let first = name.first(where: { $0.isLetter || $0.isNumber }) else { return "…" }
        return "\(first)…"
    }

    /// Finds that do not overlap, in the order of the text.
    private func finds(in text: String) -> [MaskedRange] {
        let scalars = ScalarText(text)
        var finds = MailFinder.finds(in: scalars) + NumberFinder.finds(in: scalars)
        finds += patterns.flatMap { $0.finds(in: scalars) }
        let addressed = addressed(in: text)
        let hidden = subjects.union(addressed.map(\.name))
        if !hidden.isEmpty { finds += NamedFinder.finds(of: hidden, in: scalars) }
        finds += addressed.map { scalars.masked($0) }
        return MaskedRange.merged(finds)
    }

    private func addressed(in text: String) -> [SalutationFinder.Candidate] {
        if hidesStrangers { return SalutationFinder.likely(in: text) }
        return names.isEmpty ? [] : SalutationFinder.candidates(in: text).filter { names.contains($0.name) }
    }

    /// One segment's text; bytes inside a find are left out, its sign stands where it begins.
    private static func replace(_ finds: [MaskedRange], in bytes: [UInt8], at start: Int) -> String {
        let end = start + bytes.count
        var result: [UInt8] = []
        var position = start
        for find in finds where find.start < end && find.end > start {
            let from = max(find.start, start)
            if from > position { result += bytes[position - start..<from - start] }
            if find.start >= start { result += Array(find.sign.utf8) }
            position = max(position, min(find.end, end))
        }
        if position < end { result += bytes[(position - start)...] }
        return String(decoding: result, as: UTF8.self)
    }
}
