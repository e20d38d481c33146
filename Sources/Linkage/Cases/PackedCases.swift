internal import Feedback

/// The cases of an index as one row of bytes, read when a pair needs more than numbers.
struct PackedCases: Sendable {
    private var records: SpilledBytes
    private var ends: [Int] = []

    init(store: (any ByteStore)? = nil) {
        records = SpilledBytes(store: store)
    }

    var count: Int { ends.count }
    var isEmpty: Bool { ends.isEmpty }

    mutating func append(_ linkCase: LinkCase) {
        var writer = FieldWriter()
        let subject = CaseSubject(linkCase.subject)
        writer.add(subject.script.rawValue, bytes: 1)
        writer.add(count: subject.words.count)
        for word in subject.words { writer.add(word) }
        writer.add(linkCase.caseID)
        writer.add(linkCase.isStory ? 1 : 0, bytes: 1)
        for text in [linkCase.number, linkCase.orderNumber, linkCase.brand, linkCase.product] { writer.add(text) }
        for text in [linkCase.customer, linkCase.customerHandle, linkCase.subject] { writer.add(text) }
        for time in [linkCase.openedAt, linkCase.closedAt] {
            writer.add(time == nil ? 0 : 1, bytes: 1)
            writer.add(UInt64(bitPattern: time?.milliseconds ?? 0))
        }
        records.append(writer.bytes)
        ends.append(records.count)
    }

    subscript(place: Int) -> LinkCase {
        var reader = reader(at: place)
        _ = Self.subject(&reader)
        var linkCase = LinkCase(caseID: reader.text() ?? "")
        linkCase.isStory = reader.number(bytes: 1) != 0
        linkCase.number = reader.text()
        linkCase.orderNumber = reader.text()
        linkCase.brand = reader.text()
        linkCase.product = reader.text()
        linkCase.customer = reader.text()
        linkCase.customerHandle = reader.text()
        linkCase.subject = reader.text()
        linkCase.openedAt = Self.time(&reader)
        linkCase.closedAt = Self.time(&reader)
        return linkCase
    }

    func caseID(at place: Int) -> String {
        var reader = reader(at: place)
        _ = Self.subject(&reader)
        return reader.text() ?? ""
    }

    func subject(at place: Int) -> CaseSubject {
        var reader = reader(at: place)
        return Self.subject(&reader)
    }

    private func reader(at place: Int) -> FieldReader {
        FieldReader(records[(place == 0 ? 0 : ends[place - 1])..<ends[place]])
    }

    private static func subject(_ reader: inout FieldReader) -> CaseSubject {
        let script = Script(rawValue: reader.number(bytes: 1)) ?? .alphabetic
        let words = (0..<reader.count()).map { _ in reader.number() }
        return CaseSubject(words: words, script: script)
    }

    private static func time(_ reader: inout FieldReader) -> Instant? {
        let isKnown = reader.number(bytes: 1) != 0
        let milliseconds = Int64(bitPattern: reader.number())
        return isKnown ? Instant(milliseconds: milliseconds) : nil
    }
}
