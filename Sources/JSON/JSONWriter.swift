/// Writes JSON into bytes, part by part in the order of the calls: the one writer of JSON in Koe.
///
/// Commas, line ends and indentation come by themselves. The same calls give the same bytes on every machine.
package struct JSONWriter {
    package let form: JSONForm
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []
    private var depth = 0
    /// Whether something stands before the next part in its object or array.
    private var needsComma = false
    /// Whether the next part is the value of a name.
    private var isNamed = false
    /// Whether parts stand on one line; asked for each of them.
    private let isCompact: Bool

    /// A writer with nothing written.
    package init(_ form: JSONForm = .plain) {
        self.form = form
        isCompact = form.layout == .compact
    }

    /// A writer of a value that stands in others.
    ///
    /// `depth`: in how many.
    init(_ form: JSONForm, depth: Int) {
        self.init(form)
        self.depth = depth
        // The value follows what is written elsewhere.
        isNamed = depth > 0
    }

    /// A writer that goes on behind bytes, which it holds until ``move(to:)`` gives them back.
    package init(_ form: JSONForm = .plain, behind bytes: inout [UInt8]) {
        self.init(form)
        swap(&self.bytes, &bytes)
    }

    /// What has been written, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends what has been written to other bytes and starts anew, keeping its memory where these held something.
    package mutating func move(to other: inout [UInt8]) {
        if other.isEmpty {
            swap(&other, &bytes)
        } else {
            other += bytes
        }
        bytes.removeAll(keepingCapacity: true)
        (depth, needsComma, isNamed) = (0, false, false)
    }

    /// What has been written since the last time, which is let go of; the next part follows it.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    package mutating func openObject() { open(UInt8(ascii: "{")) }

    package mutating func closeObject() { close(UInt8(ascii: "}")) }

    package mutating func openArray() { open(UInt8(ascii: "[")) }

    package mutating func closeArray() { close(UInt8(ascii: "]")) }

    /// The name of the member whose value is written next.
    package mutating func name(_ name: String) {
        begin()
        quote(name)
        switch form.layout {
        case .compact: bytes.append(UInt8(ascii: ":"))
        case .lines(let colon, _): bytes += colon.utf8
        }
        isNamed = true
    }

    /// The same for a name of ASCII without anything to escape.
    package mutating func name(plain name: StaticString) {
        guard isCompact else { return self.name("\(name)") }
        let needsComma = takesComma()
        bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { output in
            if needsComma { output.append(UInt8(ascii: ",")) }
            output.append(0x22)
            unsafe output.append(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            output.append(0x22)
            output.append(UInt8(ascii: ":"))
        }
        isNamed = true
    }

    package mutating func string(_ text: String) {
        begin()
        quote(text)
    }

    package mutating func integer(_ value: Int) {
        begin()
        JSONNumber.append(value, to: &bytes)
    }

    /// A number in the writer's form.
    ///
    /// - Throws: `number` for what is not finite, or too large for the decimals of the form.
    package mutating func number(_ value: Double) throws(JSONError) {
        begin()
        try JSONNumber.append(value, form.numbers, to: &bytes)
    }

    package mutating func flag(_ value: Bool) { raw(value ? "true" : "false") }

    package mutating func null() { raw("null") }

    /// A number of thousandths as a decimal fraction without zeros at the end.
    package mutating func thousandths(_ value: Int) {
        begin()
        JSONNumber.append(value, decimals: 3, to: &bytes)
    }

    /// A value that is JSON already.
    package mutating func raw(_ json: some Sequence<UInt8>) {
        begin()
        bytes.append(contentsOf: json)
    }

    /// The same, without the cost of a sequence of any kind.
    package mutating func raw(_ json: [UInt8]) {
        begin()
        bytes.append(contentsOf: json)
    }

    private mutating func raw(_ word: StaticString) {
        begin()
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private mutating func open(_ byte: UInt8) {
        begin()
        bytes.append(byte)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        depth -= 1
        if needsComma {
            breakLine()
        } else if case .lines(_, opensEmpty: true) = form.layout {
            bytes.append(0x0A)
            breakLine()
        }
        bytes.append(byte)
        needsComma = true
    }

    /// Writes what must stand before the next part.
    private mutating func begin() {
        let isValue = isNamed
        if takesComma() { bytes.append(UInt8(ascii: ",")) }
        if !isValue, depth > 0 { breakLine() }
    }

    /// Whether a comma must stand before the next part, which is then taken to be written.
    private mutating func takesComma() -> Bool {
        defer {
            isNamed = false
            needsComma = true
        }
        return needsComma && !isNamed && depth > 0
    }

    private mutating func breakLine() {
        if isCompact { return }
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: 2 * depth)
    }

    private mutating func quote(_ text: String) {
        if JSONQuote.isPlain(text, form.escapes) {
            let text = text.utf8.span
            bytes.append(addingCapacity: text.count + 2) { output in
                output.append(0x22)
                unsafe text.withUnsafeBufferPointer { unsafe output.append($0) }
                output.append(0x22)
            }
            return
        }
        bytes.append(0x22)
        JSONQuote.append(text, form.escapes, to: &bytes)
        bytes.append(0x22)
    }
}

extension JSONWriter {
    /// A member whose value is a text.
    package mutating func member(_ name: String, _ text: String) {
        self.name(name)
        string(text)
    }

    /// A member whose value is a whole number.
    package mutating func member(_ name: String, _ value: Int) {
        self.name(name)
        integer(value)
    }

    /// An array of one object an element, whose members `members` writes.
    package mutating func objects<Element>(_ elements: [Element], members: (Element, inout JSONWriter) -> Void) {
        openArray()
        for element in elements {
            openObject()
            members(element, &self)
            closeObject()
        }
        closeArray()
    }
}
