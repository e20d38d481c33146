import Feedback
import Foundation
import JSON
import Linkage
import Store
import Workspace

/// What of a workspace every worker of a cluster needs beside its rows, as it was when the rows were written.
///
/// A folder that is itself a workspace without a database: the settings that decide numbers, the accepted word lists and
/// weights, and `frozen.json`.
struct FrozenWorkspace: Sendable {
    static let fileName = "frozen.json"

    /// The program and the versions of everything that decides a number.
    let koe: String
    let scorer: String
    let linker: String
    let definition: String
    /// The settings that decide how periods are cut.
    let timeZone: String
    let flagPeriods: String
    /// Fingerprint of the comments, cases and decisions.
    let content: String
    /// Digest over the row ids and names of all comments: results name comments by row ids.
    let identity: String
    let comments: Int
    let hotKey: Int
    let steps: CaseTableSteps
    let brands: CaseBrands
    let overrides: LinkOverrides

    /// As koe.yaml says it.
    static func flagPeriods(of settings: Settings) -> String {
        settings.flagPeriods.isEmpty ? "none" : settings.flagPeriods.map(\.rawValue).joined(separator: ", ")
    }

    /// - Throws: ``WorkspaceError`` `missing` when the folder holds none, `input` when it is not whole.
    init(folder: URL) throws {
        let url = folder.appending(path: Self.fileName)
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw WorkspaceError(
                .missing,
                "\(url.path) is not there; name with --workspace a folder that koe cluster has made"
            )
        }
        do {
            try self.init(StreamObject(line: Array(data)))
        } catch let error as JSONError {
            throw WorkspaceError(.input, "\(url.path) \(error.message), at its byte \(error.offset + 1)")
        }
    }

    private init(_ object: StreamObject) throws {
        koe = try object.text("koe")
        scorer = try object.text("scorer")
        linker = try object.text("linker")
        definition = try object.text("definition")
        timeZone = try object.text("time_zone")
        flagPeriods = try object.text("flag_periods")
        content = try object.text("content")
        identity = try object.text("identity")
        comments = try object.integer("comments")
        hotKey = try object.integer("hot_key")
        steps = CaseTableSteps(
            cases: try object.integer("cases"),
            first: try object.instant("first_opened_at"),
            last: try object.instant("last_opened_at")
        )
        var brands = CaseBrands()
        for brand in try object.objects("brands") {
            let bits = try brand.bits("spelling")
            guard bits.count == 2 else { throw StreamObject.fault("spelling", "two numbers") }
            brands.add(try brand.integer("cases"), of: BrandSpelling(sound: bits[0], script: bits[1]))
        }
        self.brands = brands
        let known = Set(try object.texts("named_cases"))
        let decisions = try object.objects("decisions").map(ReviewDecision.init)
        overrides = SettledDecisions(decisions, hasCase: known.contains).overrides
    }
}

extension ReviewDecision {
    fileprivate init(_ object: StreamObject) throws {
        guard let kind = Kind(rawValue: try object.text("kind")), let at = try object.instant("at") else {
            throw StreamObject.fault("decisions", "a list of decisions")
        }
        self.init(kind, by: try object.text("by"), at: at, id: try object.text("id"))
        if let source = try object.optionalText("source") {
            comment = Subject(source: source, externalID: try object.text("external_id"))
        }
        caseID = try object.optionalText("case_id")
        into = try object.optionalText("into")
        relation = try object.optionalText("relation").flatMap(LinkRelation.init(rawValue:))
        undoes = try object.optionalText("undoes")
    }

    /// What settles links; notes of people stay at home.
    func write(to json: inout JSONWriter) {
        json.member("kind", kind.rawValue)
        json.member("by", by)
        json.member("at", Int(at.milliseconds))
        json.member("id", id)
        json.optional("source", comment?.source)
        json.optional("external_id", comment?.externalID)
        json.optional("case_id", caseID)
        json.optional("into", into)
        json.optional("relation", relation?.rawValue)
        json.optional("undoes", undoes)
    }
}
