import GRDB
import GRDBSQLite

/// Cuts folded texts into overlapping runs of three characters for FTS5.
///
/// As SQLite's own `trigram`, but with ``FoldedText``, and with the rest of each word as shorter runs at its end: a query
/// of one or two characters is then the beginning of a run, wherever it stands. White space is in no run.
///
/// Source: https://www.sqlite.org/fts5.html#custom_tokenizers.
final class SearchTokenizer: FTS5CustomTokenizer {
    static let name = "koe"
    /// Scalars of a run.
    static let length = 3

    init(db: Database, arguments: [String]) {}

    func tokenize(
        context: UnsafeMutableRawPointer?,
        tokenization: FTS5Tokenization,
        pText: UnsafePointer<CChar>?,
        nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        let bytes = UnsafeRawBufferPointer(start: pText, count: Int(nText))
        let folded = FoldedText.folded(String(decoding: bytes, as: UTF8.self))
        let isQuery = tokenization.contains(.query)
        for word in folded.split(whereSeparator: \.isWhitespace) {
            var utf8 = Array(word.utf8)
            let starts = utf8.indices.filter { utf8[$0] & 0xC0 != 0x80 } + [utf8.count]
            let count = starts.count - 1
            // A query of three characters or more is a phrase of whole runs.
            let runs = isQuery ? max(1, count - Self.length + 1) : count
            for first in 0..<runs {
                let range = starts[first]..<starts[min(count, first + Self.length)]
                let code = utf8.withUnsafeMutableBytes { bytes in
                    let token = bytes.baseAddress?.advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
                    return tokenCallback(context, 0, token, CInt(range.count), 0, nText)
                }
                if code != SQLITE_OK { return code }
            }
        }
        return SQLITE_OK
    }
}
