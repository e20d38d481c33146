import JSON
import Linkage

/// Answers what a cluster asks about cases.
struct CaseQuestions {
    private let reader: CaseReader

    init(tools: LinkTools) {
        reader = CaseReader(names: tools.names)
    }

    /// `{"id","person_keys":[…],"handles":[…]}` for each case.
    func people(_ share: LineStream.Share) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try share.forEach { line in
            let object = try StreamObject(line: line)
            let profile = reader.profile(of: try LinkCase(object))
            JSONWriter.answer(try object.integer("id"), to: &bytes) { json in
                json.integers("person_keys", profile.personKeys.sorted().map(StreamObject.signed))
                json.integers("handles", profile.ownHandles.map(StreamObject.signed))
            }
        }
        return bytes
    }

    /// `{"id","lent"?,"keys":[…],"counted":[…]}` for each case, which comes with the handles of its person's other cases
    /// in `person_handles`.
    func cases(_ share: LineStream.Share) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try share.forEach { line in
            let object = try StreamObject(line: line)
            var profile = reader.profile(of: try LinkCase(object))
            profile.lentHandle = profile.handle(among: try object.bits("person_handles"))
            JSONWriter.answer(try object.integer("id"), to: &bytes) { json in
                json.optional("lent", profile.lentHandle.map(StreamObject.signed))
                json.integers("keys", profile.keys.map(StreamObject.signed))
                json.integers("counted", profile.countedValues.map(StreamObject.signed))
            }
        }
        return bytes
    }
}
