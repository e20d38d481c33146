/// What a customer's text speaks of, as far as every text is asked for it: all in one going through.
struct TextCues: OptionSet, Sendable {
    let rawValue: UInt8

    /// Something that went wrong.
    static let incident = TextCues(rawValue: 1)
    /// The same trouble once more.
    static let reopening = TextCues(rawValue: 1 << 1)
    /// Something else than before.
    static let fresh = TextCues(rawValue: 1 << 2)
    /// Something long past, looked back at.
    static let lookingBack = TextCues(rawValue: 1 << 3)
    /// Somebody for whom the writer speaks.
    static let onBehalf = TextCues(rawValue: 1 << 4)
    /// A number that is not the writer's.
    static let quoting = TextCues(rawValue: 1 << 5)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The cues of which a phrase stands in a text.
    init(in text: FoldedText) {
        let scalars = text.scalars
        var found: TextCues = []
        for position in scalars.indices
        where Self.table.mayBegin(with: scalars[position]) && CuePhrases.isBeginning(position, of: scalars) {
            Self.table.forEach(in: scalars, at: position) { length, mark in
                if mark.isOpen || CuePhrases.isEnd(position + length, of: scalars) { found.insert(mark.cue) }
            }
        }
        self = found
    }

    private struct Mark: Sendable {
        let cue: TextCues
        let isOpen: Bool
    }

    private static let table = PhraseTable(
        [
            (TextCues.incident, Cues.incident), (.reopening, Cues.reopening), (.fresh, Cues.fresh),
            (.lookingBack, Cues.lookingBack), (.onBehalf, Cues.onBehalf), (.quoting, Cues.quoting),
        ].flatMap { cue, phrases in phrases.list.map { ($0.letters, Mark(cue: cue, isOpen: $0.isOpen)) } }
    )
}
