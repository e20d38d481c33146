import Feedback

/// A flag with what it rests on, and the forms to work on it.
package struct LiveFlag: Sendable {
    /// A level on one side of the change.
    package struct Side: Sendable {
        package var number: LiveNumber
        /// First and last month.
        package var from: String
        package var to: String
        /// Comments of the voices that show it best.
        package var rows: [LiveList.Row]

        package init(number: LiveNumber, from: String, to: String, rows: [LiveList.Row]) {
            self.number = number
            self.from = from
            self.to = to
            self.rows = rows
        }
    }

    package var line: LiveFlagLine
    package var sinceLow: String
    package var sinceHigh: String
    package var firstReported: String
    package var acknowledged: String?
    /// Masked already.
    package var note: String?
    /// What became of a flag that the last measuring did not find.
    package var became: String?
    /// `nil` for a flag that the last measuring did not find.
    package var before: Side?
    package var after: Side?
    /// Releases beside it, each with its versions as live pages link them.
    package var releases: [(release: Release, versions: [LiveVersion])] = []

    package init(line: LiveFlagLine, sinceLow: String, sinceHigh: String, firstReported: String) {
        self.line = line
        self.sinceLow = sinceLow
        self.sinceHigh = sinceHigh
        self.firstReported = firstReported
    }

    func body(in frame: LiveFrame) -> LiveBody {
        let (tables, phrases) = (LiveTables(frame: frame), frame.phrases)
        var sections: [LiveBody.Section] = []
        if let after {
            sections.append(.init(heading: phrases(.voicesAfter), rows: after.rows, more: after.number.list))
        }
        if let before {
            sections.append(.init(heading: phrases(.voicesBefore), rows: before.rows, more: before.number.list))
        }
        sections.insert(
            contentsOf: releases.map { release, versions in
                LiveBody.Section(
                    heading: phrases(.releasesHeading) + (release.product.map { phrases.colon + $0 } ?? ""),
                    content: .element("p", [], Markup(phrases.releaseStory(release)))
                        + .element("p", [("class", "quiet")], Markup(phrases(.releasesNote)))
                        + tables.versions(around: versions)
                )
            },
            at: 0
        )
        if frame.formToken != nil {
            sections.insert(.init(heading: phrases(.workHeading), content: forms(in: frame)), at: 0)
        }
        return LiveBody(
            heading: tables.subject(line) + phrases.colon + phrases.period(line.since),
            facts: facts(tables, phrases),
            sections: sections
        )
    }

    private func facts(_ tables: LiveTables, _ phrases: any Phrases) -> [(term: String, detail: Markup)] {
        func level(_ side: Side?) -> Markup {
            guard let side else { return Markup("–") }
            return tables.level(side.number)
                + Markup(phrases.bracketed(phrases.window(side.from, side.to)))
        }
        let interval = phrases.firstPeriodInterval(sinceLow, sinceHigh)
        let facts: [(Word, Markup?)] = [
            (.brand, tables.brand(line.brand)),
            (.facet, line.facet.map { tables.link(phrases.facet($0), to: .facet($0, of: line.brand)) }),
            (.state, Markup(phrases.flagState(line.state) + (became.map { phrases.colon + $0 } ?? ""))),
            (.firstPeriod, Markup(phrases.period(line.since) + phrases.bracketed(interval))),
            (.before, level(before)), (.after, level(after)),
            (.adjustedDifference, Markup(NumberText.signed(line.difference))),
            (.firstReported, Markup(phrases.instant(firstReported))),
            (.acknowledgedAt, acknowledged.map { Markup(phrases.instant($0)) }),
            (.note, note.map { Markup($0) }), (.assignee, line.assignee.map { Markup($0) }),
            (.flagID, .element("code", [], Markup(line.id))),
        ]
        return facts.compactMap { word, detail in detail.map { (phrases(word), $0) } }
    }

    private func forms(in frame: LiveFrame) -> Markup {
        let phrases = frame.phrases
        let path = "/flag-work/" + PathSegment.encoded(line.id)
        let isOpen = line.state == "new" || line.state == "ongoing"
        let acknowledge = LiveForm(
            path: path,
            fields: [
                .hidden(name: "do", value: "acknowledge"),
                .lines(name: "note", label: phrases(.note), value: note ?? ""),
            ],
            button: phrases(.acknowledge)
        )
        let takeBack = LiveForm(
            path: path,
            fields: [.hidden(name: "do", value: "take-back")],
            button: phrases(.takeBack)
        )
        let assign = LiveForm(
            path: path,
            fields: [
                .hidden(name: "do", value: "assign"),
                .line(name: "assignee", label: phrases(.assignee), value: line.assignee ?? ""),
            ],
            button: phrases(.saveAssignee)
        )
        return (isOpen ? acknowledge.markup(id: "acknowledge", in: frame) : .empty)
            + (line.state == "acknowledged" ? takeBack.markup(id: "take-back", in: frame) : .empty)
            + assign.markup(id: "assign", in: frame)
    }
}
