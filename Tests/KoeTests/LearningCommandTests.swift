import Feedback
import Foundation
import Testing
import Workspace

@testable import Learning

/// Learning from labelled files and from rated comments, as a user does it.
struct LearningCommandTests {
    /// "brassy" is praise and "floopy" blame in the words of this house.
    private static let rows: [(text: String, label: Int)] = (0..<180).map { number in
        let openings = ["the seat was", "my phone is", "their app seems", "this box looks"]
        let (word, label) = [("brassy", 1), ("floopy", -1), ("over there", 0)][number % 3]
        return ("\(openings[number / 3 % 4]) \(word) \(number / 12)", label)
    }

    private static let labelled =
        "id\ttext\tlabel\tscore\tstars\tdate\tlang\n"
        + rows.enumerated().map { "\($0)\t\($1.text)\t\($1.label)\t\t\t2024-05-01T10:00:00\ten\n" }.joined()

    private func scores(_ workspace: String, _ texts: [String]) throws -> [Double] {
        let input = texts.enumerated().map { "{\"id\":\($0),\"text\":\"\($1)\",\"lang\":\"en\"}\n" }.joined()
        let result = try KoeProcess.run(["-w", workspace, "score", "--stream"], input: input)
        try #require(result.status == 0, "\(result.errors)")
        return try result.output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(object?["score"] as? Double)
        }
    }

    private func expectLearnt(_ workspace: String) throws {
        let scores = try scores(workspace, ["a brassy table", "a floopy table"])
        #expect(scores[0] >= 0.05 && scores[1] <= -0.05, "\(scores)")
    }

    @Test func aLabelledFileTeachesTheWorkspace() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let file = try folder.file("half.tsv", Self.labelled)
        let list = folder.url.appending(path: "mine.tsv").path
        let learnt = try KoeProcess.run(["-w", workspace, "lexicon", "learn", file, "--out", list])
        #expect(learnt.status == 0, "\(learnt.errors)")
        #expect(learnt.output.contains("60 negative, 60 neutral, 60 positive"))
        #expect(learnt.output.contains("koe -w \(workspace) lexicon accept \(list)"))
        #expect(try scores(workspace, ["a brassy table"])[0] < 0.05)
        let accepted = try KoeProcess.run(["-w", workspace, "lexicon", "accept", list])
        #expect(accepted.status == 0, "\(accepted.errors)")
        try expectLearnt(workspace)
        let evaluated = try KoeProcess.run(["-w", workspace, "evaluate", file, "--gate", "0.9"])
        #expect(evaluated.status == 0, "\(evaluated.output)")
    }

    /// Without a file, `evaluate` measures on what people have marked, and `learn` learns from it.
    @Test func markedSentencesAreReadFromTheWorkspace() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let without = try KoeProcess.run(["-w", workspace, "evaluate"])
        #expect(without.status == 2 && without.errors.contains("name a file"))
        let rows = Self.rows.enumerated().map { "web:\($0.offset)\t\($0.element.text)\t\($0.element.label)\n" }
        _ = try folder.file("ws/marked.tsv", "id\ttext\tlabel\n" + rows.joined())
        let evaluated = try KoeProcess.run(["-w", workspace, "--json", "evaluate"])
        #expect(evaluated.output.contains("\"rows\" : \(rows.count)"), "\(evaluated.output) \(evaluated.errors)")
        let list = folder.url.appending(path: "mine.tsv").path
        let learnt = try KoeProcess.run(["-w", workspace, "lexicon", "learn", "--out", list])
        #expect(learnt.status == 0, "\(learnt.errors)")
        #expect(learnt.output.contains("learnt from \(rows.count) comments"), "\(learnt.output)")
    }

    @Test func ratedCommentsTeachTheWorkspace() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let rows = Self.rows.enumerated().map { number, row in
            "{\"id\":\"c\(number)\",\"text\":\"\(row.text)\",\"rating\":\(3 + 2 * row.label),\"brand\":\"Acme\"}\n"
        }
        let file = try folder.file("reviews.ndjson", rows.joined())
        let imported = try KoeProcess.run(["-w", workspace, "import", file])
        #expect(imported.status == 0, "\(imported.errors)")
        let list = folder.url.appending(path: "mine.tsv").path
        let learnt = try KoeProcess.run(["-w", workspace, "lexicon", "learn", "--out", list])
        #expect(learnt.status == 0, "\(learnt.errors)")
        #expect(try KoeProcess.run(["-w", workspace, "lexicon", "accept", list]).status == 0)
        try expectLearnt(workspace)
    }

    /// Nothing but the words says what these comments think, so the strengths follow the list.
    @Test func acceptingIsRehearsed() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let rows = Self.rows.enumerated().map { number, row in
            """
            {"id":"c\(number)","text":"\(row.text)","brand":"Acme","author":"a\(number)",\
            "posted_at":"2024-05-01T10:00:00Z"}

            """
        }
        let list = folder.url.appending(path: "mine.tsv").path
        let steps = [
            ["import", try folder.file("reviews.ndjson", rows.joined())], ["score"], ["link"], ["measure"],
            ["lexicon", "learn", try folder.file("half.tsv", Self.labelled), "--out", list],
        ]
        for step in steps {
            let result = try KoeProcess.run(["-w", workspace] + step)
            #expect(result.status == 0, "\(step): \(result.errors)")
        }
        let temporary = try folder.remainsOfAKilledProcess()
        let rehearsed = try KoeProcess.run(
            ["-w", workspace, "lexicon", "accept", "--dry-run", list],
            environment: ["TMPDIR": temporary]
        )
        #expect(rehearsed.status == 0, "\(rehearsed.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
        #expect(rehearsed.output.contains("accepting it would move"), "\(rehearsed.output)")
        #expect(!FileManager.default.fileExists(atPath: workspace + "/lexicon/mine.tsv"))
    }

    @Test(arguments: [
        ("a\tb\n1\t2\n", "must name the columns text and label"),
        ("text\tlabel\ngood\t1\n", "1 labelled text, and learning needs 100"),
        ("text\tlabel\ngood\tyes\n", "line 2: the label is \"yes\""),
        ("text\tstars\ngood\t9\n", "line 2: the stars are \"9\""),
        ("text\tlabel\n\t1\n", "line 2: no text"),
    ])
    func badInputIsFourAndSaysWhy(text: String, reason: String) throws {
        let folder = try TemporaryFolder()
        let result = try KoeProcess.run(["lexicon", "learn", try folder.file("bad.tsv", text)])
        #expect(result.status == 4)
        #expect(result.errors.contains(reason), "\(result.errors)")
    }

    @Test func oneClassIsRefused() throws {
        let folder = try TemporaryFolder()
        let text = "text\tlabel\n" + (0..<120).map { "a seat \($0)\t1\n" }.joined()
        let result = try KoeProcess.run(["lexicon", "learn", try folder.file("one.tsv", text)])
        #expect(result.status == 4)
        #expect(result.errors.contains("0 negative texts"), "\(result.errors)")
    }

    @Test func labelledRowsAreRead() throws {
        let folder = try TemporaryFolder()
        let text =
            "\u{FEFF}id\ttext\tlabel\tscore\tstars\tdate\tlang\r\n"
            + "a\tnice\u{2028}seat\tpositive\t0.5\t\t2024-05-01\ten\r\nb\t悪い\t\t\t2\t\tja\r\n\r\nc\tx\t2\t\t\t\t\r\n"
        let file = try LabelledFile(URL(filePath: folder.file("rows.tsv", text)))
        #expect(file.rows.map(\.side) == [1, -1])
        #expect(file.rows.map(\.text) == ["nice\u{2028}seat", "悪い"])
        #expect(file.rows.map(\.score) == [0.5, nil])
        #expect(file.rows.map(\.language) == [.english, .japanese])
        #expect(file.problems.map(\.line) == [5])
    }
}
