import Foundation
import Reports
import Testing

@testable import Reports

/// Names and texts that try to break out of the page, the table or the mask.
struct HostileTextTests {
    /// Each must appear nowhere in a page as it stands.
    static let attacks = [
        "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onload='alert(1)", "</title><img src=x>",
        "<\u{301}b>", "\"\u{301} autofocus=\"", "&lt;b&gt;<b>", "]]><x/>", "{{word.run}}{{{x}}}", "<!--",
        "\u{0}<i>\u{1B}",
    ]

    @Test(arguments: attacks)
    func noTextBreaksOutOfAPage(attack: String) throws {
        let files = try ReportRenderer.render(Self.model(attack), language: .en, templates: Templates.load())
        for file in files where file.path.hasSuffix(".html") {
            let checker = WellFormedness()
            #expect(checker.fault(in: file.bytes) == nil, "\(file.path)")
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.unicodeScalars.contains("\u{0}"))
            #expect(text.ranges(of: "<script").isEmpty && text.ranges(of: "<img").isEmpty)
            #expect(text.ranges(of: " onmouseover=\"").isEmpty && text.ranges(of: "<i>").isEmpty)
        }
    }

    @Test func fileNamesHoldNoPathTricks() throws {
        for name in ["../../etc/passwd", "a/b", "con", ".", "ロッテ", " ", "A b", "a B"] {
            let slug = Slug.make(name)
            #expect(slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
            #expect(!slug.isEmpty)
        }
        let names = ["A b", "a-b", "a b", "ロッテ", "ロツテ", "a/b", "a?b"]
        #expect(Set(Slug.makeAll(names)).count == names.count)
    }

    private static func model(_ attack: String) -> ReportModel {
        var model = SampleReport.model
        model.head.title = attack
        model.head.notice = attack
        model.head.command = attack
        model.brands[0].name = attack
        model.brands[0].japaneseName = attack
        model.brands[0].command = attack
        model.brands[0].events[0].label = attack
        model.brands[0].cases[0].caseID = attack
        model.brands[0].cases[0].steps[0].kind = attack
        model.brands[0].cases[0].steps[0].note = attack
        model.brands[0].verbatims[0].language = attack
        model.brands[0].verbatims[0].source = attack
        model.brands[0].verbatims[0].caseID = attack
        model.brands[0].verbatims[0].segments[1].text = attack
        model.brands[1].flags[0].id = attack
        model.brands[1].flags[0].channel = attack
        model.brands[1].flags[0].channels[0].name = attack
        model.coverage.sources[0].source = attack
        model.coverage.quarantine[0].reason = attack
        return model
    }
}
