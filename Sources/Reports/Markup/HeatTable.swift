/// A table whose cells are shaded by what they hold; every cell says it in words as well.
struct HeatTable {
    struct Cell {
        /// Class of the shade; empty for none.
        let shade: String
        let text: Markup
    }

    let caption: String
    /// Titles of the columns, that of the row headers first.
    let columns: [String]
    let rows: [(header: Markup, cells: [Cell])]

    /// The table in a region that scrolls by itself on narrow screens and can be reached by keyboard.
    var markup: Markup {
        let titles = columns.map { Markup.element("th", [("scope", "col")], Markup($0)) }
        let body = rows.map { row in
            let cells = row.cells.map { cell in
                Markup.element("td", cell.shade.isEmpty ? [] : [("class", cell.shade)], cell.text)
            }
            return Markup.element("tr", [], .element("th", [("scope", "row")], row.header) + cells.joined())
        }
        let table = Markup.element(
            "table",
            [("class", "heat")],
            .element("caption", [], Markup(caption)) + .element("thead", [], .element("tr", [], titles.joined()))
                + .element("tbody", [], body.joined(separator: "\n"))
        )
        return .scrolling(table, label: caption)
    }
}

extension Markup {
    /// A wide thing in a region that scrolls by itself and can be reached by keyboard.
    static func scrolling(_ wide: Markup, label: String) -> Markup {
        .element("div", [("class", "scroll"), ("role", "group"), ("aria-label", label), ("tabindex", "0")], wide)
    }
}
