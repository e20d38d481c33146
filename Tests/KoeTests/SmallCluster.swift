import Feedback
import Foundation
import Testing
import Workspace

extension WorkspaceContext {
    /// A workspace as commands open it that write nothing.
    static func reading(_ path: String) throws -> WorkspaceContext {
        try WorkspaceContext(
            workspace: WorkspaceFolder(directory: URL(filePath: path)),
            for: .reading,
            resources: Resources(flag: KoeProcess.checkout.path, environment: [:], executable: nil),
            flags: [:],
            environment: [:],
            now: Instant(milliseconds: 0)
        )
    }
}

/// A cluster of one process: the joins of `Reports/cluster/koe_job.py` in a few lines, around the same streams of `koe`.
///
/// Writes its results as NDJSON, which `koe measure --from` reads without Python.
struct SmallCluster {
    typealias Object = [String: Any]

    let folder: URL
    private let comments: [Object]
    private let cases: [Object]
    private let hotKey: Int

    /// `folder`: what `ClusterInput` has written; `shuffled`: in which other order the rows are taken.
    init(folder: URL, shuffled: (inout [Object]) -> Void = { _ in }) throws {
        self.folder = folder
        var comments = try Self.objects(String(contentsOf: folder.appending(path: "comments.ndjson"), encoding: .utf8))
        shuffled(&comments)
        self.comments = comments
        cases = try Self.objects(String(contentsOf: folder.appending(path: "cases.ndjson"), encoding: .utf8))
        let frozen = try Self.objects(String(contentsOf: folder.appending(path: "frozen/frozen.json"), encoding: .utf8))
        hotKey = try #require(frozen[0]["hot_key"] as? Int)
    }

    func run() throws {
        let scores = try ask(["score"], comments.map { Self.object(["text": $0["text"], "title": $0["own_title"]]) })
        let scoreLines = try scores.map { try Self.line($0) }
        try write("scores", zip(comments, scoreLines).map { Self.object(["row": $0["row"], "score": $1]) })
        let questions = try ask(["link", "--step", "comments"], comments.map(withParentSource))
        let decided = try ask(["link", "--step", "threads"], threads(questions))
        let links = decided.flatMap { $0["links"] as? [Object] ?? [] }
        try write("links", links)
        try write("notes", decided.map { Self.object(["row": $0["keeper"], "notes": $0["notes"]]) })
        let answers = try ask(["measure", "--step", "voices"], groups(links, questions, scoreLines))
        let voices = answers.flatMap { $0["voices"] as? [Object] ?? [] }
        try write("voices", voices.map { Self.object(["voice": $0["voice"]]) })
        let customers = Dictionary(grouping: voices) { "\($0["brand"] ?? "")/\($0["customer"] ?? "")" }
        try write(
            "cells",
            ask(["measure", "--step", "cells"], customers.values.map { ["voices": $0.compactMap { $0["voice"] }] })
        )
        try writeManifest()
    }

    /// Writes down what the results are, as the job does when it ends.
    func writeManifest() throws {
        let names = ["scores", "links", "notes", "voices", "cells"]
        let rows = try Dictionary(uniqueKeysWithValues: names.map { ($0, try text($0).split(separator: "\n").count) })
        let files = try Dictionary(uniqueKeysWithValues: names.map { ($0, [try file(of: $0)]) })
        let frozen = try Self.digest(of: folder.appending(path: "frozen/frozen.json"))
        try Data(Self.line(["rows": rows, "files": files, "frozen": frozen]).utf8)
            .write(to: folder.appending(path: "results/manifest.json"))
    }

    /// What the manifest says of the file of a set.
    private func file(of name: String) throws -> Object {
        let digest = try Self.digest(of: folder.appending(path: "results/\(name)/part-0.ndjson"))
        return ["name": "part-0.ndjson", "bytes": try text(name).utf8.count, "sha256": digest]
    }

    // MARK: - Links

    private func withParentSource(_ comment: Object) -> Object {
        guard let parent = comment["in_reply_to"] as? String else { return comment }
        let sources = comments.filter { $0["external_id"] as? String == parent }.compactMap { $0["source"] as? String }
        guard sources.count == 1, sources[0] != comment["source"] as? String else { return comment }
        return comment.merging(["parent_source": sources[0]]) { _, new in new }
    }

    private func threads(_ questions: [Object]) throws -> [Object] {
        let people = try ask(["link", "--step", "people"], cases)
        let persons = holders(people, "person_keys").filter { $0.value.count <= hotKey }
        let offered = cases.indices.map { place in
            let others = Set(Self.numbers(people[place], "person_keys").flatMap { persons[$0] ?? [] })
            return cases[place].merging(["person_handles": others.flatMap { Self.numbers(people[$0], "handles") }]) {
                $1
            }
        }
        let known = try ask(["link", "--step", "cases"], offered)
        let keys = holders(known, "keys").filter { $0.value.count <= hotKey }
        let counts = holders(known, "counted").mapValues(\.count)
        func counted(_ object: Object) -> [Object] {
            Self.numbers(object, "counted").compactMap { value in counts[value].map { ["value": value, "n": $0] } }
        }
        return threads(of: questions).map { thread in
            var found: [Int: [Int]] = [:]
            for place in thread {
                for key in Self.numbers(questions[place], "keys") {
                    for holder in keys[key] ?? [] { found[holder, default: []].append(key) }
                }
                let named = questions[place]["named_cases"] as? [String] ?? []
                for holder in cases.indices where named.contains(cases[holder]["case_id"] as? String ?? "") {
                    found[holder, default: []] += []
                }
            }
            let excerpt = found.map { holder, keys in
                cases[holder].merging(
                    Self.object(["keys": keys, "lent": known[holder]["lent"], "counts": counted(known[holder])])
                ) { $1 }
            }
            return [
                "comments": thread.map { withParentSource(comments[$0]) }, "cases": excerpt,
                "counts": thread.flatMap { counted(questions[$0]) },
            ]
        }
    }

    /// Places of the rows that have each number of a list.
    private func holders(_ rows: [Object], _ list: String) -> [Int: [Int]] {
        var result: [Int: [Int]] = [:]
        for (place, row) in rows.enumerated() {
            for number in Self.numbers(row, list) { result[number, default: []].append(place) }
        }
        return result
    }

    /// Places of the comments that hang together by their nodes.
    private func threads(of questions: [Object]) -> [[Int]] {
        var thread = Array(questions.indices)
        let shared = holders(questions, "nodes").values
        while true {
            let before = thread
            for places in shared {
                let least = places.map { thread[$0] }.min() ?? 0
                for place in places { thread[place] = least }
            }
            if thread == before { break }
        }
        return Array(Dictionary(grouping: questions.indices) { thread[$0] }.values)
    }

    // MARK: - Voices

    private func groups(_ links: [Object], _ questions: [Object], _ scores: [String]) -> [Object] {
        let counting = links.filter { ["auto", "confirmed"].contains($0["status"] as? String ?? "") }
        let byRow = Dictionary(uniqueKeysWithValues: counting.map { ($0["row"] as? Int ?? 0, $0) })
        func own(_ comment: Object) -> String? {
            guard let link = byRow[comment["row"] as? Int ?? 0],
                ["same_case", "follow_up"].contains(link["relation"] as? String ?? "")
            else { return nil }
            return link["case_id"] as? String
        }
        func brand(_ comment: Object) -> String? {
            guard let caseID = own(comment) else { return comment["brand"] as? String }
            let ofCase = cases.first { $0["case_id"] as? String == caseID }?["brand"] as? String
            return ofCase ?? comments.filter { own($0) == caseID }.compactMap { $0["brand"] as? String }.min()
        }
        var groups: [[String]: [Object]] = [:]
        for (place, comment) in comments.enumerated() {
            guard let brand = brand(comment) else { continue }
            let person = questions[place]["person"] as? String
            let name = own(comment).map { ["case", $0] } ?? person.map { ["person", $0] } ?? ["row", "\(place)"]
            let link = byRow[comment["row"] as? Int ?? 0] ?? [:]
            let added = Self.object([
                "person": person, "score": scores[place], "case_id": link["case_id"], "relation": link["relation"],
            ])
            groups[[brand] + name, default: []].append(comment.merging(added) { $1 })
        }
        return groups.map { ["brand": $0.key[0], "comments": $0.value] }
    }

    // MARK: - Streams

    /// Asks `koe` about some rows.
    ///
    /// - Returns: the answers, in the order of the rows.
    private func ask(_ words: [String], _ rows: [Object]) throws -> [Object] {
        let lines = try rows.enumerated().map { try Self.line($0.element.merging(["id": $0.offset]) { $1 }) }
        let options = ["--stream", "--trailer", "-w", folder.appending(path: "frozen").path]
        let result = try KoeProcess.run(words + options, input: lines.joined(separator: "\n") + "\n")
        try #require(result.status == 0, "\(words): \(result.errors)")
        let answers = try Self.objects(result.output)
        let trailer = try #require(answers.last?["trailer"] as? Object)
        #expect(trailer["rows"] as? Int == rows.count)
        return Array(answers.dropLast())
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: "results/\(name)/part-0.ndjson"), encoding: .utf8)
    }

    private func write(_ name: String, _ rows: [Object]) throws {
        let place = folder.appending(path: "results/\(name)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let lines = try rows.map { try Self.line($0) + "\n" }
        try Data(lines.joined().utf8).write(to: place.appending(path: "part-0.ndjson"))
    }

    /// An object without the members that are absent.
    private static func object(_ members: [String: Any?]) -> Object { members.compactMapValues(\.self) }

    private static func line(_ object: Object) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    private static func objects(_ lines: String) throws -> [Object] {
        try lines.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? Object)
        }
    }

    private static func numbers(_ object: Object, _ name: String) -> [Int] { object[name] as? [Int] ?? [] }

    private static func digest(of url: URL) throws -> String { try Digest.hex(ofFileAt: url) }
}
