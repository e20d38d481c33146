import Feedback

/// Why nothing can be learnt of some texts.
package enum LearningError: Error, Hashable, Sendable, CustomStringConvertible {
    case tooFew(count: Int, needed: Int)
    /// No, or hardly any, text of one sign.
    case oneSided(label: Int, count: Int, needed: Int)

    package var description: String {
        switch self {
        case .tooFew(let count, let needed):
            "\(count) labelled \(count == 1 ? "text" : "texts"), and learning needs \(needed)"
        case .oneSided(let label, let count, let needed):
            """
            \(count) \(label < 0 ? "negative" : "positive") texts among the labelled ones, and learning needs \(needed) \
            of each sign
            """
        }
    }

    static func check(_ texts: [LabelledText], _ options: LearningOptions) throws(LearningError) {
        if texts.count < options.leastTexts { throw .tooFew(count: texts.count, needed: options.leastTexts) }
        for label in [-1, 1] {
            let count = texts.count { $0.label == label }
            if count < options.leastOfSign {
                throw .oneSided(label: label, count: count, needed: options.leastOfSign)
            }
        }
    }
}
