import Feedback
import Foundation
import Testing

@testable import Workspace

/// `koe.yaml` as people write it.
struct SettingsTests {
    private func settings(_ yaml: String, environment: [String: String] = [:]) throws -> Settings {
        try Settings(file: SettingsFile(yaml: yaml, path: "koe.yaml"), environment: environment)
    }

    @Test(arguments: ["2026", "2026-04", "2026-04-30"])
    func eventsAreDatedByYearMonthOrDay(date: String) throws {
        let events = try settings("events: [{date: \"\(date)\", kind: release, label: 3.0}]").events
        #expect(events.map(\.date) == [date] && events[0].label == "3.0")
    }

    @Test(arguments: [
        ("date: \"2026-4-1\", label: x", "must be a year"), ("date: \"2026-04-31\", label: x", "must be a year"),
        ("date: spring, label: x", "must be a year"), ("date: \"2026\", label: \" \"", "empty label"),
        ("date: \"2026\", label: x, kind: party", "the kinds are campaign"),
    ])
    func eventsThatNoChartCouldShowAreRefused(event: String, words: String) throws {
        let error = #expect(throws: WorkspaceError.self) { try settings("events: [{\(event)}]") }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [
        ("asOf: 2024-13-45", "asOf is"), ("asOf: yesterday", "asOf is"), ("office: {open: 25}", "\"open\""),
        ("notice: 1e400", "notice is"), ("brands: [{name: A}, {name: A}]", "named twice"),
        ("sources: [{name: a, files: b, retentionDays: 3}]", "\"retentionDays\""),
        ("brands: [{name: A, alias: [B]}]", "\"alias\""), ("notify: [{slack: x}]", "\"slack\""),
        ("events: [{date: \"2026\", label: x, note: y}]", "\"note\""),
    ])
    func whatMeansNothingIsRefused(yaml: String, words: String) throws {
        let error = #expect(throws: WorkspaceError.self) { try settings(yaml) }
        #expect(error?.code == .usage && error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func timeOfTheReportIsReadAsItIsWritten() throws {
        #expect(try settings("asOf: 2026-01-31T15:00:00Z").asOf == "2026-01-31T15:00:00Z")
        #expect(try settings("notice: Invented data\nbrands: [{name: A}, {name: B}]").notice == "Invented data")
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
        let error = #expect(throws: WorkspaceError.self) { try settings(yaml) }
        #expect(error?.code == .usage && error?.message.contains("number") == true, "\(error?.message ?? "")")
    }

    @Test func environmentIsReadInTheSameWay() throws {
        #expect(try settings("", environment: ["KOE_MINIMUM_VOICES": "012"]).minimumVoices == 12)
        #expect(throws: WorkspaceError.self) { try settings("", environment: ["KOE_MARGIN": "inf"]) }
    }

    @Test(arguments: [
        "brands:\n  - name: ''", "brands:\n  - name: '　'", "brands:\n  - name: Lotte\n    aliases: ['']",
        "brands:\n  - name: \"\\u200B\"",
    ])
    func emptyBrandNameIsRefused(yaml: String) throws {
        let error = #expect(throws: WorkspaceError.self) { try settings(yaml) }
        #expect(error?.message.contains("empty") == true)
    }
}
