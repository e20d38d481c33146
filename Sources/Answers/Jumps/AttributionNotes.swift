import Measures
import Workspace

/// What has to be said beside the parts of a jump, so that none of them is taken for more than it is.
struct AttributionNotes {
    let split: JumpAttribution
    /// Of both sides.
    let scorers: [[AttributedJump.ScorerShare]]
    /// Every version that ever scored in the workspace, oldest first.
    let versions: [String]
    let otherVersion: String?

    var all: [String] { comparability + scoring }

    private var comparability: [String] {
        if split.isComparable { return [] }
        return [
            """
            no source stands on both sides, so nothing can be compared: the whole difference counts as instrument, which \
            does not mean that the world did not change
            """
        ]
    }

    private var scoring: [String] {
        let present = Set(scorers.flatMap { $0.map(\.version) }).sorted()
        if let otherVersion {
            let own = Set(present.map { VersionText.part("rules", of: $0) })
            let rules = VersionText.part("rules", of: otherVersion)
            let isOlder = versions.contains { VersionText.part("rules", of: $0) != rules }
            let note =
                "software is the difference as scored by \(present.joined(separator: "; ")) less that by \(otherVersion)"
            guard isOlder || own != [rules] else { return [note] }
            return [
                note, "the rules of the scorer have changed as well; only the word lists are put back, not the rules",
            ]
        }
        if present.count > 1 {
            return [
                """
                the comments were scored by \(present.count) versions (\(present.joined(separator: "; "))), so a part of \
                the world's may be the software's; run koe score, or give the old word lists with --lexicons
                """
            ]
        }
        guard let current = present.first else { return [] }
        let former = versions.filter { $0 != current }
        guard let last = former.last else { return ["both sides were scored by one version, \(current)"] }
        return [
            """
            both sides are scored by one version now, \(current), so no part of this difference comes from a change of \
            version; reports made by \(last) showed other levels: --lexicons with those word lists tells how other
            """
        ]
    }
}
