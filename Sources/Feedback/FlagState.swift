/// Where a flag stands in its life.
package enum FlagState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Found for the first time tonight.
    case new
    /// Still so.
    case ongoing
    /// The level came back.
    case recovered
    /// A person has seen it.
    case acknowledged
    /// With what is known now there is no such change any more.
    case superseded
}
