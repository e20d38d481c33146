/// One place of a term.
struct PatternElement: Hashable {
    /// Ways to fill the place, each a run of symbols.
    var alternatives: [[String]]
    var isOptional = false
}

/// One step of a term.
enum PatternStep: Hashable {
    case element(PatternElement)
    /// Up to so many tokens of any kind.
    case gap(Int)
}

/// Reads the syntax of terms.
struct TermParser {
    /// Splits a plain word of a term into the symbols the tokenizer would make of it.
    let split: (String) -> [String]
    /// Members of a class; `nil` for an unknown one.
    let members: (String) -> [[String]]?

    /// Why a term cannot be read.
    struct Failure: Error {
        let message: String
    }

    func parse(_ term: String) throws(Failure) -> [PatternStep] {
        var steps: [PatternStep] = []
        for part in term.split(separator: " ") { steps += try step(String(part)) }
        if steps.isEmpty { throw Failure(message: "nothing of '\(term)' is left as a word") }
        guard case .element(let first)? = steps.first else { throw Failure(message: "a term cannot begin with a gap") }
        if first.isOptional { throw Failure(message: "the first element cannot be optional") }
        if case .gap? = steps.last { throw Failure(message: "a term cannot end with a gap") }
        return steps
    }

    private func step(_ part: String) throws(Failure) -> [PatternStep] {
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
        return [.element(PatternElement(alternatives: alternatives, isOptional: isOptional))]
    }

    private func expand(_ choice: String) throws(Failure) -> [[String]] {
        if choice == "<number>" { return [["<number>"]] }
        if choice.hasPrefix("<"), choice.hasSuffix(">"), choice.count > 2 {
            let name = String(choice.dropFirst().dropLast())
            guard let found = members(name) else { throw Failure(message: "unknown class '\(name)'") }
            return found
        }
        let symbols = split(choice)
        return symbols.isEmpty ? [] : [symbols]
    }
}
