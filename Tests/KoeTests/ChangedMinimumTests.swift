import Foundation
import Testing

/// A night that brings both new comments and another number of voices that a cell must have.
struct ChangedMinimumTests {
    private static let comments = (1...12).map { number in
        """
        {"id":"c\(number)","source":"web","author":"P\(number)","posted_at":"2016-02-\(10 + number)T10:00:00Z",\
        "brand":"Aozora Express","text":"Nobody answered, the support is awful."}
        """
    }

    private func setMinimum(_ voices: Int, in workspace: ImportedWorkspace) throws {
        let file = URL(filePath: workspace.path).appending(path: "koe.yaml")
        let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("minimumVoices") && !$0.hasPrefix("asOf") }
        let lines = kept.map(String.init) + ["minimumVoices: \(voices)", "asOf: 2016-06-01T00:00:00Z"]
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }

    private func measure(_ comments: [String], as name: String, in workspace: ImportedWorkspace) throws {
        try workspace.load(workspace.file(name, comments))
        for stage in ["score", "link", "measure"] { try workspace.koe([stage]) }
    }

    @Test func endsWhereOneMeasuringDoes() throws {
        let (nights, atOnce) = (try ImportedWorkspace(), try ImportedWorkspace())
        try setMinimum(2, in: nights)
        try measure(Array(Self.comments.dropLast()), as: "first.ndjson", in: nights)
        try setMinimum(12, in: nights)
        try measure(Self.comments.suffix(1), as: "night.ndjson", in: nights)
        try setMinimum(12, in: atOnce)
        try measure(Self.comments, as: "all.ndjson", in: atOnce)
        let (cells, expected) = (try nights.koe(["export", "cells"]), try atOnce.koe(["export", "cells"]))
        #expect(cells.output == expected.output)
        // It fails where the sums that are kept differ from those of the rows.
        let (hash, expectedHash) = (try nights.hash(), try atOnce.hash())
        #expect(hash == expectedHash)
    }
}
