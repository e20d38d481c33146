/// Reads the lists of other tools; a bad line becomes a problem and is left out.
package struct ListReader {
    private let lines: [Substring]

    package init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// The format that the first lines look like; quanteda's YAML is told by its keys.
    package var guessedFormat: ImportFormat {
        let first = lines.lazy.filter { !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("#") }.prefix(20)
        if first.first == "%" { return .liwc }
        if first.contains(where: { $0.hasPrefix("ポジ") || $0.hasPrefix("ネガ") }) { return .tohoku }
        let cells = first.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        if cells.contains(where: { $0.count >= 2 && ["p", "n", "e"].contains($0[1]) }) { return .tohoku }
        if cells.contains(where: { $0.count >= 4 && $0[3].hasPrefix("[") }) { return .vader }
        return cells.contains { $0.count >= 2 } ? .tsv : .quanteda
    }

    /// Reads all formats of lines; quanteda's YAML is not one of them and gives nothing.
    package func read(_ format: ImportFormat) -> ImportedList {
        switch format == .auto ? guessedFormat : format {
        case .vader: numbers(largest: 4)
        case .tsv: numbers(largest: nil)
        case .liwc: categories()
        case .tohoku: tohoku()
        case .quanteda, .auto: ImportedList()
        }
    }

    /// Word and number; the scale is ±`largest`, or the next usual one above the greatest number.
    private func numbers(largest: Double?) -> ImportedList {
        var list = ImportedList()
        var found: [(term: String, value: Double, line: Int)] = []
        for (index, line) in lines.enumerated() where !Self.isEmpty(line) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count >= 2, let value = Double(Self.trimmed(cells[1])), value.isFinite else {
                // The first line may name the columns.
                if index > 0 { list.report(index + 1, "no tab and number after the word") }
                continue
            }
            found.append((Self.trimmed(cells[0]), value, index + 1))
        }
        let greatest = found.reduce(0) { max($0, abs($1.value)) }
        let scale = largest ?? [1, 5, 10, 100, 1_000].first { $0 >= greatest } ?? greatest
        for item in found {
            let valence = Int((item.value / scale * 1_000).rounded())
            guard abs(valence) <= 1_000 else {
                list.report(item.line, "\(item.value) lies outside ±\(scale)")
                continue
            }
            list.add(ImportedWord(term: item.term, valence: valence, line: item.line))
        }
        return list
    }

    /// LIWC: `%`, numbered categories, `%`, words with numbers of categories.
    private func categories() -> ImportedList {
        var list = ImportedList()
        var names: [String: String] = [:]
        var marks = 0
        for (index, line) in lines.enumerated() where !Self.isEmpty(line) {
            if Self.trimmed(line) == "%" {
                marks += 1
                continue
            }
            let cells = line.split { $0 == "\t" || $0 == " " && marks < 2 }.map(Self.trimmed).filter { !$0.isEmpty }
            if marks == 1 {
                if cells.count == 2 { names[cells[0]] = cells[1] } else { list.report(index + 1, "not 'number name'") }
            } else if marks == 0 {
                list.report(index + 1, "a line before the first %")
            } else {
                addWord(cells, names, index + 1, &list)
            }
        }
        if marks < 2 { list.report(lines.count, "no head of categories between two lines of %") }
        return list
    }

    private func addWord(_ cells: [String], _ names: [String: String], _ line: Int, _ list: inout ImportedList) {
        guard let word = cells.first, cells.count > 1 else { return list.report(line, "a word without categories") }
        let numbers = cells.dropFirst().flatMap { $0.split(separator: " ").map(String.init) }
        for number in numbers where names[number] == nil { list.report(line, "unknown category \(number)") }
        let found = numbers.compactMap { names[$0] }
        let signs = Set(found.compactMap(Self.sign(ofCategory:)))
        guard signs.count == 1, let sign = signs.first else {
            if signs.count > 1 { list.report(line, "'\(word)' is both positive and negative") }
            return
        }
        let isStem = word.hasSuffix("*")
        if isStem { list.report(line, "'\(word)' stands for a stem: taken as the word and its inflections") }
        let term = isStem ? String(word.dropLast()) : word
        list.add(ImportedWord(term: term, valence: sign * 500, note: found.joined(separator: ","), line: line))
    }

    /// The sign that a category's name tells; `nil` for categories without one.
    package static func sign(ofCategory name: String) -> Int? {
        let lower = name.lowercased()
        // LSD2015 writes its negations neg_positive and neg_negative.
        if lower.hasPrefix("neg_pos") { return -1 }
        if lower.hasPrefix("neg_neg") { return 1 }
        if lower.hasPrefix("pos") { return 1 }
        return lower.hasPrefix("neg") ? -1 : nil
    }

    /// Both files of Tohoku University: predicates by sign and kind, and nouns with p, n or e.
    private func tohoku() -> ImportedList {
        var list = ImportedList()
        for (index, line) in lines.enumerated() where !Self.isEmpty(line) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
            if cells.count >= 2, cells[0].hasPrefix("ポジ") || cells[0].hasPrefix("ネガ") {
                let sign = cells[0].hasPrefix("ポジ") ? 1 : -1
                list.add(ImportedWord(term: cells[1], valence: sign * 500, note: cells[0], line: index + 1))
            } else if cells.count >= 2, let sign = ["p": 1, "n": -1, "e": 0][cells[1]] {
                let note = cells.count > 2 ? cells[2] : ""
                if sign != 0 {
                    list.add(ImportedWord(term: cells[0], valence: sign * 400, note: note, line: index + 1))
                }
            } else {
                list.report(index + 1, "neither 'ポジ|ネガ…<tab>words' nor 'word<tab>p|n|e'")
            }
        }
        return list
    }

    private static func isEmpty(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var part = Substring(text)
        while part.first?.isWhitespace == true { part = part.dropFirst() }
        while part.last?.isWhitespace == true { part = part.dropLast() }
        return String(part)
    }
}
