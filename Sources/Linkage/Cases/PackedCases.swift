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

    mutating func append(_ linkCase: LinkCase) { append(Self.packed(linkCase)) }

    /// Adds a case as it is packed.
    mutating func append(_ packed: [UInt8]) {
        records.append(packed)
        ends.append(records.count)
    }

    static func packed(_ linkCase: LinkCase) -> [UInt8] {
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
        return writer.bytes
    }

    subscript(place: Int) -> CaseRecord {
        CaseRecord(records[(place == 0 ? 0 : ends[place - 1])..<ends[place]])
    }
}

/// A case as it was packed; what of it few pairs ask for is read when one does.
struct CaseRecord: Sendable {
    let subject: CaseSubject
    /// The fields behind the subject.
    private let fields: FieldReader

    fileprivate init(_ bytes: ArraySlice<UInt8>) {
        var reader = FieldReader(bytes)
        let script = Script(rawValue: reader.number(bytes: 1)) ?? .alphabetic
        subject = CaseSubject(words: (0..<reader.count()).map { _ in reader.number() }, script: script)
        fields = reader
    }

    var caseID: String {
        var reader = fields
        return reader.text() ?? ""
    }

    /// The case's own number and its order's, as far as they are numbers.
    var numbers: CaseNumbers {
        var reader = fields
        reader.skipText()
        _ = reader.number(bytes: 1)
        return CaseNumbers(own: reader.text(), order: reader.text())
    }

    var linkCase: LinkCase {
        var reader = fields
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

    private static func time(_ reader: inout FieldReader) -> Instant? {
        let isKnown = reader.number(bytes: 1) != 0
        let milliseconds = Int64(bitPattern: reader.number())
        return isKnown ? Instant(milliseconds: milliseconds) : nil
    }
}

/// The numbers of a case in comparable forms.
struct CaseNumbers: Sendable {
    let own: NumberForm?
    let order: NumberForm?

    init(own: String?, order: String?) {
        (self.own, self.order) = (own.flatMap(NumberForm.init(written:)), order.flatMap(NumberForm.init(written:)))
    }

    init(of linkCase: LinkCase) { self.init(own: linkCase.number, order: linkCase.orderNumber) }
}
