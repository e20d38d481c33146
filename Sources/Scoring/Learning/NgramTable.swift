import Feedback

/// Runs of one to three words that stand in enough texts.
struct NgramTable {
    static let longest = 3

    /// Terms in the order in which they were first seen.
    private(set) var terms: [String] = []
    /// Texts that hold each term.
    private(set) var counts: [Int] = []
    /// How much of a step each term takes: longer ones less, so that what words share is learnt of the words.
    private(set) var values: [Double] = []
    private var numbers: [String: Int] = [:]
    /// Numbers of the terms of each text, rising, each once.
    private(set) var rows: [[Int32]] = []

    /// - Parameters:
    ///   - texts: words of each text, run by run.
    ///   - minimum: texts a term must stand in.
    ///   - largestShare: single words in more than this share of the texts are left out; they say nothing.
    init(_ texts: [[[String]]], minimum: Int, largestShare: Double) {
        var numbers: [String: Int] = [:]
        var all: [String] = []
        var frequency: [Int] = []
        let found = texts.map { runs in
            var own: Set<Int> = []
            Self.forEach(runs) { term in
                let number = numbers[term] ?? all.count
                if number == all.count {
                    numbers[term] = number
                    all.append(term)
                    frequency.append(0)
                }
                if own.insert(number).inserted { frequency[number] += 1 }
            }
            return own.sorted()
        }
        let most = Int(Double(texts.count) * largestShare)
        var kept = [Int32](repeating: -1, count: all.count)
        for (number, term) in all.enumerated() where frequency[number] >= minimum {
            if !term.contains(" "), frequency[number] > most || term == LemmaReader.number { continue }
            kept[number] = Int32(terms.count)
            self.numbers[term] = terms.count
            values.append(1 / Double(term.split(separator: " ").count))
            terms.append(term)
            counts.append(frequency[number])
        }
        rows = found.map { $0.map { kept[$0] }.filter { $0 >= 0 } }
    }

    /// The terms within a term, itself among them.
    func parts(of number: Int) -> [Int] {
        var found: [Int] = []
        let run = terms[number].split(separator: " ").map(String.init)
        Self.forEach([run]) { if let part = numbers[$0] { found.append(part) } }
        return found
    }

    private static func forEach(_ runs: [[String]], _ body: (String) -> Void) {
        for run in runs {
            for start in run.indices {
                var term = ""
                for place in start..<min(start + longest, run.count) {
                    term += term.isEmpty ? run[place] : " " + run[place]
                    body(term)
                }
            }
        }
    }
}
