import Ingestion
import Yams

/// Reads mappings in YAML, and proposes them.
enum Mappings {
    private static let table = Array(
        """
        id,date,score,words,who,shop
        1,2024/02/03 04:05,5,とても良い,A. Customer,Acme
        2,03.02.2024,4 of 5,bad,,Borealis
        3,a month ago,,"two
        lines",Anonymous,
        """.utf8
    )
    private static let lines = Array(
        """
        {"id":1,"date":1706929200,"score":{"value":"4"},"words":["a",{"b":"c"}],"comments":[{"id":2,"words":"inner"}]}
        {"id":"2","date":"2024-02-03T04:05:06Z","score":null,"words":"plain","who":"me"}
        """.utf8
    )

    /// A mapping that can be read can be used.
    static func check(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let mapping = try? YAMLDecoder().decode(Mapping.self, from: text) else { return }
        for input in [table, lines] {
            _ = Rows.read(input, .auto, chunk: 1 << 16, rows: 100, options: Rows.options(mapping: mapping))
        }
    }

    /// A mapping that is proposed can be read.
    static func checkProposal(_ bytes: [UInt8]) {
        let chunks = InputChunks(bytes: bytes)
        guard let text = try? MappingSuggester.suggest(file: "input", chunks: chunks, zone: "Asia/Tokyo") else {
            return
        }
        do {
            let mapping = try YAMLDecoder().decode(Mapping.self, from: text)
            _ = Rows.read(bytes, .auto, chunk: 1 << 16, rows: 1_000, options: Rows.options(mapping: mapping))
        } catch {
            fatalError("a proposal that cannot be read: \(error)\n\(text)")
        }
    }
}
