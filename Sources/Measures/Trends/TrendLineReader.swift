import JSON

/// Reads the few JSON forms that the trend lines use, with the errors of a trend line.
struct TrendLineReader {
    private var cursor = JSONCursor()

    /// The error that stands where the reader is.
    func failure(_ code: TrendLineError.Code) -> TrendLineError {
        TrendLineError(code: code, offset: cursor.position)
    }

    mutating func openObject(_ line: borrowing Span<UInt8>) throws(TrendLineError) {
        do { try cursor.openObject(line) } catch { throw TrendLineError(error) }
    }

    mutating func nextName(_ line: borrowing Span<UInt8>) throws(TrendLineError) -> JSONString? {
        do { return try cursor.nextName(line) } catch { throw TrendLineError(error) }
    }

    mutating func openArray(_ line: borrowing Span<UInt8>) throws(TrendLineError) {
        do { try cursor.openArray(line) } catch { throw TrendLineError(error) }
    }

    mutating func nextElement(_ line: borrowing Span<UInt8>) throws(TrendLineError) -> Bool {
        do { return try cursor.nextElement(line) } catch { throw TrendLineError(error) }
    }

    mutating func skipValue(_ line: borrowing Span<UInt8>) throws(TrendLineError) {
        do {
            if !cursor.take(line, word: "NaN") { try cursor.skipValue(line) }
        } catch {
            throw TrendLineError(error)
        }
    }

    /// Checks that nothing but white space is left.
    mutating func end(_ line: borrowing Span<UInt8>) throws(TrendLineError) {
        do { try cursor.end(line) } catch { throw TrendLineError(error) }
    }

    func isAtArray(_ line: borrowing Span<UInt8>) -> Bool { cursor.peek(line) == UInt8(ascii: "[") }

    /// A string with its quotation marks and escapes, as it stands.
    mutating func rawString(_ line: borrowing Span<UInt8>) throws(TrendLineError) -> [UInt8] {
        do {
            let start = cursor.position
            _ = try cursor.scanString(line)
            return [UInt8](copying: line, start..<cursor.position)
        } catch {
            throw TrendLineError(error)
        }
    }

    /// A count: an integer of at most 15 digits.
    mutating func count(_ line: borrowing Span<UInt8>) throws(TrendLineError) -> Int {
        do throws(JSONError) {
            let start = cursor.position
            let value = try cursor.readInteger(line)
            if value >= 0, value < 1_000_000_000_000_000 { return value }
            throw JSONError(.number, offset: start, message: "")
        } catch {
            throw TrendLineError(code: .number, offset: error.offset)
        }
    }

    /// A number; `nil` for null, and for the NaN that Python writes.
    mutating func number(_ line: borrowing Span<UInt8>) throws(TrendLineError) -> Double? {
        if cursor.take(line, word: "null") || cursor.take(line, word: "NaN") { return nil }
        do throws(JSONError) {
            let digits = JSONString(range: try cursor.scanNumber(line), hasEscapes: false)
            if let value = Double(digits.checkedText(in: line)), value.isFinite { return value }
            throw cursor.fault(.number, "")
        } catch {
            throw TrendLineError(code: .number, offset: error.offset)
        }
    }
}

extension TrendLineError {
    fileprivate init(_ error: JSONError) { self.init(code: .malformed, offset: error.offset) }
}
