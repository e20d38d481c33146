import Feedback

/// Reads a word list into checked rows; a bad row becomes a problem and is left out.
package struct LexiconReader {
    package static let columns = [
        "term", "kind", "pos", "valence", "facet", "polarity", "signal", "weight", "source", "licence", "note",
    ]

    package init() {}

    /// Reads one file.
    ///
    /// - Returns: rows in the order of the file, and problems in the same order.
    package func parse(_ file: LexiconFile) -> (entries: [LexiconEntry], problems: [LexiconProblem]) {
        var reading = FileReading(file: file)
        var number = 0
        for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            reading.read(line.last == UInt8(ascii: "\r") ? line.dropLast() : line, number: number)
        }
        return (reading.entries, reading.problems)
    }
}

/// The state of reading one file.
private struct FileReading {
    let file: LexiconFile
    var language: Language?
    /// The list serves every language, which only emoji and emoticons can.
    var holdsGlyphsOnly = false
    var sawColumns = false
    var entries: [LexiconEntry] = []
    var problems: [LexiconProblem] = []
    private var line = 0

    init(file: LexiconFile) {
        self.file = file
        language = Language.scored.first { file.name.hasPrefix("\($0.rawValue)/") }
    }

    mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) {
        line = number
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return report(1, "the line is not UTF-8: save the file as UTF-8")
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
        let cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
            trimmed(String(decoding: $0, as: UTF8.self))
        }
        if !sawColumns, cells.first == "term" { return readColumns(cells) }
        if text.hasPrefix("#"), !sawColumns || text.hasPrefix("# ") || cells.count < 2 { return readHeader(text) }
        guard sawColumns else { return report(1, "a row before the line of column names 'term kind pos …'") }
        readRow(cells)
    }

    private mutating func readColumns(_ cells: [String]) {
        sawColumns = true
        for (index, expected) in LexiconReader.columns.enumerated()
        where index >= cells.count || cells[index] != expected {
            let found = index < cells.count ? cells[index] : ""
            return report(index + 1, "column '\(expected)' expected, found '\(found)'")
        }
    }

    private mutating func readHeader(_ text: String) {
        guard text.hasPrefix("#language:") else { return }
        let code = trimmed(String(text.dropFirst("#language:".count)))
        if code == "any" {
            language = LanguageRegistry.ofGlyphs
            holdsGlyphsOnly = true
            return
        }
        guard let named = Language(rawValue: code), named != .unknown else {
            let codes = Language.scored.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            return report(1, "unknown language '\(code)': write \(codes) or, for emoji and emoticons, 'any'")
        }
        language = named
    }

    private mutating func readRow(_ cells: [String]) {
        let before = problems.count
        func cell(_ index: Int) -> String { index < cells.count ? cells[index] : "" }
        if cells.count > LexiconReader.columns.count { report(12, "\(cells.count) columns, at most 11 expected") }
        if cell(0).isEmpty { report(1, "empty term") }
        guard let kind = EntryKind(rawValue: cell(1)) else { return report(2, "unknown kind '\(cell(1))'") }
        if holdsGlyphsOnly, kind != .emoji, kind != .emoticon {
            return report(2, "kind '\(kind.rawValue)' belongs to one language; only emoji and emoticons serve any")
        }
        guard let language else { return report(1, "no '#language:' line above the first row") }
        if kind.isGlyph, cell(0).utf8.count < 2 { report(1, "'\(cell(0))' is a single letter or sign, not a face") }
        if kind == .classMember || kind == .variant, cell(2).isEmpty {
            report(3, "kind '\(kind.rawValue)' needs a name here")
        }
        if kind == .event, EventKind(rawValue: cell(2)) == nil {
            let names = EventKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            report(3, "unknown event '\(cell(2))': write one of \(names)")
        }
        if kind == .cue, cell(0).utf8.contains(where: { "|?*=#".utf8.contains($0) }) {
            report(1, "a cue is plain words, and '\(cell(0))' holds a sign of patterns")
        }
        let valence = integer(cell(3), column: 4, in: -1_000...1_000)
        let facet = cell(4).isEmpty ? nil : Facet(rawValue: cell(4))
        if facet == nil, !cell(4).isEmpty { report(5, "unknown facet '\(cell(4))'") }
        let polarity = integer(cell(5), column: 6, in: -1...1)
        if polarity != nil, cell(4).isEmpty { report(6, "polarity without a facet") }
        let signal = cell(6).isEmpty ? nil : LoyaltySignal(rawValue: cell(6))
        if signal == nil, !cell(6).isEmpty { report(7, "unknown signal '\(cell(6))'") }
        let weight = integer(cell(7), column: 8, in: -3_000...5_000)
        if kind == .cue, !cell(4).isEmpty || !cell(6).isEmpty {
            if !cell(4).isEmpty, polarity == nil || polarity == 0 { report(6, "a cue of a facet needs -1 or 1 here") }
            if !cell(4).isEmpty, !cell(6).isEmpty {
                report(7, "a cue speaks for a facet or for a signal, not for both")
            }
            if !cell(3).isEmpty { report(4, "a cue of a facet or signal has no valence; its points are the weight") }
            if cell(7).isEmpty { report(8, "a cue of a facet or signal needs its points here; 1000 are enough alone") }
        }
        if let bad = FacetClaim.all(inNote: cell(10)).bad {
            report(11, "'\(bad)' in 'also=' is no second or third facet: write 'also=speed+' or 'also=speed-,remedy0'")
        }
        guard problems.count == before else { return }
        entries.append(
            LexiconEntry(
                term: cell(0),
                kind: kind,
                partOfSpeech: cell(2),
                valence: valence,
                facet: facet,
                polarity: polarity.flatMap { Polarity(rawValue: $0) } ?? .bare,
                signal: signal,
                weight: weight,
                source: cell(8),
                licence: cell(9),
                note: cell(10),
                language: language,
                file: file.name,
                line: line
            )
        )
    }

    private mutating func integer(_ text: String, column: Int, in range: ClosedRange<Int>) -> Int? {
        if text.isEmpty { return nil }
        guard let number = Int(text), range.contains(number) else {
            report(column, "'\(text)' is not a whole number in \(range.lowerBound)…\(range.upperBound)")
            return nil
        }
        return number
    }

    private mutating func report(_ column: Int, _ message: String) {
        problems.append(LexiconProblem(file: file.name, line: line, column: column, severity: .error, message: message))
    }
}

private func trimmed(_ text: String) -> String {
    if text.utf8.first != 0x20, text.utf8.last != 0x20 { return text }
    var part = text.utf8[...]
    while part.first == 0x20 { part = part.dropFirst() }
    while part.last == 0x20 { part = part.dropLast() }
    return String(Substring(part))
}
