/// Tables of versions, with how support is spoken of under each.
struct VersionTables {
    let phrases: any Phrases
    /// How the voices of a version are shown: a number, or on live pages a link to their comments.
    let voices: (VersionRow) -> Markup

    /// The versions of a brand, each against the one before.
    func brand(_ rows: [VersionRow]) -> DataTable {
        table(rows, caption: .versionsHeading, column: .number(phrases(.againstVersionBefore))) { row in
            Markup(row.change.map { phrases.difference($0) } ?? "–")
        }
    }

    /// The versions around a change, and when each came.
    func around(_ rows: [VersionRow]) -> DataTable {
        table(rows, caption: .releasesHeading, column: .short(phrases(.versionPlace))) { row in
            Markup(row.place.map { phrases($0.word) } ?? "–")
        }
    }

    private func table(
        _ rows: [VersionRow],
        caption: Word,
        column: DataTable.Column,
        _ last: (VersionRow) -> Markup
    ) -> DataTable {
        let hasProducts = rows.contains { $0.product != nil }
        let products = hasProducts ? [DataTable.Column.text(phrases(.product))] : []
        return DataTable(
            caption: phrases(caption),
            columns: [.short(phrases(.version))] + products + [
                .short(phrases(.firstVoice)), .number(phrases(.supportStrength)), .number("n"), column,
            ],
            rows: rows.map { row in
                [name(row.version)] + (hasProducts ? [row.product.map(name) ?? Markup("–")] : [])
                    + [Markup(phrases.period(row.firstDay)), strength(row.strength), voices(row), last(row)]
            }
        )
    }

    private func name(_ text: String) -> Markup { .element("bdi", [], Markup(text)) }

    private func strength(_ strength: Strength) -> Markup {
        strength.range == nil
            ? .element("span", [("class", "quiet")], Markup(phrases(.insufficient)))
            : Markup(phrases.strength(strength))
    }
}

extension VersionRow.Place {
    fileprivate var word: Word {
        switch self {
        case .earlier: .versionEarlier
        case .within: .versionWithin
        case .later: .versionLater
        }
    }
}
