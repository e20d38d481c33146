package import Foundation
import Feedback
import JSON
import Linkage
import Measures
import Store
package import Workspace

/// Writes what a cluster works on: the comments and cases of a workspace, and what decides about them.
package struct ClusterInput: Sendable {
    package struct Outcome: Encodable, Sendable {
        package let comments: Int
        package let cases: Int
    }

    private let context: WorkspaceContext
    private let tools: LinkTools

    package init(context: WorkspaceContext) throws {
        self.context = context
        tools = try LinkTools(lexicons: context.resources.lexicons, workspace: context.workspace)
    }

    /// Writes `comments.ndjson`, `cases.ndjson` and the folder `frozen` into a folder that is there.
    ///
    /// All from one moment of the database, beside whoever writes to it.
    ///
    /// `check`: is called from time to time, and throws what ends the writing.
    package func write(to folder: URL, check: @escaping () throws -> Void = {}) throws -> Outcome {
        let frozen = folder.appending(path: "frozen")
        try FileManager.default.createDirectory(at: frozen, withIntermediateDirectories: true)
        try writeSettings(to: frozen)
        try ClusterFolder.makePrivate(frozen)
        return try context.database.read { db in
            let comments = try RowFile.write(to: folder.appending(path: "comments.ndjson"), check: check) { file in
                try CommentTable.forEach(in: db) { try file.append(StreamRows.row($0)) }
            }
            var brands = CaseBrands()
            let reader = CaseReader(names: tools.names)
            let cases = try RowFile.write(to: folder.appending(path: "cases.ndjson"), check: check) { file in
                try CaseTable.forEachKeyed(in: db) { keyed in
                    try file.append(StreamRows.row(keyed))
                    let profile = reader.profile(of: LinkCase(keyed.supportCase))
                    if let spelling = profile.brandSpelling { brands.add(1, of: spelling) }
                }
            }
            try Data(facts(comments: comments, cases: cases, brands: brands, in: db))
                .write(to: frozen.appending(path: FrozenWorkspace.fileName))
            return Outcome(comments: comments.rows, cases: cases.rows)
        }
    }

    /// The settings that decide numbers, and the accepted word lists and weights; nothing that is secret.
    private func writeSettings(to folder: URL) throws {
        var settings = [
            ("timeZone", context.settings.zone.identifier),
            ("flagPeriods", FrozenWorkspace.flagPeriods(of: context.settings)),
        ]
        if let dictionary = context.settings.dictionary { settings.append(("dictionary", dictionary)) }
        let lines = settings.map { name, value in
            // A text of JSON is one of YAML.
            var json = JSONWriter(.plain)
            json.string(value)
            return "\(name): \(json.text)\n"
        }
        try Data(lines.joined().utf8).write(to: folder.appending(path: "koe.yaml"))
        for name in ["lexicon", AcceptedLinkModel.fileName] {
            let (accepted, copy) = (context.workspace.directory.appending(path: name), folder.appending(path: name))
            if FileManager.default.fileExists(atPath: copy.path) { try FileManager.default.removeItem(at: copy) }
            if FileManager.default.fileExists(atPath: accepted.path) {
                try FileManager.default.copyItem(at: accepted, to: copy)
            }
        }
    }

    private func facts(
        comments: RowFile.Outcome,
        cases: RowFile.Outcome,
        brands: CaseBrands,
        in db: StoreConnection
    ) throws -> [UInt8] {
        let decisions = try DecisionTable.all(in: db)
        let named = Set(decisions.flatMap { [$0.caseID, $0.into].compactMap(\.self) })
        let openings = try CaseTable.openings(in: db)
        var json = JSONWriter(.plain)
        json.openObject()
        json.member("koe", KoeVersion.current)
        json.member("scorer", try context.scorerVersion())
        json.member("linker", tools.version)
        json.member("definition", "\(MeasureDefinition.version)")
        json.member("time_zone", context.settings.zone.identifier)
        json.member("flag_periods", FrozenWorkspace.flagPeriods(of: context.settings))
        json.member("content", try StageFingerprint.ofLinkedContent(in: db))
        json.member("identity", try CommentIdentity.digest(in: db))
        json.member("comments", comments.rows)
        json.integers("comment_sums", comments.sums.words)
        json.member("hot_key", tools.model.hotKey)
        json.member("cases", cases.rows)
        json.integers("case_sums", cases.sums.words)
        json.optional("first_opened_at", openings.first.map { Int($0.milliseconds) })
        json.optional("last_opened_at", openings.last.map { Int($0.milliseconds) })
        json.name("brands")
        json.openArray()
        brands.forEach { spelling, count in
            json.openObject()
            json.integers("spelling", [spelling.sound, spelling.script].map(StreamObject.signed))
            json.member("cases", count)
            json.closeObject()
        }
        json.closeArray()
        json.name("decisions")
        json.objects(decisions) { decision, json in decision.write(to: &json) }
        json.name("named_cases")
        json.openArray()
        for caseID in named.sorted() where try CaseTable.contains(caseID, in: db) { json.string(caseID) }
        json.closeArray()
        json.closeObject()
        return json.bytes
    }
}

/// Which row id each comment has, as a digest.
enum CommentIdentity {
    static func digest(in db: StoreConnection) throws -> String {
        var digest = RunningDigest()
        var bytes: [UInt8] = []
        try CommentTable.forEachName(in: db) { id, source, externalID in
            bytes += "\(id)\u{1F}\(source)\u{1F}\(externalID)\n".utf8
            guard bytes.count > 1 << 16 else { return }
            digest.update(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        digest.update(bytes)
        return digest.hex()
    }
}
