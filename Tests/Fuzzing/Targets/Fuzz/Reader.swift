import Feedback
import Ingestion

/// What takes bytes from outside, each a target of its own.
enum Reader: String, CaseIterable {
    case auto, csv, tsv, json, ndjson, xml, mail, page
    case movableType = "movable-type"
    case container, workbook, mapping, proposal, time, story

    /// Reads an input, and stops the process where a promise is broken.
    func read(_ bytes: [UInt8]) {
        switch self {
        case .auto, .csv, .tsv, .json, .ndjson, .xml, .mail, .page, .movableType:
            Rows.check(bytes, format: SourceFormat(rawValue: rawValue) ?? .auto)
        case .container: Packed.check(bytes)
        case .workbook: Packed.check(Packed.workbook(bytes))
        case .mapping: Mappings.check(bytes)
        case .proposal: Mappings.checkProposal(bytes)
        case .time: Texts.checkTime(bytes)
        case .story: Texts.checkStory(bytes)
        }
    }
}
