/// Which styles of a workbook show a number as a time.
struct CellStyles {
    /// What of a time a style shows.
    enum Shown: Hashable {
        case date, time, clock
        /// Hours, minutes or seconds that are counted up, as `[h]:mm` shows.
        case length
    }

    private var shown: [Shown?] = []

    init() {}

    /// `events`: of `styles.xml`.
    init(_ events: [XmlEvent]) {
        var own: [Int: Shown?] = [:]
        var isCell = false
        for event in events {
            switch event {
            case .open("numFmt", let attributes, _):
                guard let id = attributes["numFmtId"].flatMap(Int.init) else { continue }
                own[id] = Self.shown(code: attributes["formatCode"] ?? "")
            case .open("cellXfs", _, _): isCell = true
            case .close("cellXfs"): isCell = false
            case .open("xf", let attributes, _) where isCell:
                let id = attributes["numFmtId"].flatMap(Int.init) ?? 0
                shown.append(own[id] ?? Self.shown(builtIn: id))
            default: continue
            }
        }
    }

    /// What the style at an index shows; `nil` for a number.
    subscript(index: Int) -> Shown? { shown.indices.contains(index) ? shown[index] : nil }

    /// The formats that are not written down (ECMA-376, part 1, 18.8.30), those of Japanese Excel among them.
    private static func shown(builtIn id: Int) -> Shown? {
        switch id {
        case 14...17, 27...31, 34...36, 50...54, 57, 58: .date
        case 22: .time
        case 18...21, 32, 33, 45, 47, 55, 56: .clock
        case 46: .length
        default: nil
        }
    }

    /// By the letters of a format outside of quotes, brackets and escapes.
    static func shown(code: String) -> Shown? {
        var letters = letters(of: code)
        // Parts of a second.
        while letters.contains("s.0") { letters = letters.replacing("s.0", with: "s.") }
        let isLength = letters.contains("[")
        let isNumber = ["#", "?", "0"].contains { letters.contains($0) }
        let hasDay = letters.contains("y") || letters.contains("d") || letters.contains("e")
        let hasClock = letters.contains("h") || letters.contains("s")
        if isNumber || letters.contains("general") { return nil }
        if hasDay { return hasClock ? .time : .date }
        if isLength { return .length }
        if hasClock { return .clock }
        return letters.contains("m") ? .date : nil
    }

    private static func letters(of code: String) -> String {
        var letters = ""
        var close: Character?
        var isEscaped = false
        var isCount = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if let end = close {
                // Hours, minutes or seconds that were counted up stand in brackets.
                if character == end, end == "]", isCount { letters += "[h" }
                if character == end { close = nil } else if !"hms".contains(character) { isCount = false }
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == "\"" {
                close = "\""
            } else if character == "[" {
                close = "]"
                isCount = true
            } else if character == ";" {
                break
            } else {
                letters.append(character)
            }
        }
        return letters
    }
}
