import Feedback
import Store

/// What a linking came to.
struct LinkTally: Hashable, Sendable {
    let comments: Int
    let cases: Int
    private(set) var counts = LinkCounts()

    init(comments: Int, cases: Int) {
        self.comments = comments
        self.cases = cases
    }

    /// The counts of what is stored; reads a row a relation.
    init(in db: StoreConnection) throws {
        comments = try ContentSums.count(of: "comment", in: db)
        cases = try ContentSums.count(of: "supportCase", in: db)
        counts = try LinkTable.counts(in: db)
    }

    mutating func add(_ links: [(commentID: Int64, link: CaseLink?)]) {
        for (_, link) in links { counts.add(link) }
    }
}
