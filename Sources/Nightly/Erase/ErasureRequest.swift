import Store
import Workspace

/// What is to be erased.
package enum ErasureRequest: Sendable {
    /// A person by name in any spelling, or by id; within one source, or in all.
    case author(String, source: String?)
    /// A comment by its key, such as `store:123`.
    case comment(String)
    case supportCase(String)
    /// A source with everything that it brought.
    case source(String)

    var kind: ErasureRecord.Kind {
        switch self {
        case .author: .author
        case .comment: .comment
        case .supportCase: .supportCase
        case .source: .source
        }
    }
}

extension ErasureRequest {
    /// The same with the ids as they are stored, where they were given as they are shown.
    func stored(by names: VoiceNames, in db: StoreConnection) throws -> ErasureRequest {
        switch self {
        case .comment(let key): .comment(try names.stored(key, in: db))
        case .supportCase(let id): .supportCase(try names.stored(caseID: id, in: db))
        case .author(let name, let source):
            .author(name, source: try source.map { try names.stored(source: $0, in: db) })
        case .source(let source): .source(try names.stored(source: source, in: db))
        }
    }
}

/// What a request means in a database.
struct ErasureTarget {
    var comments: [ErasableComment] = []
    var cases: [ErasableCase] = []
    /// Whatever names the erased.
    var marks = ErasedMarks()
    /// Keyed hashes that keep it away.
    var hashes: Set<String> = []

    init(_ request: ErasureRequest, people: PersonNames, tombstones: Tombstones, in db: StoreConnection) throws {
        switch request {
        case .author(let name, let source):
            try findAuthor(name, source: source, people, tombstones, in: db)
        case .comment(let key):
            comments = try ErasureQueries.comments(where: { "\($0.source):\($0.externalID)" == key }, in: db)
            marks.ids = Set(comments.map { ErasedMarks.ID(source: $0.source, id: $0.externalID) })
            hashes = Set(comments.map { tombstones.comment($0.externalID, source: $0.source) })
        case .supportCase(let caseID):
            cases = try ErasureQueries.cases(where: { $0.caseID == caseID }, in: db)
            marks.ids = cases.isEmpty ? [] : [ErasedMarks.ID(id: caseID)]
            hashes = [tombstones.supportCase(caseID)]
        case .source(let source):
            comments = try ErasureQueries.comments(where: { $0.source == source }, in: db)
            hashes = [tombstones.source(source)]
        }
        try addQuarantined(tombstones, in: db)
    }

    var isEmpty: Bool { comments.isEmpty && cases.isEmpty }

    /// Keeps the rows in quarantine away too that hold one of the marks.
    private mutating func addQuarantined(_ tombstones: Tombstones, in db: StoreConnection) throws {
        let rows = try ErasureQueries.quarantined(marks, in: db)
        hashes.formUnion(rows.map(tombstones.row))
    }

    private mutating func findAuthor(
        _ name: String,
        source: String?,
        _ people: PersonNames,
        _ tombstones: Tombstones,
        in db: StoreConnection
    ) throws {
        let person = people.person(name)
        func isMeant(_ author: String?, _ id: String?) -> Bool {
            id == name || author == name || person != nil && author.flatMap { people.person($0) } == person
        }
        comments = try ErasureQueries.comments(
            where: { (source == nil || $0.source == source) && isMeant($0.author, $0.authorID) },
            in: db
        )
        if source == nil {
            cases = try ErasureQueries.cases(where: { isMeant($0.customer, $0.customerHandle) }, in: db)
        }
        marks.names = Set([name] + comments.flatMap { [$0.author, $0.authorID].compactMap { $0 } })
        marks.names.formUnion(cases.flatMap { [$0.customer, $0.customerHandle].compactMap { $0 } })
        let kept = Set([person ?? name, name] + comments.compactMap(\.authorID) + cases.compactMap(\.customerHandle))
        hashes = Set(kept.map { tombstones.author($0, source: source) })
        hashes.formUnion(cases.map { tombstones.supportCase($0.caseID) })
    }
}
