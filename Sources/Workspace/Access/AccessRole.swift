/// What the holder of a token may do.
package enum AccessRole: String, CaseIterable, Codable, Hashable, Sendable {
    /// Look at everything.
    case reader
    /// And decide: acknowledge and assign flags, mark sentences.
    case reviewer
    /// Send comments, and see nothing.
    case ingester
}
