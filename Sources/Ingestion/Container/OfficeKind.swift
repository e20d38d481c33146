/// Office documents that are zips and are not read.
enum OfficeKind {
    case text, slides, binaryWorkbook, openDocument

    /// By the names of the members.
    static func find(_ names: Set<String>) -> OfficeKind? {
        if names.contains("word/document.xml") { return .text }
        if names.contains("ppt/presentation.xml") { return .slides }
        if names.contains("xl/workbook.bin") { return .binaryWorkbook }
        let marks: Set = ["META-INF/manifest.xml", "mimetype"]
        if !names.isDisjoint(with: marks), names.contains("content.xml") { return .openDocument }
        return nil
    }

    /// To stand behind "is".
    var title: String {
        switch self {
        case .text: "a Word document"
        case .slides: "a presentation"
        case .binaryWorkbook: "a workbook in binary form (xlsb)"
        case .openDocument: "an OpenDocument file"
        }
    }

    var advice: String {
        switch self {
        case .text, .slides: "export its text"
        case .binaryWorkbook, .openDocument: "save it as xlsx or CSV"
        }
    }
}
