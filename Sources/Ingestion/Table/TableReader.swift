import Feedback
import JSON

/// Reads the records of a table by RFC 4180: quotes, line ends within quotes, doubled quotes.
///
/// A record ends with LF, CR LF or a lone CR. A stray quote, never closed or closed rows later, costs only its own line.
struct TableReader {
    /// One cell of the record at hand, relative to the position of the stream.
    private struct Cell {
        var start: Int
        var end: Int
        var hasDoubledQuotes = false
    }

    private enum Scan {
        /// Where the record ends and where the next one begins.
        case record(end: Int, next: Int)
        /// More bytes are needed; where to go on.
        case cutOff(Int)
    }

    private enum Mode {
        case start, plain, quoted, quoteInQuoted
    }

    private let shape: TableShape
    private let delimiter: UInt8
    private let limits: ImportLimits
    private var cells: [Cell] = []
    private var mode = Mode.start
    private var cell = Cell(start: 0, end: 0)
    /// Where the last closing quote stands, relative to the position of the stream.
    private var closingQuote = 0
    /// Whether a line ends within a quoted cell of the record.
    private var isQuotedAcrossLines = false
    private var fault: RowFault?
    /// Slot of each column; -1 for one that no field takes.
    private var slots: [Int] = []
    /// Whether a column fills what an earlier one of the same name left empty.
    private var isFurther: [Bool] = []
    /// The names as they are written.
    private var header: [String] = []
    /// The names, each once: the second of a name is `name (2)`.
    private var names: [String] = []
    private var form: RowForm

    init(shape: TableShape, limits: ImportLimits) {
        self.shape = shape
        delimiter = shape.delimiter
        self.limits = limits
        form = RowForm(delimiter: shape.delimiter, width: 0)
    }

    /// Reads the header.
    ///
    /// - Returns: The names of the columns, without white space, the second of a name as `name (2)`; empty at the end of the
    ///   input.
    mutating func readHeader(_ stream: inout ByteStream) throws(IngestionError) -> [String] {
        var above = shape.above
        while let place = try nextRecord(&stream) {
            if isBlank(stream, place) { continue }
            if above > 0 {
                above -= 1
                continue
            }
            header = cells.indices.map { EdgeSpace.trimmed(text(stream, place, $0, isChecked: false)) }
            for index in header.indices where isPlaceholder(header[index]) && index < shape.labels.count {
                header[index] = shape.labels[index]
            }
            try skipRows(&stream)
            form = RowForm(delimiter: delimiter, width: header.count)
            names = Self.distinct(header)
            return names
        }
        return []
    }

    /// Names of which none comes twice; those that are empty stay so.
    private static func distinct(_ names: [String]) -> [String] {
        var taken = Set(names)
        var seen: [String: Int] = [:]
        return names.map { name in
            guard !name.isEmpty, let count = seen[name] else {
                seen[name] = 1
                return name
            }
            var number = count + 1
            while !taken.insert("\(name) (\(number))").inserted { number += 1 }
            seen[name] = number
            return "\(name) (\(number))"
        }
    }

    /// Names of columns that have an earlier one's name.
    var furtherNames: [String] { zip(names, header).filter { $0 != $1 }.map(\.0) }

    /// Whether a name says nothing: it is empty, or a number of Qualtrics, as `V1`.
    private func isPlaceholder(_ name: String) -> Bool {
        let digits = name.utf8.dropFirst()
        let isNumber = !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
        return name.isEmpty || name.hasPrefix("V") && isNumber
    }

    /// Steps over the further rows of a header.
    private mutating func skipRows(_ stream: inout ByteStream) throws(IngestionError) {
        var below = shape.below
        while below > 0, let place = try nextRecord(&stream) {
            if !isBlank(stream, place) { below -= 1 }
        }
    }

    /// Tells the reader which slots the columns fill; a further column of a name that nobody asks for by its own fills what
    /// the first left empty.
    mutating func assign(_ slot: (String) -> Int?) {
        let own = names.map(slot)
        slots = zip(own, header).map { $0 ?? slot($1) ?? -1 }
        isFurther = names.indices.map { own[$0] == nil && names[$0] != header[$0] }
    }

    /// Reads the next record into the row; blank lines are passed over.
    mutating func next(_ stream: inout ByteStream, into row: inout FieldRow) throws(IngestionError) -> RowStep {
        while let place = try nextRecord(&stream) {
            if let fault { return .problem(place, fault) }
            if isBlank(stream, place) { continue }
            if let fault = checked(stream, place) { return .problem(place, fault) }
            if cells.allSatisfy({ $0.start == $0.end }) { return .skipped(.emptyRow) }
            if isHeader(stream, place) { return .skipped(.repeatedHeader) }
            if form.isLearning {
                let start = place.range.lowerBound
                form.learn(stream.buffer, cells.lazy.map { (start + $0.start)..<(start + $0.end) })
            }
            row.clear()
            for column in 0..<min(cells.count, slots.count)
            where slots[column] >= 0 && cells[column].start < cells[column].end {
                if isFurther[column], row[slots[column]] != .absent { continue }
                row.set(.text(text(stream, place, column)), at: slots[column])
            }
            return .row(place)
        }
        return .end
    }

    private func isBlank(_ stream: borrowing ByteStream, _ place: RowPlace) -> Bool {
        cells.count == 1 && place.range.allSatisfy { stream.buffer[$0] == 0x20 || stream.buffer[$0] == 0x09 }
    }

    private func checked(_ stream: borrowing ByteStream, _ place: RowPlace) -> RowFault? {
        if ByteSearch.firstIndex(of: 0, in: stream.buffer, place.range) != nil {
            return RowFault(reason: .badSyntax, message: "the row holds a NUL byte; take it out or name the encoding")
        }
        do {
            try JSONCursor.checkEncoding(stream.buffer.span.extracting(place.range))
        } catch {
            return RowFault(error, subject: "byte \(error.offset) of the row")
        }
        let extra = cells.count - header.count
        let isOnlyEmpty = extra > 0 && cells.suffix(extra).allSatisfy { $0.start == $0.end }
        guard extra == 0 || isOnlyEmpty else {
            return RowFault(
                reason: .badSyntax,
                message:
                    "the row has \(cells.count) fields, the header \(header.count); check its quotes and delimiters"
            )
        }
        return nil
    }

    private func isHeader(_ stream: borrowing ByteStream, _ place: RowPlace) -> Bool {
        // With a byte order mark too, where files were put behind one another.
        guard let first = header.first, cells.count == header.count, header.count > 1,
            [0, 3].contains(cells[0].end - cells[0].start - first.utf8.count)
        else { return false }
        return header.indices.allSatisfy { EdgeSpace.trimmed(text(stream, place, $0)) == header[$0] }
    }

    /// What a cell holds; `isChecked`: whether the row is known to be UTF-8.
    private func text(
        _ stream: borrowing ByteStream,
        _ place: RowPlace,
        _ column: Int,
        isChecked: Bool = true
    ) -> String {
        let cell = cells[column]
        let range = (place.range.lowerBound + cell.start)..<(place.range.lowerBound + cell.end)
        guard cell.hasDoubledQuotes else {
            guard isChecked else { return String(decoding: stream.buffer[range], as: UTF8.self) }
            // A cell of a row that is UTF-8 ends with a whole character.
            return unsafe String(copying: UTF8Span(unchecked: stream.buffer.span.extracting(range)))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            bytes.append(stream.buffer[index])
            index += stream.buffer[index] == 0x22 ? 2 : 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - One record

    /// Finds the next record and its cells, and steps over it.
    private mutating func nextRecord(_ stream: inout ByteStream) throws(IngestionError) -> RowPlace? {
        begin()
        var scanned = 0
        while true {
            switch scan(stream, from: stream.position + scanned) {
            case .record(let end, let next): return try settle(&stream, end: end, next: next)
            case .cutOff(let index): scanned = index - stream.position
            }
            if scanned > limits.rowBytes { return try giveUp(&stream, .tooLarge(limits.rowBytes)) }
            if try !stream.refill() { break }
        }
        let end = stream.buffer.count
        guard stream.position < end else { return nil }
        if mode == .quoted {
            let message = "a quote is opened and never closed; close it or double it"
            return try giveUp(&stream, RowFault(reason: .badSyntax, message: message))
        }
        return try settle(&stream, end: stream.buffer[end - 1] == 0x0D ? end - 1 : end, next: end)
    }

    /// Steps over a record whose end is found, or over its first line alone where a stray quote made it longer than it is.
    private mutating func settle(_ stream: inout ByteStream, end: Int, next: Int) throws(IngestionError) -> RowPlace {
        if let fault, isSeveralLines(stream, end) { return try giveUp(&stream, fault) }
        if end - stream.position > limits.rowBytes { return try giveUp(&stream, .tooLarge(limits.rowBytes)) }
        if isQuotedAcrossLines, form.areRows(stream.buffer, stream.position..<end) {
            return try giveUp(&stream, Self.swallowed)
        }
        return finish(&stream, end: end, next: next)
    }

    /// Whether a record with a fault goes over line ends: a stray quote has then swallowed rows that are whole.
    private func isSeveralLines(_ stream: borrowing ByteStream, _ end: Int) -> Bool {
        Self.lineEnd(stream, stream.position..<end) != nil
    }

    /// Index of the first LF or CR in a range.
    private static func lineEnd(_ stream: borrowing ByteStream, _ range: Range<Int>) -> Int? {
        let feed = ByteSearch.firstIndex(of: 0x0A, in: stream.buffer, range)
        return ByteSearch.firstIndex(of: 0x0D, in: stream.buffer, range.lowerBound..<(feed ?? range.upperBound)) ?? feed
    }

    private static let swallowed = RowFault(
        reason: .badSyntax,
        message: "a quote is opened here and closed only rows later; close it or double it"
    )

    private mutating func finish(_ stream: inout ByteStream, end: Int, next: Int) -> RowPlace {
        close(at: end - stream.position)
        let place = stream.place(upTo: end)
        stream.advance(to: next)
        return place
    }

    /// Makes a problem of the record's first line only, so that the lines after it are not lost with it.
    private mutating func giveUp(_ stream: inout ByteStream, _ reason: RowFault) throws(IngestionError) -> RowPlace {
        fault = reason
        var searched = stream.position
        while true {
            // Of CR LF the LF is left, and read as a blank line.
            if let end = Self.lineEnd(stream, searched..<stream.buffer.count) {
                let place = stream.place(upTo: end)
                // A header is made of its cells even so: those of the lines after it are none.
                cells.removeAll { $0.end > place.range.count }
                stream.advance(to: end + 1)
                return place
            }
            cells.removeAll()
            let place = stream.place(upTo: stream.buffer.count)
            let head = Array(stream.buffer[place.range].prefix(limits.problemBytes))
            stream.position = stream.buffer.count
            if try !stream.refill() { return RowPlace(line: place.line, byte: place.byte, range: 0..<0, head: head) }
            searched = stream.position
        }
    }

    private mutating func begin() {
        cells.removeAll(keepingCapacity: true)
        cell = Cell(start: 0, end: 0)
        mode = .start
        isQuotedAcrossLines = false
        fault = nil
    }

    /// Goes over the bytes at hand.
    private mutating func scan(_ stream: borrowing ByteStream, from start: Int) -> Scan {
        let bytes = stream.buffer.span
        let base = stream.position
        var index = start
        while index < bytes.count {
            if mode == .plain {
                index = endOfPlain(bytes, from: index)
                if index == bytes.count { break }
            } else if mode == .quoted {
                let end = ByteSearch.firstIndex(of: 0x22, in: stream.buffer, index..<bytes.count) ?? bytes.count
                isQuotedAcrossLines = isQuotedAcrossLines || Self.lineEnd(stream, index..<end) != nil
                index = end
                if index == bytes.count { break }
                mode = .quoteInQuoted
                closingQuote = index - base
                index += 1
                continue
            }
            let byte = bytes[index]
            if mode == .quoteInQuoted, byte == 0x22 {
                cell.hasDoubledQuotes = true
                mode = .quoted
                index += 1
                continue
            }
            if byte == delimiter {
                close(at: index - base)
                begin(at: index + 1 - base)
            } else if byte == 0x0A {
                return .record(end: index, next: index + 1)
            } else if byte == 0x0D {
                // A CR at the very end of the window may be half of a line end.
                guard index + 1 < bytes.count else { return .cutOff(index) }
                return .record(end: index, next: bytes[index + 1] == 0x0A ? index + 2 : index + 1)
            } else {
                take(byte, at: index - base)
            }
            index += 1
        }
        return .cutOff(index)
    }

    /// The next byte that may end a plain cell, or the end of the bytes.
    private func endOfPlain(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            index += 1
        }
        return index
    }

    private mutating func take(_ byte: UInt8, at place: Int) {
        switch mode {
        case .start where byte == 0x22:
            mode = .quoted
            cell.start = place + 1
        case .start: mode = .plain
        case .quoteInQuoted where byte == 0x20 || byte == 0x09: break
        case .quoteInQuoted:
            fault = RowFault(
                reason: .badSyntax,
                message: "something stands after a closing quote; double the quotes within a field"
            )
            mode = .plain
        case .plain, .quoted: break
        }
    }

    private mutating func begin(at place: Int) {
        cell = Cell(start: place, end: place)
        mode = .start
    }

    private mutating func close(at place: Int) {
        cell.end = mode == .quoteInQuoted ? closingQuote : place
        guard cells.count < limits.columns else {
            fault = RowFault(reason: .tooLarge, message: "the row has more than \(limits.columns) fields")
            return
        }
        cells.append(cell)
    }
}
