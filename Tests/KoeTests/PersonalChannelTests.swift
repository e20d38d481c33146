import Foundation
import Testing

/// Channels, products and events that name a person, in flags and everything that tells of them.
///
/// Two channels change places half-way, one of which is an address, and so do two products, one of which is a number: each
/// brand as a whole stays as it was, so that every flag is one of a channel or a product.
struct PersonalChannelTests {
    private static let secrets = [
        "tanaka@", "tanaka%40", "tanakaexample", "090-1234", "0901234", "yamada@", "03-9999",
        "watanabe@",
    ]

    private let workspace: ImportedWorkspace

    init() throws {
        workspace = try ImportedWorkspace()
        let settings = """
            language: en
            brands:
              - name: Acme
              - name: Beta
            events:
              - {date: 2020-11-03, label: "yamada@example.jp called 03-9999-0001", brand: Acme}
              - {date: 2020-11-04, label: "New desk", brand: Acme, channel: "tanaka@example.jp"}
              - {date: 2020-11-05, label: "Recall", brand: Beta, product: "090-1234-5678"}

            """
        try Data(settings.utf8).write(to: URL(filePath: workspace.path + "/koe.yaml"))
        let rows = (0..<40).flatMap { month in
            [("Acme", "channel", ["tanaka@example.jp", "web"]), ("Beta", "product", ["090-1234-5678", "Phone"])]
                .flatMap { brand, column, names in
                    (0..<24).map { number in
                        let isBad = (number * 7 + month * 3) % 10 < ((number % 2 == 0) == (month < 20) ? 1 : 8)
                        let text = isBad ? "The support was slow and rude." : "The support was quick and polite."
                        let (year, inYear) = (2019 + month / 12, String(101 + month % 12).suffix(2))
                        let day = "\(year)-\(inYear)-\(String(101 + number).suffix(2))"
                        return """
                            {"id":"\(brand)\(month)-\(number)","brand":"\(brand)","author":"w\(brand)\(month)x\(number)",\
                            "posted_at":"\(day)T03:00:00Z","text":"\(text)","\(column)":"\(names[number % 2])"}
                            """
                    }
                }
        }
        let odd = #"{"id":"q","posted_at":"never","text":"?"}"#
        _ = try workspace.file("ws/inbox/watanabe@example.jp.ndjson", rows + [odd])
        try workspace.koe(["run"])
    }

    private func expectHidden(_ shown: String, _ place: String) {
        for secret in Self.secrets { #expect(!shown.contains(secret), "\(place): \(secret)") }
    }

    private func ids(_ arguments: [String]) throws -> [String] {
        struct Row: Decodable { let flagID: String }
        return try workspace.koe(["export", "flags"] + arguments).output.split(separator: "\n").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8)).flagID
        }
    }

    @Test func flagsOfPersonalChannelsAreShownAndTakenByHashes() throws {
        let (stored, shown) = (try ids([]), try ids(["--mask"]))
        let personal = zip(stored, shown).filter { id, _ in Self.secrets.contains { id.contains($0) } }
        #expect(Set(personal.map { $0.0.prefix { $0 != "/" } }) == ["Acme", "Beta"])
        for (id, name) in personal {
            // Sixteen digits of a keyed hash stand for the channel or product.
            #expect(name.wholeMatch(of: /(Acme\/support@|Beta\/support#)[0-9a-f]{16}\/20[0-9-]+'?/) != nil, "\(name)")
            for name in [id, name] {
                for form in [[], ["--json"]] {
                    expectHidden(try workspace.koe(form + ["why", "flag", name]).output, "why \(name) \(form)")
                    expectHidden(try workspace.koe(form + ["attribute", "--flag", name]).output, "attribute \(name)")
                }
                let marked = try workspace.koe(["flags", "acknowledge", name, "--note", "seen by kim@example.jp"])
                #expect(marked.output.contains("acknowledged") && !marked.output.contains("kim@"))
                expectHidden(marked.output, "acknowledge")
            }
            #expect(try workspace.koe(["why", "flag", name, "--unmask"]).output.contains(id))
        }
        #expect(try workspace.koe(["flags", "--unmask"]).output.contains("tanaka@example.jp"))
        let sets = ["comments", "voices", "cells", "versions", "flags"].map { ["export", $0, "--mask"] }
        let others = ["flags", "notify --dry-run", "runs", "runs 1", "quarantine", "reread"]
        for question in sets + others.map({ $0.split(separator: " ").map(String.init) }) {
            for form in [[], ["--json"]] where question[0] != "export" || form.isEmpty {
                let result = try workspace.koe(form + question)
                expectHidden(result.output + result.errors, "\(form + question)")
            }
        }
        #expect(try workspace.koe(["quarantine", "list", "--unmask"]).output.contains("watanabe@example.jp.ndjson"))
        let file = workspace.path + "/inbox/watanabe@example.jp.ndjson"
        expectHidden(try workspace.koe(["import", "--suggest", file]).output, "a proposed mapping")
        expectHidden(try workspace.koe(["import", "undo", file, "--dry-run"]).output, "an import taken back")
        let found = try workspace.koe(["search", "rude", "--limit", "1"]).output
        let key = try #require(found.split(separator: " ").first.map(String.init))
        expectHidden(key, "key of a comment")
        #expect(try workspace.koe(["why", "comment", key]).output.contains("slow and rude"))
        let source = String(key.prefix { $0 != ":" })
        #expect(try workspace.koe(["erase", "--source", source, "--dry-run"]).output.contains("1920 comments"))
        let unknown = try workspace.koe(["why", "flag", "none"], status: 4)
        expectHidden(unknown.errors, "what is there")
        expectHidden(try workspace.koe(["run"]).output, "run")
        let files = try FileManager.default.subpathsOfDirectory(atPath: workspace.path + "/reports")
        #expect(files.contains { $0.hasSuffix("summary.txt") })
        for file in files {
            expectHidden(file, "name of a page")
            let bytes = FileManager.default.contents(atPath: workspace.path + "/reports/" + file) ?? Data()
            expectHidden(String(decoding: bytes, as: UTF8.self), file)
        }
        // The events are drawn all the same, with what is personal in them hidden.
        let events = FileManager.default.contents(atPath: workspace.path + "/reports/latest/csv/events.csv") ?? Data()
        #expect(String(decoding: events, as: UTF8.self).contains("•••@••• called •••-••••"))
    }
}
