import Feedback

/// Tables of live numbers, every count a link to the comments behind it.
struct LiveTables {
    let frame: LiveFrame

    private var phrases: any Phrases { frame.phrases }

    func stretches(_ rows: [LiveStretch], caption: Word, first: Word, name: (String) -> Markup) -> Markup {
        DataTable(
            caption: phrases(caption),
            columns: [
                // Periods are short; names of brands and channels need not be.
                first == .period ? .short(phrases(first)) : .text(phrases(first)), .number(phrases(.supportStrength)),
                .number("n"),
                .number(phrases(.brandStrength)), .number("n"),
            ],
            rows: rows.map { [name($0.name)] + cells($0.support) + cells($0.brand) }
        ).markup
    }

    func facets(_ rows: [LiveFacetRow], of brand: String) -> Markup {
        DataTable(
            caption: phrases(.facetsHeading),
            columns: [
                .text(phrases(.facet)), .number(phrases(.strength)), .number("n"), .number(phrases(.praiseComments)),
                .number(phrases(.blameComments)), .number(phrases(.namedComments)),
            ],
            rows: rows.map { row in
                [link(phrases.facet(row.facet), to: .facet(row.facet, of: brand))] + cells(row.number)
                    + [row.praise, row.blame, row.named].map(count)
            }
        ).markup
    }

    func signals(_ rows: [(signal: LoyaltySignal, count: LiveCount)]) -> Markup {
        DataTable(
            caption: phrases(.signalsHeading),
            columns: [.text(phrases(.signal)), .short(phrases(.direction)), .number(phrases(.comments))],
            rows: rows.map { row in
                let tone = Tone(polarity: row.signal.direction)
                return [Markup(phrases.signal(row.signal)), Markup(tone.sign), count(row.count)]
            }
        ).markup
    }

    func flags(_ rows: [LiveFlagLine]) -> Markup {
        if rows.isEmpty { return .element("p", [], Markup(phrases(.noFlagsYet))) }
        return DataTable(
            caption: phrases(.openFlagsHeading),
            columns: [
                .text(phrases(.flagWord)), .number(phrases(.difference)), .short(phrases(.firstPeriod)),
                .short(phrases(.state)), .text(phrases(.assignee)),
            ],
            rows: rows.map { row in
                [
                    link(subject(row), to: .flag(row.id)), Markup(NumberText.signed(row.difference)),
                    Markup(phrases.period(row.since)), Markup(phrases.flagState(row.state)),
                    Markup(row.assignee ?? "–"),
                ]
            }
        ).markup
    }

    /// Versions of a brand, the newest first; of very many the first.
    func versions(_ versions: [LiveVersion]) -> Markup {
        let shown = versions.prefix(Self.shownVersions)
        let table = versionTables(Array(shown)).brand(shown.map(\.row)).markup
        let rest = versions.count - shown.count
        return rest > 0
            ? table + .element("p", [("class", "quiet")], Markup(phrases.moreVersions(rest))) : table
    }

    /// Versions around a change.
    func versions(around versions: [LiveVersion]) -> Markup {
        versionTables(versions).around(versions.map(\.row)).markup
    }

    private static let shownVersions = 50

    private func versionTables(_ versions: [LiveVersion]) -> VersionTables {
        let lists = Dictionary(versions.map { ($0.row, $0.list) }) { first, _ in first }
        return VersionTables(phrases: phrases) { row in
            lists[row].map { linked(row.strength.voices, to: $0) } ?? Markup(NumberText.count(row.strength.voices))
        }
    }

    /// What a flag is about: the brand, the strength or facet, and the channel or the product where it is one.
    func subject(_ flag: LiveFlagLine) -> String {
        let measure = flag.facet.map(phrases.facet) ?? phrases(.supportStrength)
        return [frame.name(ofBrand: flag.brand), measure, flag.channel.map(phrases.channel) ?? flag.product].compactMap(
            \.self
        )
        .joined(separator: phrases.listSeparator)
    }

    /// The strength, and its voices as a link.
    func cells(_ number: LiveNumber) -> [Markup] {
        let strength =
            number.strength.range == nil
            ? Markup.element("span", [("class", "quiet")], Markup(phrases(.insufficient)))
            : Markup(phrases.strength(number.strength))
        return [strength, linked(number.strength.voices, to: number.list)]
    }

    /// A strength and how many voices it is over, in one line.
    func level(_ number: LiveNumber) -> Markup { cells(number).joined(separator: phrases.listSeparator + "n = ") }

    func count(_ count: LiveCount) -> Markup { linked(count.comments, to: count.list) }

    func brand(_ name: String) -> Markup { link(frame.name(ofBrand: name), to: .brand(name)) }

    func link(_ text: String, to address: LiveAddress) -> Markup {
        .element("a", [("href", frame.path(to: address))], .element("bdi", [], Markup(text)))
    }

    private func linked(_ number: Int, to list: LiveAddress) -> Markup {
        number == 0 ? Markup("0") : link(NumberText.count(number), to: list)
    }
}
