import Feedback
import Foundation
import Nightly
import Store
import Testing
import Workspace

/// What a cluster makes of a workspace is what one machine makes of it.
struct ClusterTests {
    /// A workspace with its rows laid out for a cluster, and nothing scored.
    private struct Prepared {
        let imported: ImportedWorkspace
        let folder: URL

        init(imported: ImportedWorkspace, folder: URL) {
            self.imported = imported
            self.folder = folder
        }

        init(_ settings: String = "") throws {
            imported = try ImportedWorkspace()
            let file = URL(filePath: imported.path).appending(path: "koe.yaml")
            let base = try String(contentsOf: file, encoding: .utf8)
            try Data((base + "\nasOf: 2016-06-01T00:00:00Z\nminimumVoices: 2\n" + settings).utf8).write(to: file)
            try imported.load(imported.file("cases.ndjson", ClusterTests.cases))
            try imported.load(imported.file("comments.ndjson", ClusterTests.comments), status: 0)
            folder = imported.folder.url.appending(path: "cluster")
        }

        func write() throws {
            let context = try WorkspaceContext.reading(imported.path)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            _ = try ClusterInput(context: context).write(to: folder)
        }

        /// The same workspace in another folder.
        func copy() throws -> String {
            let path = imported.folder.url.appending(path: "copy").path
            try FileManager.default.copyItem(atPath: imported.path, toPath: path)
            return path
        }
    }

    /// Numbers, replies (one of them to another source), copies, a lent handle, a name that many bear, no brand.
    private static let comments: [String] = {
        var rows = [
            #""id":"a","author":"James Smith","author_id":"js1","text":"Case AB-10001: I am still waiting for an answer. Awful support.","in_reply_to":null"#,
            #""id":"b","author":"James Smith","author_id":"js1","text":"They called me back today and apologized, thank you.","in_reply_to":"a""#,
            #""id":"c","author":"Mary Jones","text":"Good to hear that they answered you.","in_reply_to":"a""#,
            #""id":"d","author":"森川葵","text":"受付番号AB-10002の件です。お詫びの電話がありました。対応が丁寧でした。","rating":5,"rating_scale":"1..5""#,
            #""id":"e","author":"anonymous","text":"It broke after a week and nobody replied. Never again.","rating":1,"rating_scale":"1..5""#,
            #""id":"f","author":"Mary Jones","text":"The refund came within a day. I recommend them to everyone.","nps":10"#,
            #""id":"g","author":"Mary Jones","text":"The refund came within a day. I recommend them to everyone.""#,
            #""id":"h","author":"Ash Norwood","author_id":"an7","text":"The new leaflet of the shop is nice.","brand":null"#,
        ]
        rows += (0..<5).map { #""id":"n\#($0)","author":"Ken Sato","text":"Order \#($0): the driver was rude."# + "\"" }
        return rows.enumerated().map { place, row in
            #"{\#(row),"source":"web","posted_at":"2016-02-\#(10 + place)T10:00:00+09:00","product":"HP-\#(place % 2)","app_version":"1.\#(place % 3)""#
                + (row.contains("\"brand\"") ? "}" : #","brand":"Aozora Express"}"#)
        } + [
            #"{"id":"x","source":"mail","author":"James Smith","text":"As I wrote there, it took ten days.","in_reply_to":"a","brand":"Aozora Express","posted_at":"2016-03-01T00:00:00Z"}"#
        ]
    }()

    private static let cases: [String] =
        [
            #"{"case_id":"K1","number":"AB-10001","brand":"Aozora Express","customer":"James Smith","customer_handle":"js1","opened_at":"2016-02-08T09:00:00+09:00","subject":"No answer"}"#,
            #"{"case_id":"K2","number":"AB-10002","brand":"Aozora Express","customer":"森川葵","opened_at":"2016-02-12T09:00:00+09:00","subject":"お問い合わせ"}"#,
            #"{"case_id":"K3","number":"AB-10003","brand":"Aozora Express","customer":"James Smith","opened_at":"2016-02-09T09:00:00+09:00","subject":"Late"}"#,
            #"{"case_id":"K4","number":"AB-10009","customer":"Mary Jones","opened_at":"2016-02-15T09:00:00+09:00","subject":"Refund"}"#,
        ]
        + (0..<70).map {
            #"{"case_id":"S\#($0)","number":"ZZ-2\#(1000 + $0)","brand":"Aozora Express","customer":"Ken Sato","opened_at":"2016-02-14T09:00:00+09:00","subject":"Driver"}"#
        }

    private func compare(_ prepared: Prepared, shuffled: (inout [[String: Any]]) -> Void = { _ in }) throws {
        let single = try prepared.copy()
        for stage in ["score", "link", "measure"] {
            let result = try KoeProcess.run(["-w", single, stage])
            #expect(result.status == 0, "\(result.errors)")
        }
        let expected = try KoeProcess.run(["-w", single, "verify"]).output
        try prepared.write()
        try SmallCluster(folder: prepared.folder, shuffled: shuffled).run()
        try prepared.imported.koe(["measure", "--from", prepared.folder.path])
        #expect(try prepared.imported.hash() == expected)
        // The nights after it find everything in its place.
        for stage in ["score", "link", "measure"] {
            let said = try prepared.imported.koe([stage]).output
            #expect(said.contains("already") || said.contains("up to date"), "\(said)")
        }
        #expect(try prepared.imported.hash() == expected)
    }

    @Test func aClusterGivesTheContentOfOneMachine() throws {
        try compare(Prepared("flagPeriods: week, quarter\n"))
    }

    @Test func theOrderOfTheRowsAndWhatPeopleDecidedAreNoDifference() throws {
        let prepared = try Prepared()
        try prepared.imported.koe(["score"])
        try prepared.imported.koe(["link"])
        try prepared.imported.koe(["review", "link", "web:e", "K4", "--by", "me"])
        try prepared.imported.koe(["review", "merge", "K3", "K1", "--by", "me"])
        try compare(prepared) { $0.reverse() }
    }

    @Test func theCaseWhoseNumberIsQuotedIsTheWriters() throws {
        let prepared = try Prepared()
        try prepared.write()
        // James Smith names the number of his case, whose handle is his account.
        let comment =
            #"{"row":1,"source":"web","external_id":"a","role":"customer","text":"Case AB-10001: still waiting.","author":"James Smith","author_id":"js1","brand":"Aozora Express","posted_at":1455000000000}"#
        let frozen = prepared.folder.appending(path: "frozen").path
        func ask(_ step: String, _ line: String) throws -> [String] {
            let result = try KoeProcess.run(["link", "--stream", "--step", step, "-w", frozen], input: line + "\n")
            #expect(result.status == 0, "\(result.errors)")
            return result.output.split(separator: "\n").map(String.init)
        }
        func numbers(_ name: String, in line: String) throws -> Set<Int> {
            let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            return Set(try #require(object[name] as? [Int]))
        }
        let known =
            #"{"case_row":1,"case_id":"K1","number":"AB-10001","brand":"Aozora Express","customer":"James Smith","customer_handle":"js1","opened_at":1454900000000}"#
        let question = try #require(ask("comments", #"{"id":0,"# + comment.dropFirst()).first)
        let answer = try #require(ask("cases", #"{"id":0,"# + known.dropFirst()).first)
        let shared = try numbers("keys", in: question).intersection(numbers("keys", in: answer)).sorted()
        #expect(!shared.isEmpty)
        let keys = shared.map(String.init).joined(separator: ",")
        let line = #"{"id":0,"comments":[\#(comment)],"cases":[\#(known.dropLast()),"keys":[\#(keys)]}]}"#
        let decision = try #require(ask("threads", line).first)
        #expect(decision.contains(#""relation":"same_case","case_id":"K1","status":"auto""#), "\(decision)")
        // Without the case beside it, the same comment belongs to none.
        let alone = try #require(ask("threads", #"{"id":0,"comments":[\#(comment)]}"#).first)
        #expect(alone.contains(#""links":[{"row":1}]"#), "\(alone)")
    }

    /// `koe_input.py` makes the same sums in Spark, with the columns in this order.
    @Test func rowsAreKnownByTheirSums() throws {
        let imported = try ImportedWorkspace()
        let comment =
            #"{"id":"a","source":"web","text":"遅い。","author":"Ann","brand":"Aozora Express","posted_at":"2016-02-10T10:00:00Z","rating":4,"rating_scale":"1..5"}"#
        try imported.load(imported.file("comments.ndjson", [comment]), status: 0)
        let supportCase = #"{"case_id":"K1","number":"7","brand":"Aozora Express","opened_at":"2016-02-08T09:00:00Z"}"#
        try imported.load(imported.file("cases.ndjson", [supportCase]), status: 0)
        let folder = imported.folder.url.appending(path: "cluster")
        try Prepared(imported: imported, folder: folder).write()
        let frozen = try String(contentsOf: folder.appending(path: "frozen/frozen.json"), encoding: .utf8)
        // The words of: printf '%s' COLUMNS | sha256sum
        // 1:13:web1:a9:遅い。---3:Ann-8:customer14:Aozora Express-13:1455098400000------4:40001:11:5-
        let comments = "1138369752,1844520953,2991867885,717020197,1166069773,2831880977,2808553173,3845001639"
        #expect(frozen.contains("\"comment_sums\":[\(comments)]"), "\(frozen)")
        // 1:12:K1-1:7-14:Aozora Express---13:1454922000000--
        let cases = "1553261756,1551254032,1859079156,2067669042,3998617114,3376043626,2599979483,884862998"
        #expect(frozen.contains("\"case_sums\":[\(cases)]"), "\(frozen)")
    }

    // MARK: - What is refused

    @Test func resultsThatAreNotWholeLeaveTheWorkspaceAsItWas() throws {
        let prepared = try Prepared()
        try prepared.write()
        let before = try prepared.imported.hash()
        let take = ["measure", "--from", prepared.folder.path]
        #expect(try prepared.imported.koe(take, status: 4).errors.contains("the job has not ended"))
        let cluster = try SmallCluster(folder: prepared.folder)
        try cluster.run()
        for name in ["scores", "links", "notes", "voices", "cells"] {
            let file = prepared.folder.appending(path: "results/\(name)/part-0.ndjson")
            let lines = try String(contentsOf: file, encoding: .utf8)
            let cut = lines.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
            let digit = lines.lastIndex { $0.isNumber } ?? lines.startIndex
            let altered = lines.replacingCharacters(in: digit...digit, with: lines[digit] == "1" ? "2" : "1")
            for (text, words) in [(cut, "has \(cut.utf8.count) bytes, and"), (altered, "holds other bytes")] {
                try Data(text.utf8).write(to: file)
                let said = try prepared.imported.koe(take, status: 4).errors
                #expect(said.contains("results/\(name)/part-0.ndjson \(words)"), "\(said)")
                #expect(try prepared.imported.hash() == before)
            }
            try FileManager.default.removeItem(at: file)
            #expect(try prepared.imported.koe(take, status: 4).errors.contains("part-0.ndjson is missing"))
            try Data(lines.utf8).write(to: file)
            let added = file.deletingLastPathComponent().appending(path: "part-1.ndjson")
            try Data().write(to: added)
            #expect(try prepared.imported.koe(take, status: 4).errors.contains("part-1.ndjson is none of the files"))
            try FileManager.default.removeItem(at: added)
        }
        #expect(try prepared.imported.hash() == before)
        try prepared.imported.koe(take)
    }

    /// A job that has gone wrong itself, so that its manifest is true.
    @Test(arguments: [
        ("scores", #"{"row":1,"score":"{"}"#, "is none: it"),
        ("voices", #"{"voice":"nothing"}"#, "is none: it"),
        ("cells", #"{"brand":"Aozora Express"}"#, "must be"),
        ("links", #"{"row":"#, "row 1"),
    ])
    func rowsThatAreNoneAreSaidInWords(set: String, row: String, words: String) throws {
        let prepared = try Prepared()
        try prepared.write()
        let before = try prepared.imported.hash()
        let cluster = try SmallCluster(folder: prepared.folder)
        try cluster.run()
        let file = prepared.folder.appending(path: "results/\(set)/part-0.ndjson")
        var rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { $0 + "\n" }
        rows[0] = row + "\n"
        try Data(rows.joined().utf8).write(to: file)
        try cluster.writeManifest()
        let said = try prepared.imported.koe(["measure", "--from", prepared.folder.path], status: 4).errors
        #expect(said.contains(words) && said.contains("results/\(set)") && !said.contains("JSONError"), "\(said)")
        #expect(try prepared.imported.hash() == before)
    }

    @Test func aCommentThatStandsTwiceIsRefused() throws {
        let prepared = try Prepared()
        try prepared.write()
        let before = try prepared.imported.hash()
        let cluster = try SmallCluster(folder: prepared.folder)
        try cluster.run()
        let scores = prepared.folder.appending(path: "results/scores/part-0.ndjson")
        var rows = try String(contentsOf: scores, encoding: .utf8).split(separator: "\n").map { $0 + "\n" }
        rows[0] = rows[1]
        try Data(rows.joined().utf8).write(to: scores)
        try cluster.writeManifest()
        let take = ["measure", "--from", prepared.folder.path]
        #expect(try prepared.imported.koe(take, status: 4).errors.contains("twice"))
        #expect(try prepared.imported.hash() == before)
    }

    @Test(arguments: ["", "{", "{}", #"{"rows":{"scores":1,"links":1,"notes":1,"voices":1,"cells":1},"frozen":"x"}"#])
    func aManifestThatIsNoneIsSaidInWords(text: String) throws {
        let prepared = try Prepared()
        try prepared.write()
        try SmallCluster(folder: prepared.folder).run()
        try Data(text.utf8).write(to: prepared.folder.appending(path: "results/manifest.json"))
        let said = try prepared.imported.koe(["measure", "--from", prepared.folder.path], status: 4).errors
        #expect(said.contains("is no manifest") && !said.contains("JSONError"), "\(said)")
    }

    @Test func resultsOfOtherRowsAreRefused() throws {
        let prepared = try Prepared()
        try prepared.write()
        try SmallCluster(folder: prepared.folder).run()
        let late =
            #"{"id":"late","source":"web","text":"Late.","brand":"Aozora Express","posted_at":"2016-05-01T00:00:00Z"}"#
        try prepared.imported.load(prepared.imported.file("late.ndjson", [late]))
        let before = try prepared.imported.hash()
        let refused = try prepared.imported.koe(["measure", "--from", prepared.folder.path], status: 2)
        #expect(refused.errors.contains("run koe cluster again"))
        #expect(try prepared.imported.hash() == before)
        try prepared.write()
        let mixed = try prepared.imported.koe(["measure", "--from", prepared.folder.path], status: 4)
        #expect(mixed.errors.contains("holds results for other rows"))
    }

    @Test(arguments: [
        ("timeZone: Asia/Tokyo", "timeZone: America/New_York", "the time zone"),
        ("# flagPeriods: week, quarter", "flagPeriods: quarter #", "flagPeriods"),
    ])
    func resultsOfOtherPeriodsAreRefused(old: String, new: String, words: String) throws {
        let prepared = try Prepared()
        try prepared.write()
        try SmallCluster(folder: prepared.folder).run()
        let before = try prepared.imported.hash()
        let file = URL(filePath: prepared.imported.path).appending(path: "koe.yaml")
        let settings = try String(contentsOf: file, encoding: .utf8)
        try #require(settings.contains(old))
        try Data(settings.replacing(old, with: new).utf8).write(to: file)
        let refused = try prepared.imported.koe(["measure", "--from", prepared.folder.path], status: 2)
        #expect(refused.errors.contains(words))
        #expect(try prepared.imported.hash() == before)
    }

    @Test func whatIsFrozenHoldsNoSecrets() throws {
        let prepared = try Prepared("notify:\n  - webhook: https://example.com/secret\n")
        try prepared.write()
        let settings = try String(contentsOf: prepared.folder.appending(path: "frozen/koe.yaml"), encoding: .utf8)
        #expect(settings.contains("timeZone") && !settings.contains("secret"))
    }

    @Test(
        arguments: [
            (["link", "--step", "cases"], "--step goes with --stream"),
            (["link", "--stream", "--dry-run"], "exclude each other"),
            (["link", "--stream", "--threads", "0"], "from 1 to 1024"),
            (["measure", "--stream", "--from", "x"], "exclude each other"),
            (["measure", "--python", "x"], "--python goes with --from"),
            (["score", "--threads", "2"], "--threads goes with --stream"),
            (["cluster", "local", "--partitions", "0"], "from 1 to 100000"),
            (["cluster", "check", "--python", "/nowhere/python3"], "is not there"),
            (["link", "--stream"], "frozen.json is not there"),
        ]
    )
    func wrongArgumentsSayWhatIsRight(arguments: [String], words: String) throws {
        let result = try KoeProcess.run(arguments)
        #expect(result.status == 2, "\(result.errors)")
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test(arguments: ["{}", "[]", #"{"id":0,"comments":[{"row":1}]}"#, #"{"id":0,"cases":[{"case_row":"1"}]}"#])
    func aBadLineEndsALinkingWithItsNumber(line: String) throws {
        let prepared = try Prepared()
        try prepared.write()
        let result = try KoeProcess.run(
            ["link", "--stream", "-w", prepared.folder.appending(path: "frozen").path],
            input: "\n\(line)\n"
        )
        #expect(result.status == 4)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("line 2"), "\(result.errors)")
    }

    /// The first answer comes while the input is still open: a cluster asks on only once it has it.
    @Test func aLineIsAnsweredBeforeTheNextIsAsked() throws {
        let process = KoeProcess.start(["score", "--stream"])
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        for id in 0..<3 {
            try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\(id),\"text\":\"ok\"}\n".utf8))
            let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(answer.hasPrefix("{\"id\":\(id),") && answer.hasSuffix("}\n"))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
