package import Feedback

/// One line of a response stream.
package struct ScoreResponse: Hashable, Sendable {
    /// JSON token of the request's `id`.
    package let id: [UInt8]
    package let score: Score

    package init(id: [UInt8], score: Score) {
        self.id = id
        self.score = score
    }

    /// Appends the line, with its line feed.
    ///
    /// A text in an unknown language has `"valence":null,"score":0`.
    package func append(to bytes: inout [UInt8]) {
        bytes.append(text: "{\"id\":")
        bytes.append(contentsOf: id)
        bytes.append(text: ",\"lang\":\"")
        bytes.append(text: score.language.rawValue)
        bytes.append(text: "\",\"valence\":")
        if let valence = score.valence { bytes.append(number: valence) } else { bytes.append(text: "null") }
        bytes.append(text: ",\"score\":")
        bytes.append(thousandths: score.valence ?? 0)
        bytes.append(text: ",\"facets\":[")
        for (index, mention) in score.facets.enumerated() {
            bytes.append(text: index == 0 ? "{\"name\":\"" : ",{\"name\":\"")
            bytes.append(text: mention.facet.rawValue)
            bytes.append(text: "\",\"polarity\":")
            bytes.append(number: mention.polarity.rawValue)
            bytes.append(text: ",")
            bytes.append(range: mention.range, entry: mention.entry)
            bytes.append(text: "}")
        }
        bytes.append(text: "],\"signals\":[")
        for (index, mention) in score.signals.enumerated() {
            bytes.append(text: index == 0 ? "{\"name\":\"" : ",{\"name\":\"")
            bytes.append(text: mention.signal.rawValue)
            bytes.append(text: "\",")
            bytes.append(range: mention.range, entry: mention.entry)
            bytes.append(text: "}")
        }
        bytes.append(text: "],\"evidence\":[")
        for (index, part) in score.evidence.enumerated() {
            bytes.append(text: index == 0 ? "{" : ",{")
            bytes.append(range: part.range, entry: part.entry)
            bytes.append(text: ",\"valence\":")
            bytes.append(number: part.valence)
            bytes.append(text: ",\"rule\":")
            bytes.append(quoted: part.rule)
            bytes.append(text: "}")
        }
        bytes.append(text: "]}\n")
    }
}

extension [UInt8] {
    fileprivate mutating func append(text: String) { append(contentsOf: text.utf8) }

    fileprivate mutating func append(number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let start = count
        var rest = number.magnitude
        repeat {
            append(UInt8(0x30 + rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }

    /// A number of thousandths as a decimal fraction without trailing zeros.
    fileprivate mutating func append(thousandths: Int) {
        if thousandths < 0 { append(UInt8(ascii: "-")) }
        let size = Int(thousandths.magnitude)
        append(number: size / 1_000)
        var fraction = size % 1_000
        guard fraction > 0 else { return }
        append(UInt8(ascii: "."))
        var unit = 100
        while fraction > 0 {
            append(UInt8(0x30 + fraction / unit))
            fraction %= unit
            unit /= 10
        }
    }

    fileprivate mutating func append(range: ByteRange, entry: String) {
        append(text: "\"start\":")
        append(number: range.start)
        append(text: ",\"length\":")
        append(number: range.length)
        append(text: ",\"entry\":")
        append(quoted: entry)
    }

    fileprivate mutating func append(quoted text: String) {
        append(0x22)
        if text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }) {
            for byte in text.utf8 { append(escaped: byte) }
        } else {
            append(text: text)
        }
        append(0x22)
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case 0x22, 0x5C:
            append(0x5C)
            append(byte)
        case 0..<0x20:
            let digit = byte & 15
            append(text: byte < 0x10 ? "\\u000" : "\\u001")
            append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        default: append(byte)
        }
    }
}
