import Foundation
import GRDB
import Testing

/// What erased people leave in the series: sums, and nothing else.
///
/// Six customers rate Acme in April 2014, two in May. Ratings of 1 to 5 are polarities of −10,000 to 10,000.
struct SealingTests {
    private let workspace: ImportedWorkspace

    private static let rows = [
        ("a", "Asuka", "2014-04-01", 1), ("b", "Misato", "2014-04-02", 2), ("c", "Ritsuko", "2014-04-03", 3),
        ("d", "Kaji", "2014-04-04", 4), ("e", "Hikari", "2014-04-05", 5), ("f", "Maya", "2014-04-06", 5),
        ("g", "Toji", "2014-05-01", 1), ("h", "Asuka", "2014-05-02", 5),
    ]

    private static func line(_ id: String, _ author: String, _ day: String, _ rating: Int) -> String {
        """
        {"id":"\(id)","brand":"Acme","author":"\(author)","posted_at":"\(day)T03:00:00Z","rating":\(rating),\
        "text":"Number \(id) of \(author)"}
        """
    }

    init() throws {
        workspace = try ImportedWorkspace()
        try Data("brands:\n  - name: Acme\n".utf8).write(to: URL(filePath: workspace.path + "/koe.yaml"))
        _ = try workspace.file("ws/inbox/shop.ndjson", Self.rows.map(Self.line))
        try workspace.koe(["run"])
    }

    private struct Cell: Decodable, Hashable {
        let period: String
        let channel: String
        let measure: String
        let n: Int
        let sum: Int
    }

    private func cell(_ period: String, _ measure: String = "rating") throws -> Cell? {
        try workspace.koe(["export", "cells"]).output.split(separator: "\n")
            .map { try JSONDecoder().decode(Cell.self, from: Data($0.utf8)) }
            .first { $0.period == period && $0.measure == measure && $0.channel == "*" }
    }

    private func count(_ sql: String) throws -> Int {
        let database = try DatabaseQueue(path: workspace.path + "/koe.db")
        defer { try? database.close() }  // Only read.
        return try database.read { try Int.fetchOne($0, sql: sql) } ?? 0
    }

    /// April: −10,000 −5,000 +0 +5,000 +10,000 +10,000 = 10,000 over six; May has too few to hide anybody.
    @Test func numbersOfManyStayAndThoseOfFewGo() throws {
        #expect(try cell("2014-04").map { [$0.n, $0.sum] } == [6, 10_000])
        #expect(try cell("2014-05").map { [$0.n, $0.sum] } == [2, 0])
        let said = try workspace.koe(["erase", "--author", "Asuka"]).output
        #expect(try cell("2014-04").map { [$0.n, $0.sum] } == [6, 10_000])
        #expect(try cell("all").map { [$0.n, $0.sum] } == [8, 10_000])
        #expect(try cell("2014-05").map { [$0.n, $0.sum] } == [1, -10_000])
        #expect(try count("SELECT count(*) FROM voice") == 6)
        let ratings = "FROM sealedCell WHERE channel = '*' AND measure = 'rating' AND period"
        #expect(try count("SELECT n \(ratings) = '2014-04'") == 1)
        #expect(try count("SELECT sum \(ratings) = '2014'") == 0)
        #expect(try count("SELECT count(*) FROM sealedCell WHERE period = '2014-05'") == 0)
        // Brand strength is taken from the ratings here: 50·(1 + 10,000/80,000) = 56.25 with Asuka, who gave −10,000 and
        // +10,000, and 50·(1 + 10,000/60,000) = 58.33 without.
        #expect(said.contains("Acme: 2 voices of brand strength count on as sealed sums"), "\(said)")
        #expect(said.contains("moved by +2.08 points"), "\(said)")
        #expect(try workspace.koe(["erase", "--list"]).output.contains("moved by +2.08 points"))
    }

    private static func subject(
        _ id: String,
        _ author: String,
        _ day: String,
        _ word: String,
        _ version: String
    ) -> String {
        """
        {"id":"\(id)","brand":"Acme","author":"\(author)","posted_at":"\(day)T03:00:00Z","product":"Phone",\
        "app_version":"\(version)","text":"The support was \(word)."}
        """
    }

    /// Version 2.0: slow, slow, quick four times, so −20,000 + 40,000 = 20,000 over six customers; 1.0: two customers.
    ///
    /// The product has all eight voices, of seven customers; over all time Asuka's two add −10,000 + 10,000 to it.
    @Test func versionsAndProductsStayToo() throws {
        let words = [
            ("p", "Asuka", "slow"), ("q", "Misato", "slow"), ("r", "Ritsuko", "quick"), ("s", "Kaji", "quick"),
            ("t", "Hikari", "quick"), ("u", "Maya", "quick"),
        ]
        let rows = words.map { Self.subject($0.0, $0.1, "2015-04-01", $0.2, "2.0") }
        let few = [("v", "Asuka", "quick"), ("w", "Toji", "slow")]
        _ = try workspace.file(
            "ws/inbox/subjects.ndjson",
            rows + few.map { Self.subject($0.0, $0.1, "2015-05-01", $0.2, "1.0") }
        )
        try workspace.koe(["run"])
        let version = "FROM versionSum WHERE product = 'Phone' AND version"
        let cell = "product = 'Phone' AND channel = '*' AND measure = 'support'"
        let product = "FROM sealedProductCell WHERE \(cell) AND period"
        func expectKept(_ place: Comment) throws {
            #expect(try count("SELECT voices \(version) = '2.0'") == 6, place)
            #expect(try count("SELECT sum \(version) = '2.0'") == 20_000, place)
            #expect(try count("SELECT customers \(version) = '2.0'") == 6, place)
        }
        try expectKept("before")
        #expect(try count("SELECT voices \(version) = '1.0'") == 2)
        try workspace.koe(["erase", "--author", "Asuka"])
        try expectKept("after")
        #expect(try count("SELECT voices \(version) = '1.0'") == 1)
        #expect(try count("SELECT sum FROM sealedVersion WHERE version = '2.0'") == -10_000)
        #expect(try count("SELECT count(*) FROM sealedVersion WHERE version = '1.0'") == 0)
        #expect(try count("SELECT sum \(product) = '2015-04'") == -10_000)
        #expect(try count("SELECT n \(product) = 'all'") == 2 && count("SELECT sum \(product) = 'all'") == 0)
        #expect(try count("SELECT count(*) \(product) = '2015-05'") == 0)
        try workspace.koe(["erase", "--author", "Misato"])
        #expect(try count("SELECT sum FROM sealedVersion WHERE version = '2.0'") == -20_000)
        #expect(try count("SELECT sum \(product) = '2015-04'") == -20_000)
        try expectKept("after another")
        // Everything is measured anew when a setting changes what cells there are.
        try Data("flagPeriods: none\nbrands:\n  - name: Acme\n".utf8)
            .write(to: URL(filePath: workspace.path + "/koe.yaml"))
        try workspace.koe(["run"])
        try expectKept("measured anew")
    }

    @Test func sumsOutliveRunsAndMeasuringAnew() throws {
        try workspace.koe(["erase", "--author", "Asuka"])
        let hash = try workspace.hash()
        try workspace.koe(["run"])
        #expect(try workspace.hash() == hash)
        // Everything is measured anew when a setting changes what cells there are, and back.
        for settings in ["flagPeriods: none\n", ""] {
            try Data("\(settings)brands:\n  - name: Acme\n".utf8)
                .write(to: URL(filePath: workspace.path + "/koe.yaml"))
            try workspace.koe(["run"])
            #expect(try cell("2014-04").map { [$0.n, $0.sum] } == [6, 10_000])
        }
        try FileManager.default.moveItem(
            atPath: workspace.path + "/inbox/shop.ndjson",
            toPath: workspace.path + "/inbox/shop-2.ndjson"
        )
        try workspace.koe(["run"])
        #expect(try cell("2014-04").map { [$0.n, $0.sum] } == [6, 10_000])
        #expect(try cell("all").map { [$0.n, $0.sum] } == [8, 10_000])
    }

    @Test func everyErasureAddsToTheSameSums() throws {
        for name in ["Asuka", "Misato", "Ritsuko"] { try workspace.koe(["erase", "--author", name]) }
        #expect(try cell("2014-04").map { [$0.n, $0.sum] } == [6, 10_000])
        let sealed = "SELECT sum FROM sealedCell WHERE period = '2014-04' AND channel = '*' AND measure = 'rating'"
        #expect(try count(sealed) == -15_000)
        #expect(try count("SELECT count(*) FROM sealedCell WHERE period = '2014-04' AND measure = 'rating'") == 2)
    }

    /// A comment of somebody whose other words stay: what the voice loses is kept as a sum.
    @Test func singleCommentLeavesItsShare() throws {
        _ = try workspace.file("ws/inbox/shop-2.ndjson", [Self.line("i", "Misato", "2014-04-09", 4)])
        try workspace.koe(["run"])
        let before = try #require(try cell("2014-04"))
        try workspace.koe(["erase", "--comment", "shop:i"])
        #expect(try cell("2014-04") == before)
        #expect(try count("SELECT count(*) FROM voice WHERE author = 'Misato' OR voiceID LIKE '%Misato%'") == 1)
    }

    @Test func reportsAndQuestionsCountTheSealed() throws {
        try workspace.koe(["erase", "--author", "Asuka"])
        let why = try workspace.koe(["why", "measure", "Acme", "2014-04"]).output
        #expect(why.contains("-10000  from 1 sealed voices") && why.contains("sum over 6 voices"), "\(why)")
        let page = try String(contentsOfFile: workspace.path + "/reports/latest/coverage.html", encoding: .utf8)
        #expect(page.contains("消去された2件の声"))
    }

    /// The same row in a second file, and one whose comment its source took back: bytes of neither stay.
    @Test func repeatedAndWithdrawnRowsGoToo() throws {
        let again = [Self.line("a", "Asuka", "2014-04-01", 1), Self.line("z", "Shigeru", "2014-04-08", 2)]
        _ = try workspace.file("ws/inbox/shop-2.ndjson", again)
        let gone = Self.line("y", "Asuka", "2014-04-09", 1).replacing("Number y", with: "Withdrawn words")
        _ = try workspace.file("ws/inbox/shop-3.ndjson", [gone])
        try workspace.koe(["run"])
        let word = """
            {"id":"y","brand":"Acme","author":"Asuka","status":"deleted","posted_at":"2014-04-09T03:00:00Z",\
            "updated_at":"2014-05-09T03:00:00Z","text":"Withdrawn words"}
            """
        _ = try workspace.file("ws/inbox/shop-4.ndjson", [word])
        _ = try workspace.file("ws/inbox/shop-5.ndjson", [Self.line("x", "Makoto", "2014-04-08", 2)])
        try workspace.koe(["run"])
        #expect(try count("SELECT count(*) FROM withdrawal") == 1)
        let flags = try workspace.koe(["erase", "--author", "Asuka"]).output
        #expect(flags.contains("4 inputs are gone too"), "\(flags)")
        #expect(try count("SELECT count(*) FROM input WHERE isKept") == 1)
        for table in ["withdrawal", "withdrawnState"] {
            #expect(try count("SELECT count(*) FROM \(table) WHERE externalID = 'y'") == 0)
        }
    }
}
