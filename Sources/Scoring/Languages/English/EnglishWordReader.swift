/// Finds the words of English texts as they are written.
final class EnglishWordReader: WordReader {
    private var known: [String: [String]] = [:]

    func words(in bytes: [UInt8]) -> [String] {
        bytes.split(whereSeparator: { !Self.isWordByte($0) }).flatMap { parts(of: String(decoding: $0, as: UTF8.self)) }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "'")
    }

    /// Words that a term can name, which are those that are not cut again.
    private func parts(of word: String) -> [String] {
        if let known = known[word] { return known }
        let isNumber = word.utf8.allSatisfy { $0.isASCIIDigit }
        let found =
            isNumber
            ? [] : EnglishTerms.split(word).filter { EnglishTerms.spelt($0) == [$0] }
        known[word] = found
        return found
    }
}
