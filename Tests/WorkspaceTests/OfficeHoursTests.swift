import Testing

@testable import Workspace

struct OfficeHoursTests {
    private func line(_ key: String, _ yaml: String) throws -> String? {
        try Settings(file: SettingsFile(yaml: yaml, path: "koe.yaml")).lines.first { $0.key == key }?.value
    }

    @Test func officeIsOpenOnWeekdaysUnlessSaidOtherwise() throws {
        let weekdays = "mon 09:00-18:00, tue 09:00-18:00, wed 09:00-18:00, thu 09:00-18:00, fri 09:00-18:00"
        #expect(try line("office", "timeZone: Asia/Tokyo") == weekdays + "; closed on Japanese holidays")
        #expect(try line("office", "timeZone: Europe/London") == weekdays)
    }

    @Test func hoursAndClosedDaysAreTheUsers() throws {
        let yaml = """
            timeZone: Asia/Tokyo
            office:
              hours: {fri: "09:00-12:00, 13:00-18:30", sat-sun: "10:00-14:00"}
              japaneseHolidays: false
              closed: [12-29..01-03, 2026-08-13..2026-08-14, 2027-02-01]
            """
        // Six days of every year and three once.
        #expect(
            try line("office", yaml)
                == "fri 09:00-12:00 13:00-18:30, sat 10:00-14:00, sun 10:00-14:00; 9 more closed days"
        )
    }

    @Test(
        arguments: [
            ("office: {hours: {someday: \"09:00-18:00\"}}", "no day of the week"),
            ("office: {hours: {mon: \"18:00-09:00\"}}", "09:00-18:00"),
            ("office: {closed: [soon]}", "is no day"),
            ("office: {closed: [2026-02-30]}", "is no day"),
            ("facetWeights: {mood: 1}", "is no facet"),
            ("facetWeights: {speed: -1}", "a number from 0"),
        ]
    )
    func wrongSettingsAreRefused(yaml: String, words: String) throws {
        #expect {
            try line("office", yaml)
        } throws: { error in
            (error as? WorkspaceError)?.code == .usage && "\(error)".contains(words)
        }
    }

    @Test func weightsAreShownInPerCent() throws {
        #expect(try line("facetWeights", "facetWeights: {speed: 3, remedy: 1}") == "speed 75%, remedy 25%")
        #expect(try line("facetWeights", "language: ja") == "shares of mentions")
    }
}
