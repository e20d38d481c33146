import Foundation
import Testing

/// A brand that falls, and one whose second source begins: flags, what people say of them, and where jumps come from.
struct FlagCommandTests {
    private struct Flags: Decodable {
        struct Item: Decodable {
            let id: String
            let state: String
            let brand: String
            let direction: String
            let since: String
            let note: String?
        }
        let flags: [Item]
    }

    private struct Marks: Decodable {
        let changed: [Flags.Item]
        let unchanged: [Flags.Item]
    }

    private struct Part: Decodable {
        let thousandthsOfABasisPoint: Int
        let points: Double
    }

    private struct Jump: Decodable {
        struct Stored: Decodable {
            let within: Double
            let mix: Double
        }
        let total: Part
        let world: Part
        let mix: Part
        let mixOfChannels: Part
        let mixOfSources: Part
        let instrument: Part
        let software: Part
        let worldMargin: Double?
        let stored: Stored?
        let notes: [String]

        var sum: Int {
            [world, mix, instrument, software].reduce(0) { $0 + $1.thousandthsOfABasisPoint }
        }
    }

    private static let praise = "The support was quick and polite."
    private static let blame = "The support was slow and rude."

    /// One month's comments: `blamed` of ten are unhappy.
    private static func month(_ index: Int, brand: String, source: String, count: Int, blamed: Int) -> String {
        let (year, month) = (2019 + index / 12, index % 12 + 1)
        return (0..<count).map { number in
            // A pattern that is no season and no trend.
            let isUnhappy = (number * 7 + index * 3) % 10 < blamed
            return """
                {"id":"\(brand)-\(index)-\(number)","source":"\(source)","brand":"\(brand)",\
                "author_id":"\(source)\(index)x\(number)","text":"\(isUnhappy ? blame : praise) Order \(index).",\
                "posted_at":"\(year)-\(month < 10 ? "0" : "")\(month)-\(10 + number % 18)T03:00:00Z"}
                """
        }
        .joined(separator: "\n") + "\n"
    }

    /// Aster falls in 2021; of Borage a second, unhappier source begins then, and nothing else changes.
    private static var comments: String {
        (0..<48).map { index in
            let isLater = index >= 24
            return month(index, brand: "Aster", source: "shop", count: 12, blamed: isLater ? 6 : 2)
                + month(index, brand: "Borage", source: "shop", count: 12, blamed: 2)
                + (isLater ? month(index, brand: "Borage", source: "forum", count: 12, blamed: 9) : "")
        }
        .joined()
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ workspace: String, _ arguments: [String]) throws
        -> Value
    {
        let result = try KoeProcess.run(["-w", workspace, "--json"] + arguments)
        #expect(result.status == 0, "\(arguments): \(result.errors)")
        return try JSONDecoder().decode(type, from: Data(result.output.utf8))
    }

    private func workspace(in folder: TemporaryFolder) throws -> String {
        let workspace = try folder.workspace()
        let file = try folder.file("comments.ndjson", Self.comments)
        #expect(try KoeProcess.run(["-w", workspace, "import", file]).status == 0)
        let run = try KoeProcess.run(["-w", workspace, "run"])
        try #require(run.status == 0, "\(run.errors)")
        return workspace
    }

    @Test func flagsLiveOverRunsAndJumpsAreSplit() throws {
        let folder = try TemporaryFolder()
        let workspace = try workspace(in: folder)
        let id = try flagIsAcknowledged(in: workspace, folder)
        try jumpOfTheWorld(in: workspace, flag: id)
        try jumpOfTheInstrument(in: workspace, folder)
        try jumpOfTheSoftware(in: workspace, folder)
    }

    private func flagIsAcknowledged(in workspace: String, _ folder: TemporaryFolder) throws -> String {
        let found = try decoded(Flags.self, workspace, ["flags"]).flags
        // A source that begins is an explained change, and no flag.
        #expect(found.map(\.brand) == ["Aster"] && found.map(\.direction) == ["fall"])
        let flag = try #require(found.first)
        #expect(flag.state == "new" && ["2020-12", "2021-01", "2021-02"].contains(flag.since))
        let hash = try KoeProcess.run(["-w", workspace, "verify"]).output

        let acknowledge = ["flags", "acknowledge", flag.id]
        #expect(
            try decoded(Marks.self, workspace, acknowledge + ["--dry-run"]).changed.map(\.state) == ["acknowledged"]
        )
        #expect(try decoded(Flags.self, workspace, ["flags"]).flags.map(\.state) == ["new"])
        let marked = try decoded(Marks.self, workspace, acknowledge + ["--note", "new call centre"])
        #expect(marked.changed.map(\.note) == ["new call centre"] && marked.unchanged.isEmpty)
        let again = try decoded(Marks.self, workspace, acknowledge)
        #expect(again.changed.isEmpty && again.unchanged.map(\.note) == ["new call centre"])
        #expect(try KoeProcess.run(["-w", workspace, "verify"]).output == hash)

        let later = try folder.file(
            "later.ndjson",
            Self.month(48, brand: "Aster", source: "shop", count: 12, blamed: 6)
        )
        #expect(try KoeProcess.run(["-w", workspace, "import", later]).status == 0)
        #expect(try KoeProcess.run(["-w", workspace, "run"]).status == 0)
        let kept = try decoded(Flags.self, workspace, ["flags", "--state", "acknowledged"]).flags
        #expect(kept.map(\.id) == [flag.id] && kept.map(\.note) == ["new call centre"])
        let page = URL(filePath: workspace).appending(path: "reports/latest/flags.html")
        #expect(try String(contentsOf: page, encoding: .utf8).contains("new call centre"))
        try pageQuotesAllMonths(in: workspace)
        let why = try KoeProcess.run(["-w", workspace, "why", "flag", flag.id]).output
        #expect(why.contains("acknowledged") && why.contains("new call centre"))

        #expect(try decoded(Marks.self, workspace, acknowledge + ["--undo"]).changed.map(\.state) == ["ongoing"])
        #expect(try decoded(Flags.self, workspace, ["flags", "--since", "2022-01"]).flags.isEmpty)
        let unknown = try KoeProcess.run(["-w", workspace, "flags", "acknowledge", "nothing"])
        #expect(unknown.status == 4 && unknown.errors.contains(flag.id))
        return flag.id
    }

    /// Twenty voices stand for the months of a side, the first and the last of them among these.
    private func pageQuotesAllMonths(in workspace: String) throws {
        let folder = URL(filePath: workspace).appending(path: "reports/latest/flags")
        let pages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let page = try String(contentsOf: try #require(pages.first), encoding: .utf8)
        #expect(pages.count == 1 && page.ranges(of: "<article class=\"quote\">").count == 40)
        for month in ["2019年1月", "2020年12月", "2021年1月", "2023年1月"] {
            #expect(page.contains("<bdi>\(month)"), "\(month)")
        }
    }

    private func jumpOfTheWorld(in workspace: String, flag: String) throws {
        let jump = try decoded(Jump.self, workspace, ["attribute", "--flag", flag])
        #expect(jump.sum == jump.total.thousandthsOfABasisPoint && jump.total.points < -20)
        #expect(jump.world.thousandthsOfABasisPoint == jump.total.thousandthsOfABasisPoint)
        let stored = try #require(jump.stored)
        #expect(abs(stored.within + stored.mix - jump.total.points) < 0.01)
        #expect(abs(stored.mix - jump.mixOfChannels.points) < 0.01)
    }

    private func jumpOfTheInstrument(in workspace: String, _ folder: TemporaryFolder) throws {
        let jump = try decoded(Jump.self, workspace, ["attribute", "Borage", "2020", "2021"])
        #expect(jump.sum == jump.total.thousandthsOfABasisPoint && jump.total.points < -20)
        #expect(abs(jump.world.points) < 2 && jump.instrument.points < -20)
        #expect(jump.mix.thousandthsOfABasisPoint == 0 && jump.software.thousandthsOfABasisPoint == 0)
        let table = URL(filePath: workspace).appending(path: "reports/latest/csv/explained.csv")
        let rows = try String(contentsOf: table, encoding: .utf8)
        #expect(rows.contains("Borage") && rows.contains("instrument"))
        let events = URL(filePath: workspace).appending(path: "reports/latest/csv/events.csv")
        #expect(try String(contentsOf: events, encoding: .utf8).contains("Borage,2021-01,source"))
    }

    /// Word lists that know no facet of handling give no such fall: all of it is then the software's.
    private func jumpOfTheSoftware(in workspace: String, _ folder: TemporaryFolder) throws {
        let lists = folder.url.appending(path: "lists/en")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: KoeProcess.checkout.appending(path: "Lexicons/en/valence-vader.tsv"),
            to: lists.appending(path: "valence-vader.tsv")
        )
        let folderOfLists = lists.deletingLastPathComponent().path
        let jump = try decoded(
            Jump.self,
            workspace,
            ["attribute", "Aster", "2020", "2021", "--measure", "brand", "--lexicons", folderOfLists]
        )
        #expect(jump.sum == jump.total.thousandthsOfABasisPoint)
        #expect(jump.software.thousandthsOfABasisPoint != 0)
        #expect(jump.notes.contains { $0.contains("software is the difference") })
    }

    @Test(
        arguments: [
            (["attribute", "Aster", "2020"], 2, "two periods"),
            (["attribute", "Aster", "2020", "20x1"], 2, "is no period"),
            (["attribute", "Aster", "2020", "2021", "--measure", "mood"], 2, "cannot attribute"),
            (["attribute", "Aster", "2020", "2021"], 4, "no voice"),
            (["attribute", "--flag", "x"], 4, "no flag"),
            (["flags", "--state", "old"], 2, "no state"),
        ] as [([String], Int32, String)]
    )
    func wrongQuestionsAreRefused(arguments: [String], status: Int32, words: String) throws {
        let folder = try TemporaryFolder()
        let result = try KoeProcess.run(["-w", try folder.workspace()] + arguments)
        #expect(result.status == status && result.errors.contains(words), "\(result.status) \(result.errors)")
    }
}
