/// How strong a border between two tokens is.
enum Border: UInt8, Comparable, BitwiseCopyable {
    case none
    /// Quotes, slashes, line wraps: phrases may reach across.
    case weak
    /// Commas, brackets.
    case clause
    case sentence

    static func < (left: Border, right: Border) -> Bool { left.rawValue < right.rawValue }
}

/// One word, number or glyph of a normalised text.
struct Token: BitwiseCopyable {
    struct Marks: OptionSet, BitwiseCopyable {
        let rawValue: UInt16
        static let capitals = Marks(rawValue: 1)
        static let drawnOut = Marks(rawValue: 2)
        /// A question mark follows.
        static let question = Marks(rawValue: 4)
        /// An exclamation mark follows.
        static let exclamation = Marks(rawValue: 8)
        /// More than one exclamation mark follows.
        static let shouting = Marks(rawValue: 16)
        /// 仮定形: a condition.
        static let hypothetical = Marks(rawValue: 32)
        /// 命令形: an order.
        static let imperative = Marks(rawValue: 64)
        /// A ない that denies nothing: it obliges, asks, or both.
        static let unsaid = Marks(rawValue: 128)
        /// The ない that ends such a turn of phrase: しないといけ*ない*.
        static let unsaidEnd = Marks(rawValue: 256)
    }

    /// Number of the form in the vocabulary, −1 when no entry holds it.
    var form: Int32 = -1
    /// Symbol that stands for exactly this spelling, or for any number; −1 when no entry asks for it.
    var exact: Int32 = -1
    /// Value of a number, −1 for other tokens.
    var number: Int32 = -1
    /// Index of the glyph, −1 for other tokens.
    var glyph: Int32 = -1
    /// Normalised bytes.
    var start: Int32 = 0
    var end: Int32 = 0
    var border = Border.none
    var wordClass = WordClass.any
    var marks: Marks = []
    /// Classes of its form.
    var classes: SymbolClasses = []
    /// Number of the clause, rising through the text.
    var clause: Int32 = 0
    /// Number of the sentence, rising through the text.
    var sentence: Int32 = 0
}
