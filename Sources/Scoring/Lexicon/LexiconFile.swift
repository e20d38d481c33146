/// One word list as it was read from disk.
package struct LexiconFile: Hashable, Sendable {
    /// Path under the folder of lexicons, such as `en/valence.tsv`.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
