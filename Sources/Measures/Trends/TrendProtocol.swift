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
        var reader = TrendLineReader(line)
        var id: ArraySlice<UInt8>?
        var series: TrendSeries?
        try reader.object { (reader, key) throws(TrendLineError) in
            if key.elementsEqual("id".utf8) {
                id = try reader.rawString()
            } else if key.elementsEqual("hist".utf8) {
                series = try histogram(&reader)
            } else {
                try reader.skipValue()
            }
        }
        guard reader.isAtEnd() else { throw reader.failure(.malformed) }
        guard let id, let series else { throw reader.failure(.missingKey) }
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
        var reader = TrendLineReader(line)
        var id: ArraySlice<UInt8>?
        var values: [Double?]?
        var counts: [Double?]?
        try reader.object { (reader, key) throws(TrendLineError) in
            if key.elementsEqual("id".utf8) {
                id = try reader.rawString()
            } else if key.elementsEqual("values".utf8) {
                values = try numbers(&reader)
            } else if key.elementsEqual("n".utf8), reader.peek() == UInt8(ascii: "[") {
                counts = try numbers(&reader)
            } else {
                try reader.skipValue()
            }
        }
        guard reader.isAtEnd() else { throw reader.failure(.malformed) }
        guard let id, let values else { throw reader.failure(.missingKey) }
        guard counts == nil || counts?.count == values.count else { throw reader.failure(.shape) }
        let present = values.indices.filter { values[$0] != nil && (counts?[$0] ?? 1) > 0 }
        let changes = detector.changes(
            present.compactMap { values[$0] },
            counts: counts.map { counts in present.map { counts[$0] ?? 1 } }
        )
        let list = changes.map { String(present[$0]) }.joined(separator: ",")
        return Array(#"{"id":"#.utf8) + id + Array(#","changes":[\#(list)]}"#.utf8)
    }

    private static func numbers(_ reader: inout TrendLineReader) throws(TrendLineError) -> [Double?] {
        var result: [Double?] = []
        try reader.array { (reader) throws(TrendLineError) in
            guard result.count < mostElements else { throw reader.failure(.tooLarge) }
            result.append(try reader.number())
        }
        return result
    }

    private static func histogram(_ reader: inout TrendLineReader) throws(TrendLineError) -> TrendSeries {
        var cells: [TrendCell] = []
        var channels: Int?
        try reader.array { (reader) throws(TrendLineError) in
            let before = cells.count
            try reader.array { (reader) throws(TrendLineError) in cells.append(try cell(&reader)) }
            let width = cells.count - before
            guard width > 0, width == channels ?? width else { throw reader.failure(.shape) }
            guard cells.count <= mostElements else { throw reader.failure(.tooLarge) }
            channels = width
        }
        return TrendSeries(channels: channels ?? 1, cells: cells)
    }

    private static func cell(_ reader: inout TrendLineReader) throws(TrendLineError) -> TrendCell {
        var cell = TrendCell()
        var score = 0
        try reader.array { (reader) throws(TrendLineError) in
            score += 1
            let count = try reader.count()
            guard count <= 1_000_000_000, score <= 1_000 else { throw reader.failure(.tooLarge) }
            cell.n += count
            cell.sum += count * score
            cell.sumOfSquares += count * score * score
        }
        return cell
    }
}
