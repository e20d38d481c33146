/// One place of a term.
struct PatternElement: Hashable {
    /// Ways to fill the place, each a run of symbols.
    var alternatives: [[String]]
    var isOptional = false
    /// What the term says at the place when that may be read in several ways; empty for a single symbol.
    ///
    /// In one language equal names have equal alternatives.
    var name = ""
}

/// One step of a term.
enum PatternStep: Hashable {
    case element(PatternElement)
    /// Up to so many tokens of any kind.
    case gap(Int)
}

/// Reads the syntax of terms, and remembers their parts, of which most stand in many terms.
struct TermParser {
    /// Classes may name classes, so many deep.
    private static let deepestClass = 5

    /// Splits a plain word of a term into the symbols the tokenizer would make of it.
    private let split: (String) -> [String]
    /// Terms of each class by its name.
    private let classes: [String: [String]]
    private var knownSteps: [String: [PatternStep]] = [:]
    private var knownWords: [String: [String]] = [:]
    private var knownMembers: [String: [[String]]] = [:]

    init(classes: [String: [String]] = [:], split: @escaping (String) -> [String]) {
        self.classes = classes
        self.split = split
    }

    /// Why a term cannot be read.
    struct Failure: Error {
        let message: String
    }

    mutating func parse(_ term: String) throws(Failure) -> [PatternStep] {
        var steps: [PatternStep] = []
        for part in term.split(separator: " ") { steps += try step(String(part)) }
        if steps.isEmpty { throw Failure(message: "nothing of '\(term)' is left as a word") }
        guard case .element(let first)? = steps.first else { throw Failure(message: "a term cannot begin with a gap") }
        if first.isOptional { throw Failure(message: "the first element cannot be optional") }
        if case .gap? = steps.last { throw Failure(message: "a term cannot end with a gap") }
        return steps
    }

    /// Members of a class, each a run of symbols; `nil` for an unknown one.
    mutating func members(_ name: String) -> [[String]]? {
        if let known = knownMembers[name] { return known }
        let found = members(name, depth: 0)
        knownMembers[name] = found
        return found
    }

    private mutating func members(_ name: String, depth: Int) -> [[String]]? {
        guard let terms = classes[name], depth < Self.deepestClass else { return nil }
        var runs: [[String]] = []
        for term in terms {
            if term.hasPrefix("<"), term.hasSuffix(">") {
                runs += members(String(term.dropFirst().dropLast()), depth: depth + 1) ?? []
            } else {
                var run: [String] = []
                for word in term.split(separator: " ") { run += symbols(String(word)) }
                if !run.isEmpty { runs.append(run) }
            }
        }
        return runs
    }

    private mutating func symbols(_ word: String) -> [String] {
        if let known = knownWords[word] { return known }
        let found = split(word)
        knownWords[word] = found
        return found
    }

    private mutating func step(_ part: String) throws(Failure) -> [PatternStep] {
        if let known = knownSteps[part] { return known }
        let steps = try newStep(part)
        knownSteps[part] = steps
        return steps
    }

    private mutating func newStep(_ part: String) throws(Failure) -> [PatternStep] {
        if part.hasPrefix("*"), part.count > 1 {
            guard let width = Int(part.dropFirst()), (1...12).contains(width) else {
                throw Failure(message: "gap '\(part)' is not *1…*12")
            }
            return [.gap(width)]
        }
        let isOptional = part.count > 1 && part.hasSuffix("?")
        let body = isOptional ? String(part.dropLast()) : part
        var alternatives: [[String]] = []
        for choice in body.split(separator: "|") { alternatives += try expand(String(choice)) }
        // Politeness such as ます is left out of texts, and so of terms.
        if alternatives.isEmpty { return [] }
        if alternatives.count == 1, !isOptional {
            return alternatives[0].map { .element(PatternElement(alternatives: [[$0]])) }
        }
        return [.element(PatternElement(alternatives: alternatives, isOptional: isOptional, name: body))]
    }

    private mutating func expand(_ choice: String) throws(Failure) -> [[String]] {
        if choice == "<number>" { return [["<number>"]] }
        if choice.hasPrefix("<"), choice.hasSuffix(">"), choice.count > 2 {
            let name = String(choice.dropFirst().dropLast())
            guard let found = members(name) else { throw Failure(message: "unknown class '\(name)'") }
            return found
        }
        let symbols = symbols(choice)
        return symbols.isEmpty ? [] : [symbols]
    }
}
