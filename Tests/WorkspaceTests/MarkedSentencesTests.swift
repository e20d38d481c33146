import Feedback
import Foundation
import Testing

@testable import Workspace

/// The list of sentences that people have found scored wrongly.
struct MarkedSentencesTests {
    private func withList(_ body: (MarkedSentences) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "koe-marked-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A leftover in the temporary folder harms nobody.
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(MarkedSentences(of: WorkspaceFolder(directory: folder)))
    }

    @Test func whatIsAddedIsReadAsLabelledTexts() throws {
        try withList { list in
            #expect(list.isEmpty)
            try list.add(
                "Great,\tif you\r\nlike waiting",
                side: -1,
                comment: "web:1",
                language: "en",
                day: "2014-12-31"
            )
            try list.add("早い", side: 1, comment: "web:2", language: nil, day: "2015-01-01")
            let file = try LabelledFile(list.file)
            #expect(file.problems.isEmpty)
            #expect(file.rows.map(\.text) == ["Great, if you like waiting", "早い"])
            #expect(file.rows.map(\.label) == [-1, 1] && file.rows.map(\.id) == ["web:1", "web:2"])
            #expect(file.rows.map(\.language) == [.english, nil] && file.rows.first?.date == "2014-12-31")
            let rights = try FileManager.default.attributesOfItem(atPath: list.file.path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
        }
    }

    @Test func whatIsErasedLeavesTheList() throws {
        try withList { list in
            for id in ["web:1", "web:2", "web:1"] {
                try list.add("text of \(id)", side: 0, comment: id, language: nil, day: "2014-12-31")
            }
            try list.remove(of: ["web:1", "web:9"])
            #expect(try LabelledFile(list.file).rows.map(\.id) == ["web:2"])
        }
    }

    @Test(arguments: [("", 0), ("  \n", 0), ("x", 2), (String(repeating: "x", count: 4_001), 1)])
    func whatSaysNothingIsRefused(text: String, side: Int) throws {
        try withList { list in
            let error = #expect(throws: WorkspaceError.self) {
                try list.add(text, side: side, comment: "web:1", language: nil, day: "2014-12-31")
            }
            #expect(error?.code == .usage && list.isEmpty)
        }
    }
}
