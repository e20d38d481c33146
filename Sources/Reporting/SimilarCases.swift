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
    private static let mostWeighed = IncidentHolders.most
    /// What a case must share to tell the same.
    private static let leastLikeness = 250

    /// The most alike first; ties by case id.
    ///
    /// Cases that people have put together with the case are no others.
    ///
    /// `holders`: of a report, which asks for many cases.
    package static func of(
        _ supportCase: SupportCase,
        holders: IncidentHolders = IncidentHolders(),
        in db: StoreConnection
    ) throws -> [SimilarCase] {
        try alike(supportCase, holders, in: db).compactMap { id, _, likeness in
            try CaseTable.keyed(id: id, in: db).map { SimilarCase(supportCase: $0.supportCase, likeness: likeness) }
        }
    }

    private typealias Alike = (id: Int64, caseID: String, likeness: Int)

    /// The most alike first; ties by case id.
    private static func alike(
        _ supportCase: SupportCase,
        _ holders: IncidentHolders,
        in db: StoreConnection
    ) throws -> ArraySlice<Alike> {
        let own = IncidentTokens(LinkCase(supportCase))
        guard !own.searched.isEmpty else { return [] }
        var counts: [UInt64: Int] = [:]
        for token in own.all { counts[token] = try holders.count(of: token, in: db) }
        let tokens = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        // A brand is no reason to look a case up, but one more thing that two may share.
        let searched = Set(own.searched)
        let found = try candidates(tokens.filter { searched.contains($0.key) }, holders, in: db)
            .subtracting(CaseAliasTable.rows(notBeside: supportCase.caseID, in: db))
        let cases = try ContentSums.count(of: "supportCase", in: db)
        let alike = try weighed(found, tokens, IncidentLikeness(holders: counts, cases: cases), holders, in: db)
        return try ranked(alike, holders, in: db).prefix(most)
    }

    /// Ids of the cases that are shown beside one: those whose customers said so themselves in its thread, in the order of
    /// their ids, then the most alike.
    ///
    /// `kept`: of the report before.
    static func ids(
        to supportCase: SupportCase,
        holders: IncidentHolders,
        kept: KeptSimilarCases?,
        in db: StoreConnection
    ) throws -> [String] {
        var ids = try ReportCases.similarCaseIDs(to: supportCase.caseID, limit: most, in: db)
        if ids.count == most { return ids }
        func find() throws -> [String] { try alike(supportCase, holders, in: db).map(\.caseID) }
        let likest = try kept?.ids(alike: supportCase.caseID, find: find) ?? find()
        for other in likest where !ids.contains(other) { ids.append(other) }
        return Array(ids.prefix(most))
    }

    private typealias Token = (key: UInt64, value: Int)

    /// Row ids of cases that share one of the rarest tokens, until there are enough.
    ///
    /// `tokens`: with how many cases have each, the rarest first.
    private static func candidates(
        _ tokens: [Token],
        _ holders: IncidentHolders,
        in db: StoreConnection
    ) throws -> Set<Int64> {
        var found: Set<Int64> = []
        for (token, count) in tokens where count > 0 {
            if found.count > most, count > fewHolders || found.count >= mostWeighed { break }
            found.formUnion(
                count > mostWeighed
                    ? try holders.first(of: token, in: db)
                    : try CaseIncidentTable.holders(of: token, in: db)
            )
        }
        return found
    }

    /// The likeness of those that may be among the most alike, by row id.
    ///
    /// What can no longer come among them is not looked up under the tokens that most cases have.
    private static func weighed(
        _ found: Set<Int64>,
        _ tokens: [Token],
        _ likeness: IncidentLikeness,
        _ holders: IncidentHolders,
        in db: StoreConnection
    ) throws -> [(id: Int64, likeness: Int)] {
        var cases = found.sorted()
        var shared = [Int](repeating: 0, count: cases.count)
        var open = likeness.whole
        for (token, count) in tokens {
            let least = least(of: shared, likeness)
            let places = shared.indices.filter { likeness.thousandths(sharing: shared[$0] + open) >= least }
            if places.count < cases.count { (cases, shared) = (places.map { cases[$0] }, places.map { shared[$0] }) }
            let weight = likeness.weight(of: token)
            open -= weight
            var place = 0
            for holder in try holders.holders(of: token, count: count, among: cases, in: db) {
                while cases[place] != holder { place += 1 }
                shared[place] += weight
            }
        }
        let least = least(of: shared, likeness)
        return zip(cases, shared.map(likeness.thousandths(sharing:))).filter { $0.1 >= least }
    }

    /// What the last that is shown has at least, by what is known so far of all.
    private static func least(of shared: [Int], _ likeness: IncidentLikeness) -> Int {
        guard shared.count >= most else { return leastLikeness }
        var greatest: [Int] = []
        for value in shared where greatest.count < most || value > greatest[most - 1] {
            greatest.insert(value, at: greatest.firstIndex { $0 < value } ?? greatest.count)
            if greatest.count > most { greatest.removeLast() }
        }
        return max(leastLikeness, likeness.thousandths(sharing: greatest[most - 1]))
    }

    /// The most alike first; ties by case id.
    private static func ranked(
        _ alike: [(id: Int64, likeness: Int)],
        _ holders: IncidentHolders,
        in db: StoreConnection
    ) throws -> [Alike] {
        try alike.compactMap { id, likeness in
            try holders.caseID(of: id, in: db).map { (id: id, caseID: $0, likeness: likeness) }
        }
        .sorted { left, right in
            left.likeness == right.likeness
                ? left.caseID.utf8.lexicographicallyPrecedes(right.caseID.utf8) : left.likeness > right.likeness
        }
    }
}
