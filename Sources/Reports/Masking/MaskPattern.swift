/// A regular expression of numbers that are hidden, which no text can make hang.
///
/// It runs over all its states at once (Thompson, CACM 11(6), 1968): each character of the text costs at most one look
/// at each state, and a find is at most ``longest`` characters long.
package struct MaskPattern: Hashable, Sendable {
    private enum State: Hashable, Sendable {
        case one(PatternSet, next: Int)
        case border(next: Int)
        case either(Int, Int)
        case found
    }

    /// Characters of the longest find.
    private static let longest = 128
    private static let mostStates = 2_000

    package let pattern: String
    private var states: [State] = []
    private var first = 0

    /// - Throws: `ReportError` with `badMaskingPattern`.
    package init(_ pattern: String) throws {
        self.pattern = pattern
        do {
            let end = try add(.found)
            first = try add(try PatternReader.read(pattern), before: end)
        } catch let refusal as PatternReader.Refusal {
            throw ReportError(.badMaskingPattern, at: "\"\(pattern)\"", "\(refusal.reason); mend the pattern")
        }
        guard !ends(in: closure(of: [first], at: 0, in: [])) else {
            throw ReportError(.badMaskingPattern, at: "\"\(pattern)\"", "matches nothing at all; mend the pattern")
        }
    }

    func finds(in text: ScalarText) -> [MaskedRange] {
        var finds: [MaskedRange] = []
        var start = 0
        while start < text.scalars.count {
            guard let end = end(from: start, in: text.scalars) else {
                start += 1
                continue
            }
            finds.append(text.masked(start..<end, sign: "••••"))
            start = end
        }
        return finds
    }

    /// Where the longest find that begins here ends.
    private func end(from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var live = closure(of: [first], at: start, in: scalars)
        var end: Int?
        for place in start..<min(scalars.count, start + Self.longest) {
            let next = live.compactMap { state -> Int? in
                guard case .one(let set, let next) = states[state], set.contains(scalars[place]) else { return nil }
                return next
            }
            if next.isEmpty { break }
            live = closure(of: next, at: place + 1, in: scalars)
            if ends(in: live) { end = place + 1 }
        }
        return end
    }

    private func ends(in live: [Int]) -> Bool { live.contains { states[$0] == .found } }

    /// All states that are reached without a character.
    private func closure(of seeds: [Int], at place: Int, in scalars: [Unicode.Scalar]) -> [Int] {
        var seen: Set<Int> = []
        var found: [Int] = []
        var open = seeds
        while let state = open.popLast() {
            guard seen.insert(state).inserted else { continue }
            switch states[state] {
            case .one, .found: found.append(state)
            case .either(let one, let other): open += [one, other]
            case .border(let next): if Self.isBorder(place, in: scalars) { open.append(next) }
            }
        }
        return found
    }

    private static func isBorder(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        func isOfWord(_ place: Int) -> Bool {
            scalars.indices.contains(place) && NameScript(scalars[place]) == .latin
        }
        return isOfWord(place - 1) != isOfWord(place)
    }

    private mutating func add(_ state: State) throws -> Int {
        guard states.count < Self.mostStates else {
            throw PatternReader.Refusal(reason: "is too long once its counts are written out")
        }
        states.append(state)
        return states.count - 1
    }

    /// Adds the states of a part in front of a state, and says where it begins.
    private mutating func add(_ syntax: PatternSyntax, before next: Int) throws -> Int {
        switch syntax {
        case .one(let set): return try add(.one(set, next: next))
        case .border: return try add(.border(next: next))
        case .sequence(let parts): return try parts.reversed().reduce(next) { try add($1, before: $0) }
        case .choice(let branches):
            let starts = try branches.map { try add($0, before: next) }
            return try starts.dropLast().reversed().reduce(starts[starts.count - 1]) { try add(.either($1, $0)) }
        case .times(let part, let least, let most):
            var start = next
            if let most {
                for _ in least..<most { start = try add(.either(try add(part, before: start), next)) }
            } else {
                let loop = try add(.either(next, next))
                states[loop] = .either(try add(part, before: loop), next)
                start = loop
            }
            for _ in 0..<least { start = try add(part, before: start) }
            return start
        }
    }
}
