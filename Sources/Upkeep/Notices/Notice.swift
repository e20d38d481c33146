/// What is to be told of one flag.
package struct Notice: Hashable, Sendable {
    /// Lasting id of the flag.
    package let flagID: String
    /// Where it stands, such as `open`.
    package let state: String
    /// Whether no earlier report told it.
    package let isNew: Bool
    /// One line in the language of the report.
    package let line: String

    package init(flagID: String, state: String, isNew: Bool, line: String) {
        self.flagID = flagID
        self.state = state
        self.isNew = isNew
        self.line = line
    }
}
