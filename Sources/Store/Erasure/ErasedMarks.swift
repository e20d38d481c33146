/// What tells the erased in rows that no comment was made of, and in the words of others.
package struct ErasedMarks: Hashable, Sendable {
    /// An id of a comment or a case.
    package struct ID: Hashable, Comparable, Sendable {
        /// `nil` for any.
        package let source: String?
        package let id: String

        package init(source: String? = nil, id: String) {
            self.source = source
            self.id = id
        }

        package static func < (left: ID, right: ID) -> Bool {
            (left.id, left.source ?? "") < (right.id, right.source ?? "")
        }
    }

    /// Names of people and their own ids, in every spelling that was found.
    package var names: Set<String> = []
    package var ids: Set<ID> = []

    package init() {}

    /// Bytes of the shortest id that is looked for in rows as they came; a shorter one may be any number.
    private static let shortestID = 4

    /// Whether a name stands in a text, not as a piece of another word.
    package func isNamed(in text: String) -> Bool {
        let bytes = Array(text.utf8)
        return names.contains { Self.holds(Array($0.utf8), in: bytes, isBorder: { !Self.isOfWord($0) }) }
    }

    /// Whether the bytes of a row hold one of the names, or one of the ids as a value of its own.
    func areHeld(by row: QuarantinedRow) -> Bool {
        let names = names.contains { Self.holds(Array($0.utf8), in: row.raw, isBorder: { !Self.isOfWord($0) }) }
        return names
            || ids.contains { mark in
                (mark.source == nil || mark.source == row.source) && mark.id.utf8.count >= Self.shortestID
                    && Self.holds(Array(mark.id.utf8), in: row.raw, isBorder: Self.endsValue)
            }
    }

    private static func holds(_ word: [UInt8], in bytes: [UInt8], isBorder: (UInt8) -> Bool) -> Bool {
        guard let first = word.first, let last = word.last, bytes.count >= word.count else { return false }
        return (0...bytes.count - word.count).contains { start in
            let end = start + word.count
            guard bytes[start] == first, bytes[start..<end].elementsEqual(word) else { return false }
            // Japanese puts no space around a name.
            let opens = !isOfWord(first) || start == 0 || isBorder(bytes[start - 1])
            return opens && (!isOfWord(last) || end == bytes.count || isBorder(bytes[end]))
        }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func endsValue(_ byte: UInt8) -> Bool { "\",;|\t\r\n:{}[]<>".utf8.contains(byte) }
}
