/// Word class of a Japanese token, as the `pos` column of a lexicon names it.
enum WordClass: UInt8, Sendable, CaseIterable {
    case any, noun, verb, adj, adjn, adv, interj, aux, particle
    /// 接続助詞: が, けど, ので, ば.
    case conjparticle
    /// 接続詞: しかし, でも.
    case conj
    case prefix, suffix, number, symbol

    private static let byName: [String: WordClass] = Dictionary(
        uniqueKeysWithValues: allCases.map { ("\($0)", $0) }
    )

    init?(name: String) {
        guard let found = name.isEmpty ? .any : Self.byName[name] else { return nil }
        self = found
    }

    /// Whether a token of class `other` satisfies a restriction to this class.
    @inline(__always)
    func admits(_ other: WordClass) -> Bool {
        if self == .any || other == .any || self == other { return true }
        switch self {
        case .noun: return other == .adjn || other == .suffix || other == .number
        case .adjn: return other == .noun
        case .particle: return other == .conjparticle
        default: return false
        }
    }
}
