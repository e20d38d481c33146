import Feedback
import Foundation
import Testing

@testable import Workspace
@testable import koe

/// Errors say what happened, where, and what to do; data never steers a terminal.
struct ErrorWordsTests {
    @Test(arguments: [
        (CocoaError.Code.fileWriteOutOfSpace, "cannot write /data/x: the disk is full"),
        (.fileReadNoSuchFile, "cannot read /data/x: it is not there"),
        (.fileReadNoPermission, "cannot read /data/x: this user may not"),
        (.fileWriteVolumeReadOnly, "cannot write /data/x: the file system is read-only"),
    ])
    func errorsOfFoundationBecomeWords(code: CocoaError.Code, words: String) {
        let error = CocoaError(code, userInfo: [NSFilePathErrorKey: "/data/x"])
        #expect(ErrorWords.text(of: error).hasPrefix(words))
        #expect(ExitStatus(error) == (words.contains("read /") ? .input : .incomplete))
    }

    @Test func errorsOfTheKernelBecomeWords() {
        let error = POSIXError(.ENOSPC)
        #expect(ErrorWords.text(of: error).contains("the disk is full"))
    }

    @Test func outputThatCannotBeWrittenIsOne() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let rows = try folder.file("r.ndjson", "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good support\"}\n")
        #expect(try KoeProcess.run(["-w", workspace, "import", rows]).status == 0)
        let process = KoeProcess.start(["-w", workspace, "export", "comments"])
        let errors = Pipe()
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(text.contains("the disk is full"), "\(text)")
    }

    /// A file that cannot be used says what is wrong with it and what helps.
    @Test func filesThatTellNothingSayWhatHelps() throws {
        let workspace = try ImportedWorkspace()
        let strange = try workspace.file("strange.csv", ["first;second", "1;2"])
        let said = try workspace.koe(["import", strange], status: 4).errors
        #expect(said.contains("koe import --format csv --suggest FILE proposes a mapping"), "\(said)")
        #expect(try workspace.koe(["import", "--format", "csv", "--suggest", strange]).output.contains("format: csv"))
        for (name, content) in [("head.csv", "id,text,rating"), ("none.json", "[]")] {
            let said = try workspace.load(try workspace.file(name, [content]))
            #expect(said.contains("\(name) holds no rows"), "\(said)")
        }
        let again = try workspace.koe(["reread"], status: 1).errors
        #expect(again.contains("strange.csv could not be read when it was imported"), "\(again)")
        let named = try workspace.koe(["import", strange, "--map", "nowhere.yaml"], status: 2).errors
        #expect(named.contains("nowhere.yaml: there is no such file"), "\(named)")
    }

    @Test func quarantineIsToldWithPlaceAndReason() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let good = (0..<98).map { number in
            "{\"id\":\"\(number)\",\"brand\":\"Lotte\",\"text\":\"good\",\"rating\":\(number % 5 + 1)}\n"
        }
        .joined()
        let bad = "{\"id\":\"x\",\"text\":\"a\",\"rating\":9}\n"
        let file = try folder.file("rows.ndjson", good + bad + bad)
        let result = try KoeProcess.run(["-w", workspace, "import", file])
        #expect(result.status == 0)
        // The rows before the first bad one take its 1-based line and its 0-based byte.
        #expect(result.output.contains("rows.ndjson:99:\(good.utf8.count)"), "\(result.output)")
        #expect(result.output.contains("badRating") && result.output.contains("outside its scale of 1 to 5"))
    }

    @Test(arguments: [
        (["serch", "返金"], "koe search"), (["flag"], "koe flags"), (["lexicon", "lern"], "koe lexicon learn"),
        (["why", "comments", "3"], "koe why comment"), (["exprot", "voices"], "koe export"),
    ])
    func mistypedCommandIsGuessed(arguments: [String], command: String) throws {
        let result = try KoeProcess.run(arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains("did you mean `\(command)`?"), "\(result.errors)")
    }

    @Test func farWordIsNotGuessed() throws {
        #expect(try !KoeProcess.run(["xylophone"]).errors.contains("did you mean"))
    }

    /// By hand: one exchange, one insertion, one substitution; kitten and sitting are the usual example.
    @Test(arguments: [("serch", "search", 1), ("exprot", "export", 1), ("flags", "flaws", 1), ("kitten", "sitting", 3)])
    func distanceCountsEdits(left: String, right: String, edits: Int) {
        #expect(CommandSuggestion.distance(left, right) == edits)
    }

    @Test func controlCharactersAreShown() {
        #expect(VisibleText.of("a\u{1B}[31mb\u{9B}2J\u{7F}\r\u{202E}c\n\td") == "a␛[31mb⟨9B⟩2J␡␍⟨202E⟩c\n\td")
        #expect(VisibleText.of("返金 👨‍👩‍👧 é") == "返金 👨‍👩‍👧 é")
    }

    @Test func terminalGetsNoEscapesOutOfData() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let row = #"{"id":"1","brand":"Lotte","author":"\u001b]0;x\u0007","text":"good \u001b[31msupport \u009b2J"}"#
        let file = try folder.file("e\u{1B}[31mvil.ndjson", row + "\n")
        let run = try KoeProcess.run(["-w", workspace, "run", file])
        let search = try KoeProcess.run(["-w", workspace, "search", "support"])
        let why = try KoeProcess.run(["-w", workspace, "why", "comment", "1"])
        let outputs = [run.output, run.errors, search.output, why.output]
        for output in outputs { #expect(!output.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{7}" }) }
        #expect(outputs[3].contains("␛[31msupport"))
    }
}
