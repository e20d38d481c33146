import Foundation
import FoundationXML

/// Parses a page as XML and notes what a test wants to know of it.
final class WellFormedness: NSObject, XMLParserDelegate {
    private(set) var repeatedIDs: [String] = []
    private(set) var links: [String] = []
    /// Levels of the headings in their order.
    private(set) var headings: [Int] = []
    /// Headers of tables without a scope.
    private(set) var looseHeaders = 0
    private(set) var pictures = 0
    private(set) var titledPictures = 0
    private var ids: Set<String> = []
    private var labels: [String] = []

    /// What keeps the bytes from being XML; `nil` when they are.
    func fault(in bytes: [UInt8]) -> String? {
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        guard parser.parse() else {
            return "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "unknown")"
        }
        titledPictures = labels.count { label in label.split(separator: " ").allSatisfy { ids.contains(String($0)) } }
        return nil
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        if let id = attributes["id"], !ids.insert(id).inserted { repeatedIDs.append(id) }
        if name == "a", let link = attributes["href"] { links.append(link) }
        if name.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()) { headings.append(level) }
        if name == "th", attributes["scope"] == nil { looseHeaders += 1 }
        if name == "svg" {
            pictures += 1
            if attributes["role"] == "img", let label = attributes["aria-labelledby"] { labels.append(label) }
        }
    }
}
