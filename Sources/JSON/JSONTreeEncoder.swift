/// Turns an `Encodable` value into JSON that is the same on every machine.
///
/// Names are sorted by their UTF-8 bytes, absent values are left out.
package enum JSONTreeEncoder {
    /// The bytes of a value in a form, without a line end.
    ///
    /// - Throws: ``JSONError`` `number` for numbers that have no form, and what the value itself throws.
    package static func bytes(_ value: some Encodable, _ form: JSONForm) throws -> [UInt8] {
        joined(try pieces(of: value, form))
    }

    /// The bytes of pieces in one stretch.
    package static func joined(_ pieces: [[UInt8]]) -> [UInt8] {
        if pieces.count == 1 { return pieces[0] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
        for piece in pieces { bytes += piece }
        return bytes
    }

    /// The same bytes in pieces of a megabyte or so, one at least: what is large need not stand in one stretch of memory.
    ///
    /// - Throws: as ``bytes(_:_:)``.
    package static func pieces(of value: some Encodable, _ form: JSONForm) throws -> [[UInt8]] {
        try pieces(of: value, form, depth: 0).pieces
    }

    /// The same for a value that stands inside others, or has parts that are written already.
    ///
    /// - Parameters:
    ///   - value: may hold ``JSONPart``.
    ///   - form: how it is written.
    ///   - depth: how many values it stands in.
    /// - Returns: its pieces, and the offset of the first byte of each ``JSONPart`` in it, in the order of the bytes.
    /// - Throws: as ``bytes(_:_:)``.
    package static func pieces(
        of value: some Encodable,
        _ form: JSONForm,
        depth: Int
    ) throws -> (pieces: [[UInt8]], parts: [Int]) {
        var output = JSONOutput(writer: JSONWriter(form, depth: depth))
        try output.node(JSONNode(value))
        return (output.pieces + [output.writer.bytes], output.parts)
    }

    fileprivate static let pieceSize = 1 << 20

    /// A value as the text of a database column.
    ///
    /// - Throws: as ``bytes(_:_:)``.
    package static func record(_ value: some Encodable) throws -> String {
        String(decoding: try bytes(value, .record), as: UTF8.self)
    }
}

/// One value under construction; a class, since nested containers fill it later.
final class JSONNode {
    enum Content {
        case null
        case flag(Bool)
        case integer(Int)
        /// An integer that leaves `Int`, as its digits.
        case digits(String)
        case number(Double)
        case string(String)
        case list([Content])
        /// The elements of an array, each of which is described when it is written: a report has them by the million.
        case elements(any JSONElements)
        /// In any order; of two of one name the later counts.
        case object([Member])
        /// What is written already.
        case part([[UInt8]])
        /// What is filled later, or has parts of its own.
        case node(JSONNode)
    }

    struct Member {
        let name: String
        let value: Content
    }

    var content = Content.null
    private let key: (any CodingKey)?
    /// Holds this one, and so is there as long as this one is being filled.
    private unowned let outer: JSONNode?

    /// `key`: where it stands in an outer value that has it by name.
    init(_ key: (any CodingKey)? = nil, in outer: JSONNode? = nil) {
        (self.key, self.outer) = (key, outer)
    }

    /// A value that describes itself.
    convenience init(_ value: some Encodable) throws {
        self.init()
        try JSONNodeEncoder(node: self).write(value)
    }

    /// The keys that lead to the value, the outermost first.
    var path: [any CodingKey] { (outer?.path ?? []) + [key].compactMap(\.self) }

    /// Makes it an object, where it is nothing yet.
    func makeObject() {
        guard case .null = content else { return }
        var members: [Member] = []
        members.reserveCapacity(8)
        content = .object(members)
    }

    /// Makes it an array, where it is nothing yet.
    func makeList() {
        if case .null = content { content = .list([]) }
    }

    func append(_ value: Content) {
        guard case .list(var list) = content else { return content = .list([value]) }
        // Let go of the stored list, so that it grows in place.
        content = .null
        list.append(value)
        content = .list(list)
    }

    /// Puts a member into an object.
    func set(_ name: String, _ value: Content) {
        guard case .object(var members) = content else { return }
        content = .null
        members.append(Member(name: name, value: value))
        content = .object(members)
    }
}

/// An array whose elements describe themselves.
protocol JSONElements {
    /// Calls the body with each element in turn.
    func forEachNode(_ body: (JSONNode) throws -> Void) throws

    /// Writes all elements, where they write themselves.
    ///
    /// - Returns: whether they do.
    func write(to writer: inout JSONWriter) throws -> Bool
}

extension Array: JSONElements where Element: Encodable {
    func forEachNode(_ body: (JSONNode) throws -> Void) throws {
        for element in self { try body(JSONNode(element)) }
    }

    func write(to writer: inout JSONWriter) throws -> Bool {
        guard let type = Element.self as? any JSONWritten.Type else { return false }
        try write(as: type, to: &writer)
        return true
    }

    private func write<Written: JSONWritten>(as type: Written.Type, to writer: inout JSONWriter) throws {
        for case let element as Written in self { try element.write(to: &writer) }
    }
}

/// A value that is written already, as it stands at its depth in another: see ``JSONTreeEncoder/pieces(of:_:depth:)``.
package struct JSONPart: Encodable, Sendable {
    let pieces: [[UInt8]]

    /// `pieces`: its bytes, one stretch after another.
    package init(pieces: [[UInt8]]) {
        self.pieces = pieces
    }

    /// No other encoder than that of ``JSONTreeEncoder`` can write it.
    package func encode(to encoder: any Encoder) throws {
        throw EncodingError.invalidValue(
            self,
            EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "written already")
        )
    }
}

/// Where a value is written to.
private struct JSONOutput {
    var writer: JSONWriter
    /// What has been written and is large.
    var pieces: [[UInt8]] = []
    /// Offsets of what was written already.
    var parts: [Int] = []
    private var size = 0

    init(writer: JSONWriter) {
        self.writer = writer
    }

    /// A whole value, the members of objects sorted by the UTF-8 bytes of their names.
    ///
    /// - Throws: `number` for numbers that have no form, and what an element of an array throws.
    mutating func node(_ node: JSONNode) throws { try content(node.content) }

    private mutating func content(_ content: JSONNode.Content) throws {
        switch content {
        case .null: writer.null()
        case .flag(let flag): writer.flag(flag)
        case .integer(let number): writer.integer(number)
        case .digits(let digits): writer.raw(digits.utf8)
        case .number(let number): try writer.number(number)
        case .string(let text): writer.string(text)
        case .node(let node): try self.node(node)
        case .part(let pieces): part(pieces)
        case .list(let values):
            writer.openArray()
            for value in values { try self.content(value) }
            writer.closeArray()
        case .elements(let elements):
            writer.openArray()
            if try !elements.write(to: &writer) {
                try elements.forEachNode { element in
                    try node(element)
                    takeIfLarge()
                }
            }
            writer.closeArray()
            takeIfLarge()
        case .object(let members):
            writer.openObject()
            let sorted = members.sorted { $0.name.isBeforeInUTF8($1.name) }
            for (place, member) in sorted.enumerated() {
                if place + 1 < sorted.count, sorted[place + 1].name == member.name { continue }
                writer.name(member.name)
                try self.content(member.value)
            }
            writer.closeObject()
        }
    }

    private mutating func part(_ written: [[UInt8]]) {
        writer.raw([UInt8]())
        take()
        parts.append(size)
        pieces += written
        size += written.reduce(0) { $0 + $1.count }
    }

    private mutating func takeIfLarge() {
        if writer.bytes.count >= JSONTreeEncoder.pieceSize { take() }
    }

    private mutating func take() {
        pieces.append(writer.takeBytes())
        size += pieces[pieces.count - 1].count
    }
}

extension String {
    /// Whether its bytes come first; over plain memory, since every object of a report is sorted by it.
    fileprivate func isBeforeInUTF8(_ other: String) -> Bool {
        let (own, others) = (utf8.span, other.utf8.span)
        for index in 0..<min(own.count, others.count) where own[index] != others[index] {
            return own[index] < others[index]
        }
        return own.count < others.count
    }
}
