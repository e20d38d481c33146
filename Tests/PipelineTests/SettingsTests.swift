import Feedback
import Foundation
import Testing

@testable import Pipeline

/// `koe.yaml` as people write it.
struct SettingsTests {
    private func settings(_ yaml: String, environment: [String: String] = [:]) throws -> Settings {
        try Settings(file: SettingsFile(yaml: yaml, path: "koe.yaml"), environment: environment)
    }

    @Test func byteOrderMarkIsNoPartOfTheFirstKey() throws {
        #expect(try settings("\u{FEFF}margin: 7\nlanguage: en\n").margin == 7)
    }

    @Test func zeroInFrontIsNoOctal() throws {
        #expect(try settings("minimumVoices: 010").minimumVoices == 10)
        #expect(try settings("margin: 010").margin == 10)
    }

    @Test(arguments: [
        "margin: .inf", "margin: 1e400", "margin: -.inf", "margin: .nan", "margin: 1:30", "margin: 0x10",
        "minimumVoices: .inf", "minimumVoices: 1e400", "minimumVoices: 2.5", "flagVoices: 99999999999999999999",
        "quarantineLimit: .nan", "facetWeights: {speed: .inf}", "facetWeights: {speed: 1e308, remedy: 1e308}",
    ])
    func numberWithoutAnEndOrFormIsRefusedInWords(yaml: String) throws {
        let error = #expect(throws: PipelineError.self) { try settings(yaml) }
        #expect(error?.code == .usage && error?.message.contains("number") == true, "\(error?.message ?? "")")
    }

    @Test func environmentIsReadInTheSameWay() throws {
        #expect(try settings("", environment: ["KOE_MINIMUM_VOICES": "012"]).minimumVoices == 12)
        #expect(throws: PipelineError.self) { try settings("", environment: ["KOE_MARGIN": "inf"]) }
    }

    @Test(arguments: [
        "brands:\n  - name: ''", "brands:\n  - name: '　'", "brands:\n  - name: Lotte\n    aliases: ['']",
        "brands:\n  - name: \"\\u200B\"",
    ])
    func emptyBrandNameIsRefused(yaml: String) throws {
        let error = #expect(throws: PipelineError.self) { try settings(yaml) }
        #expect(error?.message.contains("empty") == true)
    }

    @Test func emptyBrandNameIsRefusedBeforeAnythingIsStored() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        _ = try folder.file("ws/koe.yaml", "brands:\n  - name: ''\n")
        let rows = try folder.file("r.ndjson", "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good\"}\n")
        #expect(try KoeProcess.run(["-w", workspace, "run", rows]).status == 2)
        #expect(!FileManager.default.fileExists(atPath: workspace + "/koe.db"))
    }

    @Test(arguments: [
        ("survey*.csv", "survey-2024.csv", true), ("survey*.csv", "survey.csv.gz", false), ("*", "", true),
        ("a?c*", "abc", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("", "a", false),
        ("*.csv", "レビュー.csv", true), ("??.csv", "é1.csv", true),
    ])
    func patternsMatchNames(pattern: String, name: String, matches: Bool) {
        #expect(FilePattern(pattern).matches(name) == matches)
    }

    /// Trying every star at every place would take longer than the world has been there.
    @Test(.timeLimit(.minutes(1))) func manyStarsEnd() {
        let pattern = String(repeating: "*a", count: 60) + "b"
        #expect(!FilePattern(pattern).matches(String(repeating: "a", count: 200)))
    }
}
