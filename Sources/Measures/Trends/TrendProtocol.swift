import JSON

/// The line protocols of `koe trend`: one JSON object in, one out, pure.
package enum TrendProtocol {
    /// Most elements on a line.
    private static let mostElements = 10_000_000

    /// Answers `{"id","hist":[[[c1,c2,…] per channel] per period], …}` with `{"id","changes":[{"month","direction"}]}`.
    ///
    /// The counts are of scores 1, 2, 3 and so on. A dip is answered by its fall and its recovery. Other keys are passed over.
    package static func answer(
        histogramLine line: [UInt8],
        options: TrendOptions = TrendOptions()
    ) throws(TrendLineError) -> [UInt8] {
        let (id, series) = try histogramLine(line.span)
        var dates: [(period: Int, direction: Int)] = []
        for change in TrendDetector.detect(series, options: options).changes {
            dates.append((change.period, change.direction))
            if change.kind == .dip { dates.append((change.end, -change.direction)) }
        }
        dates.sort { ($0.period, $0.direction) < ($1.period, $1.direction) }
        let changes = dates.map { #"{"month":\#($0.period),"direction":\#($0.direction)}"# }
        return Array(#"{"id":"#.utf8) + id + Array(#","changes":[\#(changes.joined(separator: ","))]}"#.utf8)
    }

    /// Answers `{"id","values":[…],"n":[…]?}` with `{"id","changes":[i, …]}`: first positions of new levels, counted from 0.
    ///
    /// A null value is missing: it is left out, and positions count the line's own elements.
    package static func answer(
        seriesLine line: [UInt8],
        detector: SeriesDetector = SeriesDetector()
    ) throws(TrendLineError) -> [UInt8] {
        let (id, values, counts) = try seriesLine(line.span)
        guard counts == nil || counts?.count == values.count else {
            throw TrendLineError(code: .shape, offset: line.count)
        }
        let present = values.indices.filter { values[$0] != nil && (counts?[$0] ?? 1) > 0 }
        let changes = detector.changes(
            present.compactMap { values[$0] },
            counts: counts.map { counts in present.map { counts[$0] ?? 1 } }
        )
        let list = changes.map { String(present[$0]) }.joined(separator: ",")
        return Array(#"{"id":"#.utf8) + id + Array(#","changes":[\#(list)]}"#.utf8)
    }

    private static func histogramLine(
        _ line: borrowing Span<UInt8>
    ) throws(TrendLineError) -> (id: [UInt8], series: TrendSeries) {
        var reader = TrendLineReader()
        var id: [UInt8]?
        var series: TrendSeries?
        try reader.openObject(line)
        while let name = try reader.nextName(line) {
            if name.equals("id", in: line) {
                id = try reader.rawString(line)
            } else if name.equals("hist", in: line) {
                series = try histogram(line, &reader)
            } else {
                try reader.skipValue(line)
            }
        }
        try reader.end(line)
        guard let id, let series else { throw reader.failure(.missingKey) }
        return (id, series)
    }

    private static func seriesLine(
        _ line: borrowing Span<UInt8>
    ) throws(TrendLineError) -> (id: [UInt8], values: [Double?], counts: [Double?]?) {
        var reader = TrendLineReader()
        var id: [UInt8]?
        var values: [Double?]?
        var counts: [Double?]?
        try reader.openObject(line)
        while let name = try reader.nextName(line) {
            if name.equals("id", in: line) {
                id = try reader.rawString(line)
            } else if name.equals("values", in: line) {
                values = try numbers(line, &reader)
            } else if name.equals("n", in: line), reader.isAtArray(line) {
                counts = try numbers(line, &reader)
                guard counts?.allSatisfy({ $0 ?? 0 >= 0 }) != false else { throw reader.failure(.number) }
            } else {
                try reader.skipValue(line)
            }
        }
        try reader.end(line)
        guard let id, let values else { throw reader.failure(.missingKey) }
        return (id, values, counts)
    }

    private static func numbers(
        _ line: borrowing Span<UInt8>,
        _ reader: inout TrendLineReader
    ) throws(TrendLineError) -> [Double?] {
        var result: [Double?] = []
        try reader.openArray(line)
        while try reader.nextElement(line) {
            guard result.count < mostElements else { throw reader.failure(.tooLarge) }
            result.append(try reader.number(line))
        }
        return result
    }

    private static func histogram(
        _ line: borrowing Span<UInt8>,
        _ reader: inout TrendLineReader
    ) throws(TrendLineError) -> TrendSeries {
        var cells: [TrendCell] = []
        var channels: Int?
        try reader.openArray(line)
        while try reader.nextElement(line) {
            let before = cells.count
            try reader.openArray(line)
            while try reader.nextElement(line) { cells.append(try cell(line, &reader)) }
            let width = cells.count - before
            guard width > 0, width == channels ?? width else { throw reader.failure(.shape) }
            guard cells.count <= mostElements else { throw reader.failure(.tooLarge) }
            channels = width
        }
        return TrendSeries(channels: channels ?? 1, cells: cells)
    }

    private static func cell(
        _ line: borrowing Span<UInt8>,
        _ reader: inout TrendLineReader
    ) throws(TrendLineError) -> TrendCell {
        var cell = TrendCell()
        var score = 0
        try reader.openArray(line)
        while try reader.nextElement(line) {
            score += 1
            let count = try reader.count(line)
            guard count <= 1_000_000_000, score <= 1_000 else { throw reader.failure(.tooLarge) }
            cell.n += count
            cell.sum += count * score
            cell.sumOfSquares += count * score * score
        }
        return cell
    }
}
