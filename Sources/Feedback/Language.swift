/// The language a text was recognised to be in.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case japanese = "ja"
    case english = "en"
    /// Neither Japanese nor English: counted, never scored by a guess.
    case unknown = "und"
}
