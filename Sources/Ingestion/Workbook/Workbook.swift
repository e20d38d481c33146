/// The sheets of a workbook (xlsx), one after another, each as a table with commas.
final class Workbook {
    /// The member by which a zip is known as a workbook.
    static let part = "xl/workbook.xml"
    /// Most bytes of a part that says how the others are to be read.
    private static let partLimit = 32 << 20

    private struct Sheet {
        let name: String
        let part: String
    }

    private let file: String
    private let input: RandomInput
    private var sheets: [Sheet] = []
    /// Names of the sheets that are hidden, which are not read.
    private(set) var hidden: [String] = []
    private let strings: SharedStrings
    private let styles: CellStyles
    private let startsIn1904: Bool

    init(file: String, input: RandomInput, limits: ContainerLimits) throws(IngestionError) {
        self.file = file
        self.input = input
        let parts = try Self.parts(file, input, limits)
        let book = WorkbookParts(book: parts.book, links: parts.links)
        sheets = book.sheets.filter { !$0.isHidden }.map { Sheet(name: $0.name, part: $0.part) }.reversed()
        hidden = book.sheets.filter(\.isHidden).map(\.name)
        startsIn1904 = book.startsIn1904
        strings = parts.strings
        styles = parts.styles
        guard !sheets.isEmpty else {
            throw IngestionError(.unreadable, file: file, message: "is a workbook without a sheet that can be seen")
        }
    }

    /// The next sheet; `nil` after the last.
    func next() throws(IngestionError) -> (name: String, text: SheetText)? {
        while let sheet = sheets.popLast() {
            let zip = try ZipReader(file: file, input: input)
            while let member = try zip.next() {
                guard member.name == sheet.part else { continue }
                let cells = CellReader(strings: strings, styles: styles, startsIn1904: startsIn1904)
                return (sheet.name, try SheetText(file: file, zip: zip, cells: cells))
            }
        }
        return nil
    }

    private static func parts(
        _ file: String,
        _ input: RandomInput,
        _ limits: ContainerLimits
    ) throws(IngestionError) -> (book: [XmlEvent], links: [XmlEvent], strings: SharedStrings, styles: CellStyles) {
        var book: [XmlEvent] = []
        var links: [XmlEvent] = []
        var strings = SharedStrings(limit: limits.sharedText)
        var styles = CellStyles()
        let zip = try ZipReader(file: file, input: input)
        while let member = try zip.next() {
            switch member.name.lowercased() {
            case part: try read(zip, file) { book += $0 }
            case "xl/_rels/workbook.xml.rels": try read(zip, file) { links += $0 }
            case "xl/styles.xml":
                var events: [XmlEvent] = []
                try read(zip, file) { events += $0 }
                styles = CellStyles(events)
            case "xl/sharedstrings.xml":
                try read(zip, file, limit: .max) { strings.take($0) }
                guard !strings.isFull else {
                    throw IngestionError(
                        .unreadable,
                        file: file,
                        message: "shares more than \(limits.sharedText) bytes of text between its cells; save it as CSV"
                    )
                }
            default: continue
            }
        }
        return (book, links, strings, styles)
    }

    /// Parses the member at hand.
    private static func read(
        _ zip: ZipReader,
        _ file: String,
        limit: Int = partLimit,
        _ take: ([XmlEvent]) -> Void
    ) throws(IngestionError) {
        guard let parser = XmlEvents(byteLimit: partLimit) else { return }
        var count = 0
        while let bytes = try zip.read() {
            count += bytes.count
            guard count <= limit else {
                throw IngestionError(.unreadable, file: file, message: "is a workbook with a part that is too large")
            }
            parser.parse(bytes[...], isLast: false)
            take(parser.take())
        }
        parser.parse([], isLast: true)
        take(parser.take())
        guard let fault = parser.fault else { return }
        throw IngestionError(.unreadable, file: file, message: "is a damaged workbook: a part of it \(fault)")
    }
}
