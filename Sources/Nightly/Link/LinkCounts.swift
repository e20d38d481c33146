import Feedback
import Store

/// What a linking came to.
struct LinkCounts: Hashable, Sendable {
    let comments: Int
    let cases: Int
    private(set) var linked = 0
    /// Links proposed for a person to decide.
    private(set) var forReview = 0
    private var byRelation: [LinkRelation: Int] = [:]

    init(comments: Int, cases: Int) {
        self.comments = comments
        self.cases = cases
    }

    /// The counts of what is stored; reads a row a relation.
    init(in db: StoreConnection) throws {
        self.init(
            comments: try ContentSums.count(of: "comment", in: db),
            cases: try ContentSums.count(of: "supportCase", in: db)
        )
        for (relation, count) in try LinkTable.relationCounts(in: db) {
            linked += count
            if let relation = LinkRelation(rawValue: relation) { byRelation[relation] = count }
        }
        forReview = try LinkTable.reviewCount(in: db)
    }

    mutating func add(_ links: [(commentID: Int64, link: CaseLink?)]) {
        for case let link? in links.lazy.map(\.link) {
            linked += 1
            byRelation[link.relation, default: 0] += 1
            if link.status == .review { forReview += 1 }
        }
    }

    /// In the order of the relations' names.
    var relations: [(relation: String, count: Int)] {
        byRelation.map { ($0.key.rawValue, $0.value) }.sorted { $0.relation < $1.relation }
    }
}
