package import Feedback

/// A text with what a person said of it: a label, or a rating cut into three.
package struct LabelledText: Hashable, Sendable {
    /// Decides which fold the text is in.
    package let id: String
    package let text: String
    package let language: Language
    /// −1, 0 or 1.
    package let label: Int

    package init(id: String, text: String, language: Language, label: Int) {
        self.id = id
        self.text = text
        self.language = language
        self.label = label
    }

    /// The fold of the text among `count`, from the bytes of its id alone.
    func fold(of count: Int) -> Int { Int((IdentifierHash.value(id, salt: "fold") >> 16) % UInt64(count)) }
}

/// A hash that is the same in every run and on every machine.
package enum IdentifierHash {
    /// FNV-1a over salt and text.
    ///
    /// Source: http://www.isthe.com/chongo/tech/comp/fnv/
    package static func value(_ text: String, salt: String) -> UInt64 {
        var hash = SymbolIndex.hashSeed
        for byte in salt.utf8 { hash = SymbolIndex.mix(hash, byte) }
        for byte in text.utf8 { hash = SymbolIndex.mix(hash, byte) }
        return hash
    }
}
