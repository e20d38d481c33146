import Feedback
import Foundation
import GRDB
import Reporting
import Reports
import Store
import Testing
import Workspace

@testable import Nightly

/// A report that takes over what the one before holds is the report that is made from nothing, byte for byte.
struct KeptReportTests {
    /// How many sequences are tried; `KOE_SEQUENCES` asks for more.
    private static let sequences = ProcessInfo.processInfo.environment["KOE_SEQUENCES"].flatMap { Int($0) } ?? 2
    private static let days = 10

    /// The bytes of every file by its path.
    private func files(in folder: URL) throws -> [String: Data] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
            var isFolder: ObjCBool = false
            let file = folder.appending(path: path).path
            return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
        }
        return try Dictionary(
            uniqueKeysWithValues: paths.map { ($0, try Data(contentsOf: folder.appending(path: $0))) }
        )
    }

    /// How many brands the next report takes over, and how many there are.
    private func kept(_ latest: URL, _ context: WorkspaceContext) throws -> [Int] {
        let similar = try context.database.read(KeptSimilarCases.init)
        let report = try PreparedReport(
            ReportModelBuilder(context: context, language: .en, similar: similar),
            input: ReportInput(context: context, language: .en),
            before: StandingReport(folder: latest),
            context: context
        )
        return [report.kept.count, report.draft.brands.count]
    }

    @Test func everyReportIsTheOneMadeFromNothing() async throws {
        var (taken, all, flags, signs, similar, masked) = (0, 0, 0, 0, 0, 0)
        for seed in 1...Self.sequences {
            var sequence = try ReportSequence(seed: UInt64(seed))
            try sequence.begin(in: sequence.context())
            for day in 1...Self.days {
                let context = try sequence.context()
                if day > 1 { try sequence.pass(in: context) }
                let other = sequence.folder.url.appending(path: "fresh")
                // A report may be asked for before anything is measured.
                if day == 1 || day % 4 != 0 { try await measure(context) }
                let stage = try ReportStage(context: context)
                // What went since the last measuring may leave fewer comments than voices speak of: no report then.
                guard let fresh = try? stage.run(into: other) else {
                    #expect(throws: ReportError.self) { try stage.runIfChanged() }
                    try sequence.goOn(in: context)
                    continue
                }
                let next = try kept(sequence.latest, context)
                (taken, all) = (taken + next[0], all + next[1])
                let outcome = try stage.runIfChanged()
                let (found, wanted) = (try files(in: sequence.latest), try files(in: other))
                #expect(found.keys.sorted() == wanted.keys.sorted(), "sequence \(seed), day \(day)")
                for (path, bytes) in wanted where found[path] != bytes {
                    Issue.record("sequence \(seed), day \(day): \(path)")
                }
                #expect(outcome.summary == fresh.summary && outcome.notices.map(\.line) == fresh.notices.map(\.line))
                flags += outcome.notices.count
                let text = String(decoding: wanted["report.json"] ?? Data(), as: UTF8.self)
                signs += text.components(separatedBy: "\"earlySigns\": [\n").count - 1
                similar += text.components(separatedBy: "\"similarCaseIDs\": [\n").count - 1
                masked += text.components(separatedBy: "M…, thank").count - 1
                try sequence.goOn(in: context)
            }
        }
        let found = "\(taken) of \(all) taken over, \(flags) flags, \(signs) signs, \(similar) alike, \(masked) masked"
        #expect(taken * 8 > all && taken < all && flags > 0 && signs > 0 && similar > 0 && masked > 0, "\(found)")
        if ProcessInfo.processInfo.environment["KOE_SEQUENCES"] != nil { print(found) }
    }

    private func measure(_ context: WorkspaceContext) async throws {
        _ = try await LinkStage(context: context).run(writes: true, progress: { _ in })
        _ = try MeasureStage(context: context).run(progress: { _ in })
    }

    private func night(_ context: WorkspaceContext) async throws -> ReportStage.Outcome {
        try await measure(context)
        return try ReportStage(context: context).runIfChanged()
    }

    /// One brand falls and one rises: the next night tells them as known, and nothing else is new.
    @Test func aNightAfterFlagsMakesTheirBrandsAlone() async throws {
        var sequence = try ReportSequence(seed: 1)
        let first = try sequence.context()
        try sequence.begin(in: first)
        try sequence.goOn(in: first)
        let told = try await night(first).notices
        #expect(told.map(\.isNew) == [true, true])
        let next = try sequence.context()
        let versions = VersionRecord.json(scorer: "lexicon 1")
        try next.database.write { _ = try RunTable.begin(command: "run", at: next.now, versions: versions, in: $0) }
        let taken = try kept(sequence.latest, next)
        #expect(taken == [1, 3])
        #expect(try await night(next).notices.map(\.isNew) == [false, false])
        let all = try kept(sequence.latest, next)
        #expect(all == [3, 3])
    }

    /// A file that was written into, or is gone, is as it was after a night that brought nothing.
    @Test func whatIsDamagedIsRestored() async throws {
        var sequence = try ReportSequence(seed: 2)
        let context = try sequence.context()
        try sequence.begin(in: context)
        _ = try await night(context)
        let before = try files(in: sequence.latest)
        for path in ["brands/lotte.html", "csv/monthly.csv", "report.json", ".koe-report"] {
            let file = sequence.latest.appending(path: path)
            var bytes = try #require(before[path])
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: file)
            _ = try await night(context)
            #expect(try files(in: sequence.latest) == before, "\(path)")
            try FileManager.default.removeItem(at: file)
            _ = try await night(context)
            #expect(try files(in: sequence.latest) == before, "\(path)")
        }
    }

    /// A comment of no brand tells that somebody of this name is there: whom a text of an early sign addresses.
    @Test func aNameThatBecomesKnownIsHidden() async throws {
        var sequence = try ReportSequence(seed: 4)
        let context = try sequence.context()
        try sequence.begin(in: context)
        try context.database.write { db in
            for id in ReportSequence.caseIDs { try CaseTable.delete(caseID: id, in: db) }
        }
        _ = try await night(context)
        let page = sequence.latest.appending(path: "flags.html")
        #expect(try String(contentsOf: page, encoding: .utf8).contains("Mori"))
        var comment = Feedback.Comment(source: "b", externalID: "new", text: "Good evening.")
        comment.author = "Mori"
        try context.database.write { [comment] in _ = try CommentTable.store([comment], in: $0) }
        try await measure(context)
        let noted = try context.database.read { try ReportJournal.brands(in: $0) }
        let taken = try kept(sequence.latest, context)
        // Inn quotes its own voice, Zappos what answers its sign; Lotte tells of neither.
        #expect(noted == [])
        #expect(taken == [1, 3])
        _ = try ReportStage(context: context).runIfChanged()
        #expect(try !String(contentsOf: page, encoding: .utf8).contains("Mori"))
    }

    /// The time of writing can be set back, as tools that edit or restore files do; that of the last change cannot.
    @Test func anEditedPageIsPutBackThoughItsTimeIsTheFormerOne() async throws {
        var sequence = try ReportSequence(seed: 3)
        let context = try sequence.context()
        try sequence.begin(in: context)
        _ = try await night(context)
        let page = sequence.latest.appending(path: "flags.html")
        let written = try Data(contentsOf: page)
        let former = page.appendingPathExtension("time")
        try touch(former, withTheTimeOf: page)
        var edited = written
        edited[edited.count / 2] ^= 1
        try edited.write(to: page, options: [])
        try touch(page, withTheTimeOf: former)
        try FileManager.default.removeItem(at: former)
        _ = try ReportStage(context: context).runIfChanged()
        #expect(try Data(contentsOf: page) == written)
    }

    /// Gives a file the time of another to the nanosecond, which Foundation's dates do not hold.
    private func touch(_ file: URL, withTheTimeOf other: URL) throws {
        let process = try Process.run(
            URL(filePath: "/usr/bin/touch"),
            arguments: ["-r", other.path, file.path]
        )
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// Bytes that are not those that were written are not taken over, though size and time of their file are.
    @Test func whatIsTakenOverIsWhatWasWritten() async throws {
        var sequence = try ReportSequence(seed: 3)
        let context = try sequence.context()
        try sequence.begin(in: context)
        _ = try await night(context)
        let file = sequence.latest.appending(path: "report.json")
        let time = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate]
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data("\"name\": \"Inn\"".utf8))).lowerBound
        bytes[place + 10] ^= 1
        try bytes.write(to: file)
        try FileManager.default.setAttributes([.modificationDate: try #require(time)], ofItemAtPath: file.path)
        let kept = try context.database.write { db in
            // The clock of files may be coarser than what is set.
            let stamps = try #require(FileStamps.all(of: ["report.json"], in: sequence.latest))
            try db.execute(
                sql: "UPDATE keptFile SET changedAt = ? WHERE path = 'report.json'",
                arguments: [stamps[0].changedAt]
            )
            return try StandingReport(folder: sequence.latest).isWhole(in: db)
        }
        #expect(kept)
        let taken = try self.kept(sequence.latest, context)
        #expect(taken == [2, 3])
    }
}
