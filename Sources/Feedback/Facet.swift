/// One side of handling quality.
package enum Facet: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
    case speed, access, apology, courtesy, explanation, prevention, remedy, resolution, effort, responsibility, beyond
    /// The company did what it had announced, step by step.
    case followThrough = "follow-through"
}

extension Facet: NumberedCase {
    /// Place in `allCases`; a switch, because it stands in the innermost loop of counting.
    @inlinable package var order: Int {
        switch self {
        case .speed: 0
        case .access: 1
        case .apology: 2
        case .courtesy: 3
        case .explanation: 4
        case .prevention: 5
        case .remedy: 6
        case .resolution: 7
        case .effort: 8
        case .responsibility: 9
        case .beyond: 10
        case .followThrough: 11
        }
    }

    /// `allCases`, made once.
    package static let inOrder = allCases
}

/// Whether something mentioned is praised, named, or blamed.
package enum Polarity: Int, Hashable, Sendable, BitwiseCopyable {
    case negative = -1
    /// A bare mention, which counts for nothing.
    case bare = 0
    case positive = 1
}
