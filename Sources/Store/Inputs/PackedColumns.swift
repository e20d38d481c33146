import Feedback

/// The values of a comment's columns as bytes, in the order of ``CommentColumns/names``: a statement is bound from them
/// where they lie, and rows that wait for the writer are one piece of memory.
///
/// A value is its kind, and behind it eight bytes of a number, or four of a length and a text.
struct PackedColumns: Sendable {
    /// First byte of a value.
    enum Kind {
        static let null: UInt8 = 0
        static let number: UInt8 = 1
        static let text: UInt8 = 2
    }

    /// A part of the memory that all rows of a batch share.
    let bytes: ArraySlice<UInt8>
}

/// Packs the columns of comments, one comment behind the other.
struct ColumnWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func addNull() { bytes.append(PackedColumns.Kind.null) }

    mutating func add(_ number: Int64) {
        bytes.append(PackedColumns.Kind.number)
        append(number)
    }

    mutating func add(text: UnsafeBufferPointer<UInt8>) {
        bytes.append(PackedColumns.Kind.text)
        append(Int32(clamping: text.count))
        bytes.append(contentsOf: text)
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Reads packed columns one after another.
struct PackedReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ columns: PackedColumns) {
        bytes = columns.bytes
        index = bytes.startIndex
    }

    /// The next column, where it is a text.
    mutating func text() -> String? {
        guard kind() == PackedColumns.Kind.text else { return nil }
        let count = Int(number(as: Int32.self))
        defer { index += count }
        return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
    }

    /// The next column, where it is a number.
    mutating func number() -> Int64? {
        kind() == PackedColumns.Kind.number ? number(as: Int64.self) : nil
    }

    private mutating func kind() -> UInt8 {
        defer { index += 1 }
        return bytes[index]
    }

    private mutating func number<Number: FixedWidthInteger>(as type: Number.Type) -> Number {
        defer { index += MemoryLayout<Number>.size }
        let offset = index - bytes.startIndex
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type)) }
    }
}

extension PackedReader: CommentVisitor {
    typealias Failure = any Error

    mutating func required(_ column: CommentColumn, _ value: inout String) { value = text() ?? "" }
    mutating func text(_ column: CommentColumn, _ value: inout String?) { value = text() }

    mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) {
        value = text().flatMap(AuthorRole.init(rawValue:)) ?? .customer
    }

    mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) {
        let (milliseconds, original, zone) = (number(), text(), text())
        let certainty = column.hasCertainty ? text() : nil
        value = milliseconds.map {
            Timestamp(
                instant: Instant(milliseconds: $0),
                original: original ?? "",
                zoneOrigin: zone.flatMap(Timestamp.ZoneOrigin.init(rawValue:)) ?? .text,
                certainty: certainty.flatMap(Timestamp.Certainty.init(rawValue:)) ?? .exact
            )
        }
    }

    mutating func rating(_ column: CommentColumn, _ value: inout Rating?) {
        let (thousandths, low, high) = (number(), number(), number())
        guard let thousandths, let low, let high, let scale = RatingScale(low: Int(low), high: Int(high)) else {
            value = nil
            return
        }
        value = Rating(thousandths: Int(thousandths), scale: scale)
    }

    mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) throws {
        value = try text().map(JSONText.surveyAnswers) ?? []
    }
}
