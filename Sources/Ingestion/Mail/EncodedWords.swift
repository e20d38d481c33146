/// Headers in which words beyond ASCII are written as `=?charset?B?…?=` (RFC 2047).
enum EncodedWords {
    private struct Word {
        let charset: String
        let bytes: [UInt8]
        let end: Int
    }

    /// The text of a header.
    ///
    /// Words of one charset that follow each other are decoded as one: many programs cut a character in two.
    static func decoded(_ header: [UInt8]) -> String {
        var out = ""
        var plain: [UInt8] = []
        var run: (charset: String, bytes: [UInt8])?
        var index = 0
        func endPlain() {
            out += CharsetText.decoded(plain, charset: nil)
            plain = []
        }
        func endRun() {
            if let run { out += CharsetText.decoded(run.bytes, charset: run.charset) }
            run = nil
        }
        while index < header.count {
            guard header[index] == 0x3D, let word = word(header, at: index) else {
                plain.append(header[index])
                index += 1
                continue
            }
            index = word.end
            if run != nil, plain.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                // White space between two words is only there to fold the line.
                plain = []
            } else {
                endRun()
                endPlain()
            }
            if run?.charset == word.charset {
                run?.bytes += word.bytes
            } else {
                endRun()
                run = (word.charset, word.bytes)
            }
        }
        endRun()
        endPlain()
        return out
    }

    private static func word(_ header: [UInt8], at start: Int) -> Word? {
        guard start + 8 <= header.count, header[start + 1] == 0x3F else { return nil }
        let longest = min(header.count, start + 1_000)
        guard let first = header[(start + 2)..<longest].firstIndex(of: 0x3F),
            first + 2 < longest, header[first + 2] == 0x3F,
            let last = header[(first + 3)..<longest].firstIndex(of: 0x3F), last + 1 < header.count,
            header[last + 1] == 0x3D
        else { return nil }
        let charset = String(decoding: header[(start + 2)..<first], as: UTF8.self).split(separator: "*").first ?? ""
        let text = header[(first + 3)..<last]
        let bytes: [UInt8]
        switch header[first + 1] | 0x20 {
        case UInt8(ascii: "b"): bytes = TransferCoding.base64(text)
        case UInt8(ascii: "q"): bytes = TransferCoding.quotedPrintable(text, isHeader: true)
        default: return nil
        }
        return Word(charset: charset.lowercased(), bytes: bytes, end: last + 2)
    }
}
