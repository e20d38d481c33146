import CExpat

/// What an XML parser tells, one after another.
enum XmlEvent {
    /// An element with its attributes, names without the address of their space, and where it begins.
    case open(String, [String: String], XmlPlace)
    case text(String)
    case close(String)
}

/// Where something begins in a document: bytes from 0, lines from 1.
struct XmlPlace {
    var byte = 0
    var line = 1
}

/// Parses XML with expat, as it comes, with bounds; no entity besides the five of XML is expanded.
final class XmlEvents {
    private static let depthLimit = 64
    private let parser: XML_Parser
    private var depth = 0
    private var bytes = 0
    private let byteLimit: Int
    /// Events that nobody has taken yet.
    private(set) var events: [XmlEvent] = []
    private(set) var fault: String?

    /// Fails when there is no memory for a parser.
    ///
    /// - Parameter byteLimit: Most bytes of text and names that may wait between two pulls.
    init?(byteLimit: Int) {
        guard let parser = unsafe XML_ParserCreateNS("UTF-8", 0x20) else { return nil }
        unsafe self.parser = parser
        self.byteLimit = byteLimit
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe XML_SetUserData(parser, context)
        unsafe XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let context, let name else { return }
                unsafe XmlEvents.from(context).open(name, attributes)
            },
            { context, name in
                guard let context, let name else { return }
                unsafe XmlEvents.from(context).close(name)
            }
        )
        unsafe XML_SetCharacterDataHandler(parser) { context, text, length in
            guard let context, let text else { return }
            unsafe XmlEvents.from(context).text(text, Int(length))
        }
        unsafe XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
            guard let context else { return }
            unsafe XmlEvents.from(context).stop("declares entities, which are not expanded")
        }
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// Takes the next bytes; `isLast`: whether the document ends with them.
    func parse(_ chunk: ArraySlice<UInt8>, isLast: Bool) {
        guard fault == nil else { return }
        let status = unsafe chunk.withUnsafeBytes { raw in
            unsafe XML_Parse(parser, raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count), isLast ? 1 : 0)
        }
        guard status != XML_STATUS_OK, fault == nil else { return }
        let line = place.line
        fault = "is no well-formed XML from its line \(line) on; nothing after it was read"
    }

    /// Where the parser stands, whatever the size of the pieces it was given.
    var place: XmlPlace {
        unsafe XmlPlace(
            byte: Int(XML_GetCurrentByteIndex(parser)),
            line: Int(XML_GetCurrentLineNumber(parser))
        )
    }

    /// The events so far, which are then forgotten.
    func take() -> [XmlEvent] {
        defer {
            events = []
            bytes = 0
        }
        return events
    }

    private static func from(_ context: UnsafeMutableRawPointer) -> XmlEvents {
        unsafe Unmanaged<XmlEvents>.fromOpaque(context).takeUnretainedValue()
    }

    private func open(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        depth += 1
        guard depth <= Self.depthLimit else { return stop("is nested deeper than \(Self.depthLimit) elements") }
        var values: [String: String] = [:]
        var index = 0
        while let attributes, let key = unsafe attributes[index], let value = unsafe attributes[index + 1] {
            values[Self.local(unsafe String(cString: key))] = unsafe String(cString: value)
            index += 2
        }
        add(.open(Self.local(unsafe String(cString: name)), values, place), size: 64)
    }

    private func close(_ name: UnsafePointer<CChar>) {
        depth -= 1
        add(.close(Self.local(unsafe String(cString: name))), size: 16)
    }

    private func text(_ start: UnsafePointer<CChar>, _ length: Int) {
        let raw = unsafe UnsafeRawBufferPointer(start: start, count: length)
        add(.text(unsafe String(decoding: raw, as: UTF8.self)), size: length)
    }

    private func add(_ event: XmlEvent, size: Int) {
        bytes += size
        guard bytes <= byteLimit else { return stop("has a piece longer than \(byteLimit) bytes") }
        events.append(event)
    }

    private func stop(_ message: String) {
        fault = fault ?? message
        unsafe XML_StopParser(parser, 0)
    }

    /// `http://disqus.com id` as `id`; the prefixes of spaces differ from export to export.
    private static func local(_ name: String) -> String {
        name.split(separator: " ").last.map(String.init) ?? name
    }
}
