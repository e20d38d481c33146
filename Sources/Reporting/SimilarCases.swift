package import Feedback
import Linkage
package import Store

/// A case that tells of the same kind of incident.
package struct SimilarCase: Hashable, Sendable {
    package let supportCase: SupportCase
    /// Share of what the case tells that this one tells as well, in thousandths.
    package let likeness: Int
}

/// Finds the cases that tell the same as one: nothing is linked or merged by it.
package enum SimilarCases {
    /// How many are shown.
    package static let most = 5
    /// Tokens that more cases have find nothing, unless no other token finds enough.
    private static let fewHolders = 300
    /// Cases that are weighed at most.
    private static let mostWeighed = 600
    /// What a case must share to tell the same.
    private static let leastLikeness = 250

    /// The most alike first; ties by case id.
    ///
    /// Cases that people have put together with the case are no others.
    package static func of(_ supportCase: SupportCase, in db: StoreConnection) throws -> [SimilarCase] {
        let own = IncidentTokens(LinkCase(supportCase))
        guard !own.searched.isEmpty else { return [] }
        let cases = try ContentSums.count(of: "supportCase", in: db)
        var holders: [UInt64: Int] = [:]
        for token in own.searched {
            holders[token] = try CaseIncidentTable.count(of: token, limit: cases, in: db)
        }
        var weighed = holders
        // A brand is no reason to look a case up, but one more thing that two may share.
        for token in own.all where weighed[token] == nil {
            weighed[token] = try CaseIncidentTable.count(of: token, limit: cases, in: db)
        }
        let likeness = IncidentLikeness(holders: weighed, cases: cases)
        let roots = try CaseAliasTable.roots(in: db)
        let root = roots[supportCase.caseID] ?? supportCase.caseID
        var found: [SimilarCase] = []
        for id in try candidates(holders, in: db) {
            guard let other = try CaseTable.keyed(id: id, in: db)?.supportCase,
                (roots[other.caseID] ?? other.caseID) != root, roots[other.caseID] == nil
            else { continue }
            let share = likeness.thousandths(of: IncidentTokens(LinkCase(other)))
            if share >= leastLikeness { found.append(SimilarCase(supportCase: other, likeness: share)) }
        }
        found.sort { left, right in
            left.likeness == right.likeness
                ? left.supportCase.caseID.utf8.lexicographicallyPrecedes(right.supportCase.caseID.utf8)
                : left.likeness > right.likeness
        }
        return Array(found.prefix(most))
    }

    /// Ids of the cases that are shown beside one: those whose customers said so themselves in its thread, in the order of
    /// their ids, then the most alike.
    package static func ids(to supportCase: SupportCase, in db: StoreConnection) throws -> [String] {
        var ids = try ReportCases.similarCaseIDs(to: supportCase.caseID, limit: most, in: db)
        for other in try self.of(supportCase, in: db) where !ids.contains(other.supportCase.caseID) {
            ids.append(other.supportCase.caseID)
        }
        return Array(ids.prefix(most))
    }

    /// Row ids of cases that share one of the rarest tokens, until there are enough.
    private static func candidates(_ holders: [UInt64: Int], in db: StoreConnection) throws -> Set<Int64> {
        let rarest = holders.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        var found: Set<Int64> = []
        for (token, count) in rarest where count > 0 {
            if found.count > most, count > fewHolders || found.count >= mostWeighed { break }
            found.formUnion(try CaseIncidentTable.holders(of: token, limit: mostWeighed, in: db))
        }
        return found
    }
}
