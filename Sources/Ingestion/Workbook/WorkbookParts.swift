/// What the parts of a workbook say of its sheets, in the order of their tabs (ECMA-376, part 1, 18.2).
struct WorkbookParts {
    struct Sheet: Hashable {
        let name: String
        /// Member of the zip, as `xl/worksheets/sheet1.xml`.
        let part: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    /// Whether days are counted from 1904 on, as on old Macintoshes.
    private(set) var startsIn1904 = false

    /// `book`: of `workbook.xml`; `links`: of its relations.
    init(book: [XmlEvent], links: [XmlEvent]) {
        var targets: [String: String] = [:]
        for case .open("Relationship", let attributes, _) in links {
            guard attributes["Type"]?.hasSuffix("/worksheet") == true, let id = attributes["Id"],
                let target = attributes["Target"]
            else { continue }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        for case .open(let name, let attributes, _) in book {
            if name == "workbookPr" { startsIn1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
            guard name == "sheet", let title = attributes["name"], let part = targets[attributes["id"] ?? ""] else {
                continue
            }
            let isHidden = (attributes["state"] ?? "visible") != "visible"
            sheets.append(Sheet(name: title, part: part, isHidden: isHidden))
        }
    }
}
