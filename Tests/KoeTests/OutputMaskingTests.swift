import Foundation
import Testing

/// What the commands print of people, and to whom.
struct OutputMaskingTests {
    private let workspace: ImportedWorkspace

    private static let secrets = [
        "Kaworu", "nagisa@example.jp", "090 - 1234 - 5678", "ORD-123456", "kaworu_n@example.jp",
    ]

    init() throws {
        workspace = try ImportedWorkspace()
        try Data("maskPatterns: ['ORD-[0-9]{6}']\nbrands:\n  - name: Acme\n".utf8)
            .write(to: URL(filePath: workspace.path + "/koe.yaml"))
        let file = try workspace.file(
            "a.ndjson",
            [
                """
                {"id":"a1","brand":"Acme","author":"Kaworu Nagisa","author_id":"kaworu_n@example.jp",\
                "posted_at":"2014-02-10T00:00:00Z","rating":2,\
                "text":"Call 090 - 1234 - 5678 or nagisa@example.jp about ORD-123456, it cost 12,800 yen. Kaworu Nagisa"}
                """,
                """
                {"id":"a2","brand":"Acme","author":"Kaworu Nagisa","author_id":"kaworu_n@example.jp",\
                "posted_at":"no time","text":"Call 090 - 1234 - 5678 or nagisa@example.jp about ORD-123456, Hi Kaworu"}
                """,
            ]
        )
        try workspace.load(file, status: 1)
    }

    /// What is shown is hidden until it may be seen; data for other tools stands as it is until it is to be hidden.
    @Test(arguments: [
        (["export", "comments", "--mask"], ["export", "comments"]),
        (["export", "comments", "--format", "csv", "--mask"], ["export", "comments", "--format", "csv"]),
        (["quarantine", "show"], ["quarantine", "show", "--unmask"]),
        (["quarantine", "export", "--mask"], ["quarantine", "export"]),
    ])
    func personalDataIsHidden(command: [String], plain: [String]) throws {
        let shown = try workspace.koe(command).output
        #expect(shown.contains("•••-••••") && shown.contains("•••@•••") && shown.contains("••••"), "\(shown)")
        for secret in ["nagisa@example.jp", "090 - 1234 - 5678", "ORD-123456"] { #expect(!shown.contains(secret)) }
        if command[0] == "export" {
            #expect(shown.contains("12,800 yen"))
            for secret in Self.secrets { #expect(!shown.contains(secret), "\(secret)") }
        }
        let seen = try workspace.koe(plain).output
        for secret in Self.secrets { #expect(seen.contains(secret), "\(secret)") }
    }

    @Test func idsThatAreAddressesAreHiddenAndTaken() throws {
        let file = try workspace.file(
            "b.ndjson",
            [
                """
                {"id":"rei@example.jp","brand":"Acme","posted_at":"2014-02-10T00:00:00Z","text":"Splendid umbrella"}
                """
            ]
        )
        try workspace.load(file)
        let found = try workspace.koe(["search", "umbrella"]).output
        let key = try #require(found.split(separator: " ").first.map(String.init))
        #expect(!found.contains("rei@"))
        let id = try #require(key.split(separator: ":").last.map(String.init))
        for name in [key, id] {
            let why = try workspace.koe(["why", "comment", name]).output
            #expect(why.contains("Splendid umbrella") && !why.contains("rei@"), "\(why)")
        }
        #expect(try workspace.koe(["export", "comments", "--mask"]).output.contains("\"\(id)\""))
    }

    /// The file is kept by people, where no erasure finds it.
    @Test func proposedMappingShowsNobody() throws {
        let file = workspace.folder.url.appending(path: "a.ndjson").path
        let shown = try workspace.koe(["import", "--suggest", file]).output
        #expect(shown.contains("author=K… |") && shown.contains("text=Call •••-•••• or •••@••• about ••••"), "\(shown)")
        for secret in Self.secrets { #expect(!shown.contains(secret), "\(secret)") }
    }

    @Test func badPatternIsRefusedInWords() throws {
        try Data("maskPatterns: ['(a+']\n".utf8).write(to: URL(filePath: workspace.path + "/koe.yaml"))
        let said = try workspace.koe(["export", "comments"], status: 2).errors
        #expect(said.contains("maskPatterns") && said.contains("(a+"), "\(said)")
    }
}
