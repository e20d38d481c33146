/// Runs of words that stand in enough texts, by number.
struct NgramTable {
    /// Texts with their terms, in one flat array.
    struct Rows {
        /// Where each text begins, and one end more.
        private(set) var starts = [0]
        /// Numbers of the terms of each text, rising, each once.
        private(set) var columns: [Int32] = []

        var count: Int { starts.count - 1 }

        mutating func append(_ terms: some Sequence<Int32>) {
            columns.append(contentsOf: terms)
            starts.append(columns.count)
        }

        @inline(__always)
        func range(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

        /// The texts of some rows with the terms that get a new number.
        func restricted(to rows: [Int], renumbered: [Int32]) -> Rows {
            var found = Rows()
            for row in rows { found.append(columns[range(row)].lazy.map { renumbered[Int($0)] }.filter { $0 >= 0 }) }
            return found
        }
    }

    /// Words of the longest run: three of them fit a key.
    static let longest = 3
    /// A word's number must be below this.
    static let mostWords = 1 << 21

    /// Words of each term, by number.
    private(set) var terms: [[Int32]] = []
    /// Texts that hold each term.
    private(set) var counts: [Int] = []
    private(set) var rows = Rows()

    /// - Parameters:
    ///   - texts: numbers of the words of each text; negative ones end a run.
    ///   - minimum: texts a term must stand in.
    ///   - longest: words of a term, up to three.
    init(_ texts: [[Int32]], minimum: Int, longest: Int) {
        var numbers: [UInt64: Int32] = [:]
        var found = [Set<Int32>](repeating: [], count: texts.count)
        for length in 1...max(1, min(longest, Self.longest)) {
            let frequent = Self.frequent(texts, length, known: numbers, minimum)
            for term in frequent.order where !isRepetition(term, length, frequent.counts[term] ?? 0, numbers) {
                numbers[term] = Int32(terms.count)
                terms.append(Self.words(term))
                counts.append(frequent.counts[term] ?? 0)
            }
            for (text, words) in texts.enumerated() {
                Self.forEach(words, length) { if let number = numbers[$0] { found[text].insert(number) } }
            }
        }
        for terms in found { rows.append(terms.sorted()) }
    }

    /// Whether a longer run stands in nearly all texts of a shorter one within it, and so says nothing more.
    private func isRepetition(_ term: UInt64, _ length: Int, _ count: Int, _ numbers: [UInt64: Int32]) -> Bool {
        guard length > 1 else { return false }
        let parts = [term & (1 << UInt64(21 * (length - 1)) - 1), term >> 21]
        return parts.contains { part in
            guard let number = numbers[part] else { return false }
            return count * 10 >= counts[Int(number)] * 9
        }
    }

    /// Runs of some length in enough texts, in the order in which they were first seen.
    ///
    /// A run can only be frequent when the run without its last word is, so the others are not counted.
    private static func frequent(
        _ texts: [[Int32]],
        _ length: Int,
        known: [UInt64: Int32],
        _ minimum: Int
    ) -> (order: [UInt64], counts: [UInt64: Int]) {
        var counts: [UInt64: Int] = [:]
        var order: [UInt64] = []
        for words in texts {
            var own: Set<UInt64> = []
            forEach(words, length) { term in
                if length > 1, known[term & (1 << UInt64(21 * (length - 1)) - 1)] == nil { return }
                guard own.insert(term).inserted else { return }
                if let count = counts[term] {
                    counts[term] = count + 1
                } else {
                    counts[term] = 1
                    order.append(term)
                }
            }
        }
        return (order.filter { counts[$0, default: 0] >= minimum }, counts)
    }

    private static func forEach(_ words: [Int32], _ length: Int, _ body: (UInt64) -> Void) {
        guard words.count >= length else { return }
        for start in 0...(words.count - length) {
            var term: UInt64 = 0
            var isWhole = true
            for place in 0..<length {
                let word = words[start + place]
                if word < 0 { isWhole = false }
                term |= UInt64(UInt32(bitPattern: word &+ 1)) << UInt64(21 * place)
            }
            if isWhole { body(term) }
        }
    }

    /// Numbers of the words that a key is made of, each one more than the word's number and in 21 bits.
    private static func words(_ term: UInt64) -> [Int32] {
        (0..<longest).compactMap { place in
            let part = term >> UInt64(21 * place) & UInt64(mostWords - 1)
            return part == 0 ? nil : Int32(part) - 1
        }
    }
}
