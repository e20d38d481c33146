import Feedback
import JSON

/// Reads the texts of many rows; names of measures are made once.
struct CellTextReader {
    private struct Name {
        /// Of its bytes.
        let hash: UInt64
        let text: String
        let isAsked: Bool
    }

    /// Measures that are asked for; `nil` for all.
    private let measures: Set<String>?
    /// In the order in which they were met: rows name them in one order, so that the next is mostly known.
    private var names: [Name] = []
    private var expected = 0

    init(_ measures: Set<String>? = nil) {
        self.measures = measures
    }

    /// - Throws: `StoreError` `corrupt` for text that Koe did not write.
    mutating func sums(in text: UnsafeBufferPointer<UInt8>) throws -> [CellSums] {
        if let sums = plainSums(in: text.span) { return sums }
        do {
            return try sums(in: text.span)
        } catch {
            throw FlatObjectReader.corrupt("byte \(error.offset) \(error.message)")
        }
    }

    /// The same from text as Koe writes it; `nil` for other JSON.
    mutating func plainSums(in bytes: borrowing Span<UInt8>) -> [CellSums]? {
        var sums: [CellSums] = []
        var text = PlainCellText()
        while let step = text.next(bytes) {
            guard case .name(let range, let hash) = step else { return sums }
            let place = place(of: hash) ?? note(Self.text(range, bytes), hash)
            expected = place + 1
            guard let cell = text.sums(of: names[place].text, bytes) else { return nil }
            if names[place].isAsked { sums.append(cell) }
        }
        return nil
    }

    /// The same from any JSON.
    mutating func sums(in bytes: borrowing Span<UInt8>) throws(JSONError) -> [CellSums] {
        var sums: [CellSums] = []
        var cursor = JSONCursor(depthLimit: 2)
        try cursor.openObject(bytes)
        while let found = try cursor.nextName(bytes) {
            var hash = ByteHash.seed
            for place in found.range { hash = ByteHash.adding(bytes[place], to: hash) }
            let place = place(of: hash) ?? note(found.checkedText(in: bytes), hash)
            if names[place].isAsked {
                sums.append(try CellText.cell(names[place].text, bytes, &cursor))
            } else {
                try cursor.skipValue(bytes)
            }
        }
        try cursor.end(bytes)
        return sums
    }

    /// Bytes of a plain text as they stand.
    private static func text(_ range: Range<Int>, _ bytes: borrowing Span<UInt8>) -> String {
        String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    }

    /// The place of a name among ``names``; `nil` for one that has not been met.
    private func place(of hash: UInt64) -> Int? {
        if expected < names.count, names[expected].hash == hash { return expected }
        return names.firstIndex { $0.hash == hash }
    }

    private mutating func note(_ text: String, _ hash: UInt64) -> Int {
        names.append(Name(hash: hash, text: text, isAsked: measures?.contains(text) ?? true))
        return names.count - 1
    }
}
