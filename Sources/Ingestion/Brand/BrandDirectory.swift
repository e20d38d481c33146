/// Finds brands by their names in headings, titles and texts.
///
/// Names are compared without regard to case and width; a longer name wins over a shorter one inside it; a name in
/// Latin letters must stand as a word, one in katakana must not be cut out of a longer word.
package struct BrandDirectory: Sendable {
    /// A brand found in a text.
    package struct Mention: Hashable, Sendable {
        package let canonical: String
        /// Index of the first folded character.
        package let position: Int
    }

    private struct Name: Sendable {
        let folded: [UInt32]
        let brand: Int
        let isAmbiguous: Bool
    }

    private var canonicals: [String] = []
    /// Names by their first character, longest first.
    private var names: [UInt32: [Name]] = [:]
    private var exact: [String: Int] = [:]
    /// Names as they were given, which a source mostly writes as well.
    private var written: [String: Int] = [:]
    /// A bit for each character below 65,536 that begins a name: most begin none.
    private var beginnings = [UInt64](repeating: 0, count: 1_024)
    private var cues: [Int: [[UInt32]]] = [:]

    /// - Parameter brands: Of a name that stands with two brands, the first counts: give a workspace's own brands first.
    package init(_ brands: [BrandName] = []) {
        for brand in brands { add(brand) }
        for key in names.keys { names[key]?.sort { $0.folded.count > $1.folded.count } }
    }

    package var isEmpty: Bool { canonicals.isEmpty }

    /// The canonical name of what a source calls a brand; the name itself when it is not known.
    package func canonical(_ name: String) -> String {
        if canonicals.isEmpty { return name }
        return (written[name] ?? exact[WidthFolding.key(name)]).map { canonicals[$0] } ?? name
    }

    /// The brand that a text consists of: the whole text, without brackets, numbers and bullets, is one of its names.
    package func brand(named text: String) -> String? {
        exact[WidthFolding.key(HeadingText.bare(text))].map { canonicals[$0] }
    }

    /// The brands a text names, in the order of the text.
    ///
    /// - Parameters:
    ///   - text: A heading, title or running text.
    ///   - acceptsAmbiguous: Whether names that are everyday words count without context, as in a heading.
    /// - Returns: One mention for each place.
    package func mentions(in text: String, acceptsAmbiguous: Bool = false) -> [Mention] {
        guard !names.isEmpty else { return [] }
        let scalars = WidthFolding.scalars(text)
        var found: [Mention] = []
        var index = 0
        while index < scalars.count {
            guard let name = longestName(scalars, at: index) else {
                index += 1
                continue
            }
            if acceptsAmbiguous || !name.isAmbiguous || hasContext(name, scalars, at: index) {
                found.append(Mention(canonical: canonicals[name.brand], position: index))
            }
            index += name.folded.count
        }
        return found
    }

    /// The brand a text names most often; of equals, the one named first.
    package func mostFrequent(in text: String) -> String? {
        var counts: [String: Int] = [:]
        let found = mentions(in: text)
        for mention in found { counts[mention.canonical, default: 0] += 1 }
        let best = counts.values.max() ?? 0
        return found.first { counts[$0.canonical] == best }?.canonical
    }

    /// The one brand a text names; `nil` when it names none or several.
    package func only(in text: String) -> String? {
        let found = Set(mentions(in: text).map(\.canonical))
        return found.count == 1 ? found.first : nil
    }

    private mutating func add(_ brand: BrandName) {
        let index: Int
        if let known = exact[WidthFolding.key(brand.canonical)] {
            // A workspace may keep a well-known brand under another of its names.
            index = known
        } else {
            index = canonicals.count
            canonicals.append(brand.canonical)
        }
        cues[index, default: []].append(contentsOf: brand.cues.map { WidthFolding.scalars($0) })
        for name in [brand.canonical] + brand.aliases {
            let key = WidthFolding.key(name)
            let folded = WidthFolding.scalars(name)
            if let known = exact[key] { written[name] = known }
            guard !key.isEmpty, let first = folded.first, exact[key] == nil else { continue }
            exact[key] = index
            written[name] = index
            if first < 65_536 { beginnings[Int(first / 64)] |= 1 << UInt64(first % 64) }
            names[first, default: []].append(
                Name(folded: folded, brand: index, isAmbiguous: brand.ambiguous.contains(name))
            )
        }
    }

    private func longestName(_ scalars: [UInt32], at index: Int) -> Name? {
        let first = scalars[index]
        if first < 65_536, beginnings[Int(first / 64)] >> UInt64(first % 64) & 1 == 0 { return nil }
        guard WordEdge.mayBegin(scalars, index), let candidates = names[first] else { return nil }
        return candidates.first { name in
            let end = index + name.folded.count
            return end <= scalars.count && isEqual(scalars, index, name.folded)
                && WordEdge.isWhole(scalars, index..<end)
        }
    }

    private func isEqual(_ scalars: [UInt32], _ start: Int, _ name: [UInt32]) -> Bool {
        for place in name.indices where scalars[start + place] != name[place] { return false }
        return true
    }

    /// An everyday word is a brand when a word of its maker stands beside it or one of its cues in the text.
    private func hasContext(_ name: Name, _ scalars: [UInt32], at index: Int) -> Bool {
        let end = index + name.folded.count
        let after = scalars[end..<min(scalars.count, end + 12)]
        if Self.followers.contains(where: { after.starts(with: $0) }) { return true }
        return (cues[name.brand] ?? []).contains { cue in
            scalars.indices.contains { start in
                scalars[start...].starts(with: cue) && WordEdge.isWhole(scalars, start..<start + cue.count)
            }
        }
    }

    private static let followers: [[UInt32]] = [
        " inc", " corp", " store", " support", "'s support", "'s customer", " customer s", " japan", "社", "のサポート",
        "のカスタマー", "のお客様", "カスタマー", "ストア", "公式", "サポート", "ジャパン", "本社",
    ].map { WidthFolding.scalars($0) }
}

/// Whether a run of characters stands as a word of its own.
enum WordEdge {
    static func isWhole(_ scalars: [UInt32], _ range: Range<Int>) -> Bool {
        guard mayBegin(scalars, range.lowerBound) else { return false }
        let after = range.upperBound < scalars.count ? scalars[range.upperBound] : 0x20
        let last = scalars[range.upperBound - 1]
        if isLatin(last), isLatin(after), !isPlural(scalars, range) { return false }
        // A short katakana name is often the head of another word; a long one is followed by what it makes.
        if isKatakana(last), isKatakana(after), range.count < 4 { return false }
        return true
    }

    /// Whether a word may begin at a character: none goes on there.
    static func mayBegin(_ scalars: [UInt32], _ index: Int) -> Bool {
        guard index > 0 else { return true }
        let (before, first) = (scalars[index - 1], scalars[index])
        return !(isLatin(first) && isLatin(before)) && !(isKatakana(first) && isKatakana(before))
    }

    static func isLatin(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value)
            || (0xC0...0x24F).contains(value)
    }

    static func isKatakana(_ value: UInt32) -> Bool {
        (0x30A1...0x30FA).contains(value) || value == 0x30FC
    }

    /// `Zappos'` and `Lottes`: an s at the end of a longer Latin name does not make another word.
    private static func isPlural(_ scalars: [UInt32], _ range: Range<Int>) -> Bool {
        guard range.count > 4, scalars[range.upperBound] == 0x73 else { return false }
        return range.upperBound + 1 >= scalars.count || !isLatin(scalars[range.upperBound + 1])
    }
}
