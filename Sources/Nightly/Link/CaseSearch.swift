import Feedback
import Linkage
import Store

/// Finds by their keys the cases that some comments may come to.
struct CaseSearch {
    private let tools: LinkTools
    private let reader: CaseReader
    private let hasStories: Bool
    private var excerpt: CaseExcerpt

    init(tools: LinkTools, in db: StoreConnection) throws {
        self.tools = tools
        reader = CaseReader(names: tools.names)
        hasStories = try LinkReading.hasCase(withPrefix: LinkCase.storyPrefix, in: db)
        excerpt = CaseExcerpt(brands: try CaseBrands(in: db), steps: try tools.steps(in: db))
    }

    /// An index that answers for the comments as that of all cases does.
    mutating func index(for comments: [LinkComment], in db: StoreConnection) throws -> CaseIndex {
        let asking = LinkRun(index: CaseIndex(excerpt, names: tools.names), names: tools.names, model: tools.model)
        var (keys, values): (Set<UInt64>, Set<UInt64>) = ([], [])
        var numbers: [NumberKeys] = []
        for comment in comments {
            let questions = asking.linker.questions(of: comment)
            keys.formUnion(questions.keys)
            numbers += questions.slips
            values.formUnion(questions.values)
            values.formUnion(questions.shared)
            let story = hasStories ? [LinkCase.storyID(commentKey: comment.key)] : []
            for caseID in story + tools.overrides.namedCases(of: comment.key) {
                if let keyed = try LinkReading.supportCase(caseID, in: db) { try add(keyed, in: db) }
            }
        }
        try ask(keys, in: db)
        let unknown = numbers.filter { $0.own.allSatisfy { excerpt.holders[$0]?.isEmpty ?? true } }
        try ask(Set(unknown.flatMap(\.slips)), in: db)
        for id in Set(excerpt.holders.values.joined()).sorted() where excerpt.cases[id] == nil {
            if let keyed = try LinkReading.supportCase(id: id, in: db) { try add(keyed, in: db) }
        }
        for profile in excerpt.cases.values { values.formUnion(profile.matchedValues) }
        for value in values.sorted() { excerpt.counts[value] = try CaseCountTable.count(of: value, in: db) }
        return CaseIndex(excerpt, names: tools.names)
    }

    private mutating func ask(_ keys: Set<UInt64>, in db: StoreConnection) throws {
        let unknown = keys.filter { excerpt.holders[$0] == nil }
        try CaseKeyTable.forEach(unknown, limit: tools.model.hotKey, in: db) { excerpt.holders[$0] = $1 ?? [] }
    }

    private mutating func add(_ keyed: KeyedCase, in db: StoreConnection) throws {
        var profile = reader.profile(of: LinkCase(keyed.supportCase))
        profile.lentHandle = try LentHandleTable.handle(of: keyed.id, in: db)
        excerpt.cases[keyed.id] = profile
    }
}
