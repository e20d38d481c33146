/// What a finished report says of a flag, in one line that can stand in a mail or a chat.
package struct FlagNotice: Codable, Hashable, Sendable {
    /// Lasting id of the flag.
    package let id: String
    /// `open`, `recovered` or `superseded`.
    package let state: String
    /// Whether no earlier report told it.
    package let isNew: Bool
    package let line: String
}
