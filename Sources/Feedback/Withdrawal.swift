/// A source's word that one of its comments was taken back, by its writer or by the site.
package struct Withdrawal: Hashable, Sendable {
    package let source: String
    /// Id of the comment in its source.
    package let externalID: String
    /// Milliseconds since 1970 at which the source changed the row; `nil` where it does not say.
    package let changedAt: Int64?
    /// Offset of the row's first byte in its input, from 0.
    package let byte: Int

    package init(source: String, externalID: String, changedAt: Int64?, byte: Int) {
        self.source = source
        self.externalID = externalID
        self.changedAt = changedAt
        self.byte = byte
    }
}
