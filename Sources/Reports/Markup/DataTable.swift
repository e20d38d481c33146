/// A table of a page: a caption, named columns and a header for every row.
struct DataTable {
    enum Kind {
        case text
        /// Text that is never broken over lines.
        case short
        /// Stands at the right, figure under figure.
        case number
    }

    struct Column {
        let title: String
        let kind: Kind

        static func text(_ title: String) -> Column { Column(title: title, kind: .text) }
        static func short(_ title: String) -> Column { Column(title: title, kind: .short) }
        static func number(_ title: String) -> Column { Column(title: title, kind: .number) }
    }

    let caption: String
    let columns: [Column]
    /// The first cell of a row is its header.
    let rows: [[Markup]]

    /// The table in a region that scrolls by itself on narrow screens and can be reached by keyboard.
    var markup: Markup {
        let header = columns.map { column in
            Markup.element("th", [("scope", "col")] + Self.kind(column), Markup(column.title))
        }
        let body = rows.map { row in
            let cells = zip(columns, row).enumerated().map { index, pair in
                index == 0
                    ? Markup.element("th", [("scope", "row")] + Self.kind(pair.0), pair.1)
                    : Markup.element("td", Self.kind(pair.0), pair.1)
            }
            return Markup.element("tr", [], cells.joined())
        }
        let table = Markup.element(
            "table",
            [],
            Markup.element("caption", [], Markup(caption))
                + .element("thead", [], .element("tr", [], header.joined()))
                + .element("tbody", [], body.joined(separator: "\n"))
        )
        return .scrolling(table, label: caption)
    }

    private static func kind(_ column: Column) -> [(String, String)] {
        switch column.kind {
        case .text: []
        case .short: [("class", "s")]
        case .number: [("class", "n")]
        }
    }
}
