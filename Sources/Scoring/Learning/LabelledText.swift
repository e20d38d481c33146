package import Feedback

/// A text with what a person said of it: a label, or a rating cut into three.
package struct LabelledText: Hashable, Sendable {
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

    /// The fold of the text among `count`, from its bytes alone, so that repeated texts are held out together.
    func fold(of count: Int) -> Int { Int(IdentifierHash.value(text, salt: "fold") % UInt64(count)) }
}

/// A hash that is the same in every run and on every machine.
package enum IdentifierHash {
    /// A hash of salt and text, mixed once more so that every bit depends on all of them.
    ///
    /// Source: the last step of MurmurHash3, which is in the public domain: https://github.com/aappleby/smhasher
    package static func value(_ text: String, salt: String) -> UInt64 {
        var hash = ByteHash.value(text.utf8, behind: ByteHash.value(salt.utf8))
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ (hash >> 33)
    }
}
