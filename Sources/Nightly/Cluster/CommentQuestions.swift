import JSON
import Linkage
import Workspace

/// Answers what a cluster asks about comments before it knows their threads.
struct CommentQuestions {
    private let frozen: FrozenWorkspace
    private let tools: LinkTools
    private let run: LinkRun

    init(frozen: FrozenWorkspace, tools: LinkTools) {
        self.frozen = frozen
        self.tools = tools
        let none = CaseIndex(CaseExcerpt(brands: frozen.brands, steps: frozen.steps), names: tools.names)
        run = LinkRun(index: none, names: tools.names, model: tools.model, overrides: frozen.overrides)
    }

    /// `{"id","person"?,"nodes":[…],"keys":[…],"counted":[…],"named_cases":[…]}` for each comment.
    ///
    /// Comments that share one of `nodes` belong to one thread; `keys` and `counted` are what the comment asks of the
    /// case table; `named_cases` are cases that are asked for by their ids.
    func answer(_ share: LineStream.Share) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try share.forEach { line in
            let object = try StreamObject(line: line)
            let plain = try LinkComment(object)
            let comment = tools.named(plain)
            let nodes = Set(ThreadNodes(comment).all).map(StreamObject.signed).sorted()
            let questions = run.linker.questions(of: comment)
            let named = [LinkCase.storyID(commentKey: comment.key)] + frozen.overrides.namedCases(of: comment.key)
            JSONWriter.answer(try object.integer("id"), to: &bytes) { json in
                json.optional("person", plain.authorID ?? tools.people.person(plain.author))
                json.integers("nodes", nodes)
                let keys = questions.keys.union(questions.slips.flatMap(\.slips))
                json.integers("keys", keys.sorted().map(StreamObject.signed))
                json.integers("counted", questions.values.sorted().map(StreamObject.signed))
                json.name("named_cases")
                json.openArray()
                for caseID in Set(named).sorted() { json.string(caseID) }
                json.closeArray()
            }
        }
        return bytes
    }
}
