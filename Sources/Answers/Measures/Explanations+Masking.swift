import Flags
import Reporting
import Reports
import Store
package import Workspace

extension FlagExplanation {
    /// The explanation with personal data hidden.
    package func masked(in context: WorkspaceContext) throws -> FlagExplanation {
        var copy = self
        copy.comments = try CommentExplanation.masked(comments, in: context)
        let masking = try context.database.read {
            try KnownNames.masking(
                of: [],
                notes: [flag?.note].compactMap(\.self),
                beside: context.settings.masking,
                in: $0
            )
        }
        let names = try context.voiceNames()
        copy.id = names.shown(flag: id)
        copy.flag = flag?.shown(by: names)
        copy.flag?.entry?.note = flag?.note.map(masking.maskedNote)
        return copy
    }
}

extension MeasureExplanation {
    /// The explanation with personal data hidden.
    package func masked(in context: WorkspaceContext) throws -> MeasureExplanation {
        let words = [support, brandSide, difference].flatMap(\.contributions).flatMap(\.sentences).map(\.words)
        let masking = try context.database.read {
            try KnownNames.masking(of: words, beside: context.settings.masking, in: $0)
        }
        let names = try context.voiceNames()
        var copy = self
        copy.support = masked(support, by: masking, names)
        copy.brandSide = masked(brandSide, by: masking, names)
        copy.difference = masked(difference, by: masking, names)
        return copy
    }

    private func masked(_ side: Side, by masking: Masking, _ names: VoiceNames) -> Side {
        var copy = side
        copy.contributions = side.contributions.map { contribution in
            var contribution = contribution
            contribution.sentences = contribution.sentences.map { sentence in
                var sentence = sentence
                sentence.words = masking.masked(sentence.words)
                sentence.comment = names.shown(key: sentence.comment)
                return sentence
            }
            return contribution
        }
        return copy
    }
}
