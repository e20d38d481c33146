import CMeCab

/// One thread's tagger and lattice over a shared dictionary.
final class MorphemeReader {
    /// A word as the dictionary reads it.
    struct Morpheme: Equatable {
        let surface: String
        let lemma: String
        let wordClass: WordClass
    }

    /// MeCab counts the length of a word in 16 bits, so longer pieces are cut before it sees them.
    static let longestPiece = 16_000

    /// Keeps the model alive as long as the tagger.
    private let dictionary: JapaneseDictionary
    private let tagger: OpaquePointer
    private let lattice: OpaquePointer

    init(dictionary: JapaneseDictionary, tagger: OpaquePointer, lattice: OpaquePointer) {
        self.dictionary = dictionary
        self.tagger = tagger
        self.lattice = lattice
    }

    deinit {
        mecab_lattice_destroy(lattice)
        mecab_destroy(tagger)
    }

    /// Calls `body` with each node of a piece: its features, and its place and length in the piece.
    @inline(__always)
    func read(
        _ piece: UnsafeBufferPointer<UInt8>,
        _ body: (_ feature: UnsafePointer<UInt8>, _ isUnknown: Bool, _ place: Int, _ length: Int) -> Void
    ) {
        guard let base = piece.baseAddress, !piece.isEmpty else { return }
        base.withMemoryRebound(to: CChar.self, capacity: piece.count) { text in
            mecab_lattice_set_sentence2(lattice, text, piece.count)
            guard mecab_parse_lattice(tagger, lattice) != 0 else { return }
            var node = mecab_lattice_get_bos_node(lattice)?.pointee.next
            while let current = node, let next = current.pointee.next {
                if let surface = current.pointee.surface, let feature = current.pointee.feature {
                    feature.withMemoryRebound(to: UInt8.self, capacity: 1) {
                        body($0, current.pointee.stat == 1, surface - text, Int(current.pointee.length))
                    }
                }
                node = next
            }
        }
    }

    /// Words of a short text, as strings; for reading lexicons, not comments.
    func morphemes(of text: String) -> [Morpheme] {
        var found: [Morpheme] = []
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { piece in
            read(piece) { feature, isUnknown, place, length in
                let surface = String(decoding: piece[place..<place + length], as: UTF8.self)
                let lemma = isUnknown ? nil : MorphemeFeature.lemma(feature)
                found.append(
                    Morpheme(
                        surface: surface,
                        lemma: lemma.map { String(decoding: $0, as: UTF8.self) } ?? surface,
                        wordClass: MorphemeFeature.wordClass(feature)
                    )
                )
            }
        }
        return found
    }
}

/// Reads the comma-separated features of IPADIC in place.
///
/// Columns: word class and three finer ones, type and form of inflection, lemma, reading, pronunciation.
enum MorphemeFeature {
    /// Bytes of the lemma; `nil` for `*`.
    static func lemma(_ feature: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        let start = column(6, feature)
        var end = start
        while feature[end] != 0, feature[end] != UInt8(ascii: ",") { end += 1 }
        if end == start || (end == start + 1 && feature[start] == UInt8(ascii: "*")) { return nil }
        return UnsafeBufferPointer(start: feature + start, count: end - start)
    }

    static func wordClass(_ feature: UnsafePointer<UInt8>) -> WordClass {
        let first = text(0, feature)
        let second = text(1, feature)
        switch first {
        case "名詞":
            switch second {
            case "形容動詞語幹", "ナイ形容詞語幹": return .adjn
            case "数": return .number
            case "接尾": return text(2, feature) == "形容動詞語幹" ? .adjn : .suffix
            case "副詞可能": return .noun
            default: return text(2, feature) == "形容動詞語幹" ? .adjn : .noun
            }
        case "動詞": return .verb
        case "形容詞": return .adj
        case "副詞": return .adv
        case "連体詞": return .adv
        case "感動詞", "フィラー": return .interj
        case "助動詞": return .aux
        case "助詞": return second == "接続助詞" ? .conjparticle : .particle
        case "接続詞": return .conj
        case "接頭詞": return .prefix
        case "記号": return .symbol
        default: return .any
        }
    }

    static func marks(_ feature: UnsafePointer<UInt8>) -> Token.Marks {
        let form = text(5, feature)
        if form.hasPrefix("仮定形") { return .hypothetical }
        return form.hasPrefix("命令") ? .imperative : []
    }

    private static func column(_ number: Int, _ feature: UnsafePointer<UInt8>) -> Int {
        var place = 0
        var commas = 0
        while commas < number, feature[place] != 0 {
            if feature[place] == UInt8(ascii: ",") { commas += 1 }
            place += 1
        }
        return place
    }

    /// Text of a column, counted from 0.
    static func text(_ number: Int, _ feature: UnsafePointer<UInt8>) -> String {
        let start = column(number, feature)
        var end = start
        while feature[end] != 0, feature[end] != UInt8(ascii: ",") { end += 1 }
        return String(decoding: UnsafeBufferPointer(start: feature + start, count: end - start), as: UTF8.self)
    }
}
