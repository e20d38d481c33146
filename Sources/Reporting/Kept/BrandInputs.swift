import Flags
import Foundation
import Store
import Workspace

/// What the report of a brand is made of, beside what ``ReportJournal`` notes: the one place that says whether the part
/// that a report has of a brand holds.
struct BrandInputs {
    /// What decides the reports of all brands.
    let common: String
    let notes: TrendNotes
    let flags: FlagReader
    /// Brands that ``ReportJournal`` notes.
    let changed: Set<String>
    let similar: KeptSimilarCases
    let timelines: CaseTimelineBuilder

    /// Digest of what is small enough to be compared as it is.
    func digest(of brand: String) -> String {
        let sights = notes.sights.filter { $0.brand == brand }.map { "\($0)" }
        return Self.digest(of: [common] + sights + flags.inputs(of: brand))
    }

    /// Whether all that the report of a brand tells is as it was when this was kept.
    func holds(_ kept: KeptBrand, of brand: String, in db: StoreConnection) throws -> Bool {
        try !changed.contains(brand) && kept.input == digest(of: brand) && holds(kept.facts.similar, in: db)
    }

    /// Whether the same cases stand beside those that are told.
    private func holds(_ shown: [String: [String]], in db: StoreConnection) throws -> Bool {
        if similar.holds {
            // What a case says of others changes with the case and its comments, which are noted.
            similar.takeOver(shown.keys)
            return true
        }
        return try shown.sorted { $0.key < $1.key }.allSatisfy { id, others in
            try timelines.similarCases(to: id, in: db) == others
        }
    }

    static func digest(of lines: [String]) -> String {
        var digest = RunningDigest()
        for line in lines { digest.update(Array("\(line.utf8.count)\n\(line)".utf8)) }
        return digest.hex()
    }
}
