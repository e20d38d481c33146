/// A fixed word or sentence of the page that tries new words.
enum TrialWord: String, Hashable, Sendable, CaseIterable {
    case heading, purpose, link, formHeading, terms, meaning, valence, onlyValence, button
    case outcomeHeading, stop, stopped, nothingToCompare, failed, download, lookAgain
    case movedMonths, noFlagMoves, flagsGone, flagsNew
}
