/// The report in few words: a chat message, and a page of CommonMark.
struct Summary {
    let model: ReportModel
    let phrases: any Phrases

    /// Plain text for a chat message.
    var text: [UInt8] { Array(lines.map(oneLine).joined(separator: "\n").utf8) + [0x0A] }

    /// CommonMark.
    var markdown: [UInt8] {
        var lines = ["# " + Self.escaped(title), ""]
        if let notice = model.head.notice { lines += ["> " + Self.escaped(notice), ""] }
        lines += sections.flatMap { section in
            ["## " + Self.escaped(section.heading), ""] + section.items.map { "- " + Self.escaped($0) } + [""]
        }
        lines += ["## " + phrases(.madeFrom), ""]
        lines += facts.map { "- \(Self.escaped($0.0))\(phrases.colon)`\($0.1.replacing("`", with: "'"))`" }
        return Array(lines.joined(separator: "\n").utf8) + [0x0A]
    }

    var title: String { oneLine(model.head.title ?? phrases(.reportTitle)) }

    private var sections: [(heading: String, items: [String])] {
        let head = model.head
        let told = model.brands.map { brand in
            phrases.sentences(of: brand, minimumVoices: head.minimumVoices).joined(separator: "\n")
        }
        let blind = model.brands.compactMap { brand in
            brand.insufficient.map { phrases.tooLittle($0, brand: phrases.name(of: brand)) }
        }
        let flags = model.brands.flatMap { brand in
            (brand.flags + brand.improvements).map { flag in
                "\(phrases.flagHeadline(flag, brand: phrases.name(of: brand))) [\(phrases.state(flag.state)), \(flag.id)]"
            }
        }
        let signs = model.brands.flatMap { brand in
            brand.earlySigns.map { phrases.earlySign($0, brand: phrases.name(of: brand)) }
        }
        let ledger = phrases.ledger(read: model.coverage.totalRead, lost: model.coverage.totalLost)
        return [
            (phrases(.changes), [phrases.flagsFound(FoundChanges(model.brands))] + flags + blind),
            (phrases(.earlySignsHeading), signs.isEmpty ? [phrases(.noEarlySigns)] : signs),
            (
                phrases(.verdictHeading),
                [phrases.overall(VerdictCounts(model.brands), margin: head.margin)] + told
                    + model.leftOut.map(phrases.leftOut)
            ),
            (phrases(.coverage), [ledger] + CoverageGaps(model.coverage, phrases: phrases).sentences),
        ].map { ($0.0, $0.1.map(lines)) }
    }

    /// The first sentence and under it the others, each on one line.
    private func lines(_ text: String) -> String {
        text.split(separator: "\n").map { oneLine(String($0)) }.joined(separator: "\n  ")
    }

    private var facts: [(String, String)] {
        let head = model.head
        return [
            (phrases(.run), phrases.runNumber(head.runID)), (phrases(.asOf), head.asOf), (phrases(.zone), head.zone),
            (phrases(.databaseHash), head.databaseHash), (phrases(.lexiconVersion), head.lexiconVersion),
            (phrases(.configVersion), head.configVersion), (phrases(.command), head.command),
        ].map { ($0, oneLine($1)) }
    }

    /// Line breaks and control characters would let a name pretend to be another line.
    private func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }

    /// CommonMark's special characters with a backslash in front.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "\\`*_[]<>#|&".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
