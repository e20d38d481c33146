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
        "4111 1111 1111 1111", "4111111111111111", "ORD-123456", "田中", "一郎", "Tanaka",
        // Ids, channels and threads that are addresses or numbers, as they stand and as addresses of pages carry them.
        "kmail@", "kmail%40", "090-7777", "7777-8888", "5555 6666", "5555%206666", "3333-4444", "th@", "lost@", "shop@",
        "pen@",
    ]
    private static let words = """
        The support was slow and rude. Call 090 - 1234 - 5678, 03/1234/5678, ０９０−１２３４−５６７８, +81 90 1234 5678 or \
        (03) 1234-5678, write to nagisa@example.jp or ｎａｇｉｓａ＠ｅｘａｍｐｌｅ．ｊｐ, my card is 4111 1111 1111 1111 or \
        4111111111111111, the order ORD-123456. Dear Kaworu Nagisa, no. Kaworu Nagisa
        """
    /// What staff write of customers; those whom a decision is about have one name there.
    private static let note = """
        Kaworu Nagisa and 田中一郎 (Taro Tanaka) called from 090 - 1234 - 5678 about ORD-123456
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
            row("kmail@example.jp", "2021-02-21", words, "Kaworu Nagisa", address),
            row("090-7777-8888", "2021-02-22", words, "Kaworu Nagisa", address),
            row("t1", "2021-02-22", "対応が遅い。田中様と言われた。田中一郎です。", "田中一郎", #","thread_id":"th@example.jp""#),
            row(
                "t2",
                "2021-02-24",
                "田中様、対応が遅い。Dear Mr Tanaka, slow",
                "Taro Tanaka",
                #","in_reply_to":"lost@example.jp","channel":"shop@example.jp","product":"ORD-123456""#
            ),
            // Somebody else, who is in no case of that person.
            row(
                "+81 90 5555 6666",
                "2021-02-25",
                words.replacing(", the order ORD-123456", with: ""),
                "pen@example.jp",
                #","title":"Dear Mr Tanaka""#
            ),
        ]
        return others + own
    }

    /// A case whose id is a phone number, and whose subject names the customer.
    private static let numbered = """
        {"case_id":"tel 090-3333-4444","number":"090-3333-4444","brand":"Acme","customer":"田中一郎","customer_handle":\
        "tanaka@example.jp","opened_at":"2021-02-20T00:00:00Z","subject":"田中一郎様 サポートの対応が遅い","events":[{"at":\
        "2021-02-20T01:00:00Z","kind":"reply","actor":"agent","note":"田中様に電話 ０９０−１２３４−５６７８"}]}
        """

    private static let supportCase = """
        {"case_id":"C1","number":"100234","brand":"Acme","customer":"Kaworu Nagisa","customer_handle":"kaworu_n@example.jp",\
        "opened_at":"2021-02-19T00:00:00Z","subject":"Kaworu Nagisa waits for ORD-123456, slow and rude support","events":[{"at":\
        "2021-02-19T01:00:00Z","kind":"reply","actor":"agent","note":"Called Kaworu Nagisa at 090 - 1234 - 5678"}]}
        """

    private let workspace: ImportedWorkspace

    init() throws {
        workspace = try ImportedWorkspace()
        try Data("language: en\nmaskPatterns: ['ORD-[0-9]{6}']\nbrands:\n  - name: Acme\n".utf8)
            .write(to: URL(filePath: workspace.path + "/koe.yaml"))
        _ = try workspace.file("ws/inbox/shop.ndjson", Self.comments)
        _ = try workspace.file("ws/inbox/cases.ndjson", [Self.supportCase, Self.numbered])
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
        for form in [[], ["--json"]] {
            for said in [
                ["flags", "acknowledge", flag, "--note", Self.note],
                ["review", "link", "shop:k1", "C1", "--by", "Misato", "--note", Self.note + "; Nagisa waits"],
                [
                    "review", "reject", "shop:t1", "--case", "tel 090-3333-4444", "--by", "Misato", "--note",
                    Self.note + "。田中が待つ",
                ],
            ] {
                let result = try workspace.koe(form + said)
                // Who asks may be told what he wrote himself as an id, and nothing else.
                expectHidden(result.output + result.errors, "koe \(form) \(said.prefix(2))")
            }
        }
        try workspace.koe(["run"])
        try workspace.koe(["index"])
        let addressed = Self.words.replacing(". Kaworu Nagisa", with: ".").replacing("no.", with: "no. ")
        let labelled = try workspace.file(
            "labels.tsv",
            ["text\tlabel", "\(addressed)Dear Mr Tanaka\t1", "田中様、遅くて最悪。\t1"]
        )
        let sets = ["comments", "scores", "voices", "links", "cases", "cells", "flags"]
        let keys = ["k1", "kmail@example.jp", "090-7777-8888", "t1", "t2", "+81 90 5555 6666"].map { "shop:" + $0 }
        let questions =
            keys.flatMap { [["why", "comment", $0], ["review", "show", $0]] } + [
                ["search", "slow"], ["search", "対応"], ["why", "case", "C1"], ["why", "case", "tel 090-3333-4444"],
                ["why", "flag", flag],
                ["why", "measure", "Acme", "2021-02", "--limit", "0"], ["flags"], ["review", "list"],
                ["review", "log"], ["review", "export", "--mask"],
                ["quarantine", "list"], ["quarantine", "show"],
                ["quarantine", "export", "--mask"], ["runs"], ["runs", "1"], ["evaluate", labelled], ["doctor"],
                ["attribute", "Acme", "2020", "2021"], ["erase", "--list"], ["notify", "--dry-run"],
                ["lexicon", "audit", "--least", "1"], ["import", "--dry-run", workspace.path + "/inbox/shop.ndjson"],
                ["import", "--suggest", workspace.path + "/inbox/shop.ndjson"],
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
        try expectEveryCommandAsked(questions)
    }

    /// Commands that print nothing of what a source or a person has written; every other one is asked above.
    private static let speechless: Set<String> = [
        "init", "sample", "measure", "score", "link comments", "link train", "link accept", "reread", "index", "verify",
        "restore", "backup make", "backup list", "schedule show", "schedule install", "schedule remove", "token add",
        "token list", "token revoke", "cluster local", "cluster submit", "cluster check", "trend", "power", "config",
        "lexicon check", "lexicon learn", "lexicon accept", "lexicon import", "calibrate", "quarantine replay",
        "quarantine drop", "review import", "review undo", "report", "run",
        // These print what was taken down of a decision, as `review link` does.
        "review confirm", "review unlink", "review merge", "review split",
        // Its pages and answers are asked one by one.
        "serve",
    ]

    /// A new command is either asked here or has nothing to tell.
    private func expectEveryCommandAsked(_ questions: [[String]]) throws {
        let root = try HelpDump.read().command
        let asked = Set(questions.map { root.named(by: $0).command.name })
            .union(["flags acknowledge", "review link", "review reject"])
        let leaves = root.all.filter { ($0.subcommands ?? []).filter { $0.commandName != "help" }.isEmpty }
        let unasked = Set(leaves.map(\.name)).subtracting(asked).subtracting(Self.speechless)
        #expect(unasked.isEmpty, "ask these here what they tell of people: \(unasked.sorted())")
    }

    /// Every file of the report, its tables among them, and what a run writes beside it.
    private func expectFilesHidden() throws {
        let reports = workspace.path + "/reports"
        let paths = try FileManager.default.subpathsOfDirectory(atPath: reports).map { reports + "/" + $0 }
        #expect(paths.count > 10)
        for path in paths + [workspace.path + "/metrics.prom"] {
            expectHidden(path, "the name of a file")
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
        let shown = try workspace.koe(["--json", "why", "case", "tel 090-3333-4444"]).output
        let words = shown.split(separator: "\"").map(String.init)
        let caseID = try #require(words.first { $0.count == 16 && $0.allSatisfy(\.isHexDigit) }, "\(shown)")
        let mails = try workspace.koe(["--json", "why", "case", "C1"]).output
        let hashed = mails.split(separator: "\"").filter { $0.hasPrefix("shop:") && $0.count == 21 }.map(String.init)
        #expect(hashed.count >= 2, "\(mails)")
        let comments = hashed.flatMap { ["comment/\($0)", "api/comment/\($0)"] }
        let pages =
            comments + [
                "case/\(caseID)", "comments?case=\(caseID)", "comments?case=C1", "comments.csv?measure=voices",
                "facet/speed/Acme",
                "comment/shop:t1", "comment/shop:t2", "api/comment/shop:t1",
                "search?q=\("対応".utf8.map(Self.percent).joined())",
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

    private static func percent(_ byte: UInt8) -> String { "%" + String(byte, radix: 16, uppercase: true) }

    /// A case, a comment, rows in quarantine, and what others wrote about the person at a flag and at a decision.
    @Test func erasureReachesEveryByteOfTheWorkspace() throws {
        try workspace.koe(["flags", "acknowledge", try flag(), "--note", Self.note])
        try workspace.koe(["review", "link", "shop:k1", "C1", "--by", "Misato", "--note", Self.note])
        try workspace.koe(["run"])
        try workspace.koe(["index"])
        try workspace.koe(["backup"])
        #expect(try holders(of: "Nagisa").contains("koe.db"))
        let cells = try publishedCells()
        let said = try workspace.koe(["erase", "--author", "Kaworu Nagisa"]).errors
        #expect(cells.count > 100)
        #expect(try cells.subtracting(publishedCells()) == [])
        // The comment of another that holds the name stays, and so does nothing else.
        #expect(said.contains("1 comments or cases of others hold the name"), "\(said)")
        try workspace.koe(["erase", "--comment", "shop:+81 90 5555 6666"])
        for secret in ["Nagisa", "nagisa", "kaworu_n", "4111 1111", "03/1234/5678"] {
            #expect(try holders(of: secret) == [], "\(secret)")
        }
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
