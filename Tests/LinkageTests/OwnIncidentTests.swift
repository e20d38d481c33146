import Feedback
import Foundation
import Testing

@testable import Linkage

struct OwnIncidentTests {
    /// The answers of `Fixtures/linkage/answers.tsv` with the relation a reader would give them.
    private static let answers: [(relation: String, text: String)] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Fixtures/linkage/answers.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { fatalError("fixture is missing") }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
            let columns = line.split(separator: "\t")
            return (String(columns[0]), String(columns[1]))
        }
    }()

    @Test func remarksAndOwnIncidentsAreToldApart() {
        let opening = Sample.comment("top", "受付番号98765432です。", author: "五十嵐達也")
        let run = Sample.run([Sample.makeCase("K1", number: "98765432", customer: "五十嵐達也")])
        var wrong: [String: [String]] = [:]
        for (relation, text) in Self.answers {
            let answer = Sample.comment(
                "a",
                text,
                author: "Olga Novak",
                posted: Sample.noon(2020, 6, 1),
                answers: "top"
            )
            let found = run.link(thread: [opening, answer])[1].link?.relation.rawValue ?? "none"
            if found != relation { wrong[relation, default: []].append(text) }
        }
        #expect((wrong["about"] ?? []).count <= 2, "\(wrong["about"] ?? [])")
        #expect((wrong["similar_case"] ?? []).count <= 4, "\(wrong["similar_case"] ?? [])")
    }
}
