import Foundation
import FoundationNetworking
import Testing

/// Nothing that any command, page or file shows names a person.
///
/// One workspace with a flag, a case, a decision, a row in quarantine and an acknowledged flag, each of which holds what is
/// personal in many spellings; every question is asked of it.
struct PersonalDataTests {
    private static let secrets = [
        "Nagisa", "nagisa@example.jp", "ｎａｇｉｓａ＠ｅｘａｍｐｌｅ．ｊｐ", "kaworu_n@example.jp",
        "090 - 1234 - 5678", "03/1234/5678", "０９０−１２３４−５６７８", "+81 90 1234 5678", "(03) 1234-5678",
        "4111 1111 1111 1111", "4111111111111111", "ORD-123456",
    ]
    private static let words = """
        The support was slow and rude. Call 090 - 1234 - 5678, 03/1234/5678, ０９０−１２３４−５６７８, +81 90 1234 5678 or \
        (03) 1234-5678, write to nagisa@example.jp or ｎａｇｉｓａ＠ｅｘａｍｐｌｅ．ｊｐ, my card is 4111 1111 1111 1111 or \
        4111111111111111, the order ORD-123456. Dear Kaworu Nagisa, no.
        """

    private static func row(
        _ id: String,
        _ day: String,
        _ text: String,
        _ author: String,
        _ more: String = ""
    ) -> String {
        """
        {"id":"\(id)","brand":"Acme","author":"\(author)","posted_at":"\(day)T03:00:00Z","text":"\(text)"\(more)}
        """
    }

    private static var comments: [String] {
        let others = (0..<40).flatMap { month in
            (0..<12).map { number in
                let isUnhappy = (number * 7 + month * 3) % 10 < (month < 20 ? 1 : 8)
                let day = "\(2019 + month / 12)-\(String(101 + month % 12).suffix(2))-\(10 + number)"
                let text = isUnhappy ? "The support was slow and rude." : "The support was quick and polite."
                return row("m\(month)-\(number)", day, text, "writer \(month)x\(number)")
            }
        }
        let address = #","author_id":"kaworu_n@example.jp","case_no":"100234","rating":5,"rating_scale":"1..5""#
        let own = [
            row("k1", "2021-02-20", words, "Kaworu Nagisa", address),
            row("k2", "2021-02-21", words, "Kaworu Nagisa", address),
            row("k3", "no day", words, "Kaworu Nagisa"),
        ]
        return others + own
    }

    private static let supportCase = """
        {"case_id":"C1","number":"100234","brand":"Acme","customer":"Kaworu Nagisa","customer_handle":"kaworu_n@example.jp",\
        "opened_at":"2021-02-19T00:00:00Z","subject":"Kaworu Nagisa waits for ORD-123456","events":[{"at":\
        "2021-02-19T01:00:00Z","kind":"reply","actor":"agent","note":"Called Kaworu Nagisa at 090 - 1234 - 5678"}]}
        """

    private let workspace: ImportedWorkspace

    init() throws {
        workspace = try ImportedWorkspace()
        try Data("language: en\nmaskPatterns: ['ORD-[0-9]{6}']\nbrands:\n  - name: Acme\n".utf8)
            .write(to: URL(filePath: workspace.path + "/koe.yaml"))
        _ = try workspace.file("ws/inbox/shop.ndjson", Self.comments)
        _ = try workspace.file("ws/inbox/cases.ndjson", [Self.supportCase])
        try workspace.koe(["run"])
    }

    private func flag() throws -> String {
        let csv = try workspace.koe(["export", "flags", "--format", "csv"]).output
        let rows = csv.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        return try #require(rows.dropFirst().first?.first.map(String.init), "\(csv)")
    }

    private func expectHidden(_ shown: String, _ place: String) {
        for secret in Self.secrets { #expect(!shown.contains(secret), "\(place): \(secret)") }
    }

    @Test func nothingShownNamesAPerson() async throws {
        let flag = try flag()
        let note = "Called from 090 - 1234 - 5678 about ORD-123456"
        try workspace.koe(["flags", "acknowledge", flag, "--note", note])
        try workspace.koe(["review", "link", "shop:k1", "C1", "--by", "Misato", "--note", note])
        try workspace.koe(["run"])
        try workspace.koe(["index"])
        let nameless = Self.words.replacing("Kaworu Nagisa", with: "Sir")
        let labelled = try workspace.file("labels.tsv", ["text\tlabel", "\(nameless)\t1"])
        let sets = ["comments", "scores", "voices", "cases", "cells", "flags"]
        let questions =
            [
                ["search", "slow"], ["why", "comment", "shop:k1"], ["why", "case", "C1"], ["why", "flag", flag],
                ["why", "measure", "Acme", "2021-02", "--limit", "0"], ["flags"], ["review", "list"],
                ["review", "show", "shop:k1"], ["review", "log"], ["quarantine", "list"], ["quarantine", "show"],
                ["quarantine", "export", "--mask"], ["runs"], ["runs", "1"], ["evaluate", labelled], ["doctor"],
                ["attribute", "Acme", "2020", "2021"], ["erase", "--list"], ["notify", "--dry-run"],
                ["lexicon", "audit", "--least", "1"], ["import", "--dry-run", workspace.path + "/inbox/shop.ndjson"],
            ] + sets.map { ["export", $0, "--mask"] } + sets.map { ["export", $0, "--mask", "--format", "csv"] }
        for question in questions {
            for form in [[], ["--json"]] where question[0] != "export" || form.isEmpty {
                let result = try KoeProcess.run(["-w", workspace.path] + form + question)
                #expect(result.status <= 1, "\(question): \(result.errors)")
                expectHidden(result.output + result.errors, "koe \((form + question).joined(separator: " "))")
            }
        }
        try expectFilesHidden()
        try await expectPagesHidden(flag: flag)
    }

    /// Every file of the report, its tables among them, and what a run writes beside it.
    private func expectFilesHidden() throws {
        let reports = workspace.path + "/reports"
        let paths = try FileManager.default.subpathsOfDirectory(atPath: reports).map { reports + "/" + $0 }
        #expect(paths.count > 10)
        for path in paths + [workspace.path + "/metrics.prom"] {
            expectHidden(String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self), path)
        }
    }

    private func expectPagesHidden(flag: String) async throws {
        let server = KoeProcess.start(["-w", workspace.path, "serve", "--port", "0"])
        let errors = Pipe()
        server.standardError = errors
        try server.run()
        defer {
            server.terminate()
            server.waitUntilExit()
        }
        let line = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        let address = try #require(line.split(separator: " ").first { $0.hasPrefix("http://") }.map(String.init))
        let pages = [
            "overview", "comments", "comments?q=slow", "comments.csv", "comment/shop:k1", "brand/Acme", "case/C1",
            "flag/\(flag)", "search?q=slow", "review", "api/health", "api/search?q=slow", "api/comments",
            "api/comment/shop:k1", "api/measures?brand=Acme", "api/measures/Acme?period=2021-02", "api/flags",
            "api/flags/\(flag)", "metrics", "",
        ]
        for page in pages {
            let url = try #require(URL(string: address + page))
            let (data, response) = try await URLSession.shared.data(from: url)
            #expect((response as? HTTPURLResponse)?.statusCode == 200, "\(page)")
            expectHidden(String(decoding: data, as: UTF8.self), page)
        }
    }

    /// A case, a comment, rows in quarantine, and what others wrote about the person at a flag and at a decision.
    @Test func erasureReachesEveryByteOfTheWorkspace() throws {
        let note = "Kaworu Nagisa called from 090 - 1234 - 5678 about ORD-123456"
        try workspace.koe(["flags", "acknowledge", try flag(), "--note", note])
        try workspace.koe(["review", "link", "shop:k1", "C1", "--by", "Misato", "--note", note])
        try workspace.koe(["run"])
        try workspace.koe(["index"])
        try workspace.koe(["backup"])
        #expect(try holders(of: "Nagisa").contains("koe.db"))
        let cells = try publishedCells()
        try workspace.koe(["erase", "--author", "Kaworu Nagisa"])
        for secret in ["Nagisa", "nagisa", "kaworu_n", "4111 1111", "03/1234/5678"] {
            #expect(try holders(of: secret) == [], "\(secret)")
        }
        #expect(cells.count > 100)
        #expect(try cells.subtracting(publishedCells()) == [])
        #expect(try workspace.koe(["flags"]).output.contains("acknowledged"))
        try workspace.koe(["run"])
        #expect(try holders(of: "Nagisa") == [])
    }

    private struct Cell: Decodable, Hashable {
        let brand: String
        let periodLength: String
        let period: String
        let channel: String
        let measure: String
        let n: Int
        let sum: Int
        let customers: Int
    }

    /// The cells in which enough customers speak that one of them can be sealed.
    private func publishedCells() throws -> Set<Cell> {
        let cells = try workspace.koe(["export", "cells"]).output.split(separator: "\n")
            .map { try JSONDecoder().decode(Cell.self, from: Data($0.utf8)) }
        return Set(cells.filter { $0.customers >= 5 })
    }

    /// Files of the workspace that hold a text, the user's own in the inbox aside.
    private func holders(of text: String) throws -> [String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: workspace.path)
        return paths.filter { !$0.hasPrefix("inbox") }.filter { path in
            let bytes = FileManager.default.contents(atPath: workspace.path + "/" + path) ?? Data()
            return bytes.range(of: Data(text.utf8)) != nil
        }
    }

    /// The same questions, asked by somebody who may see it.
    @Test func whoMaySeeItSeesIt() throws {
        for question in [
            ["why", "comment", "shop:k1", "--unmask"], ["why", "case", "C1", "--unmask"],
            ["quarantine", "show", "--unmask"], ["export", "comments"],
        ] {
            let shown = try workspace.koe(question).output
            #expect(shown.contains("Nagisa") && shown.contains("ORD-123456"), "\(question)")
        }
    }
}
