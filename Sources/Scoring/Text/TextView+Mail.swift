import Feedback

extension TextView {
    /// Whether the writer's own words end before a line: an older mail or a signature follows.
    ///
    /// Lines quoted with > are left out one by one, as the answer may stand between or below them.
    static func endsOwnWords(_ place: Int, _ raw: Bytes) -> Bool {
        let ends =
            switch raw[place] {
            case UInt8(ascii: "-"): isSignatureMark(place, raw) || isHistoryRule(place, raw)
            case UInt8(ascii: "_"): isLineOf(UInt8(ascii: "_"), place, raw) && isHead(nextLine(place, raw), raw)
            case UInt8(ascii: "F"), UInt8(ascii: "f"), 0xE5: isHead(place, raw)
            case UInt8(ascii: "O"), UInt8(ascii: "2"): isAttribution(place, raw) && !isQuoted(nextLine(place, raw), raw)
            default: false
            }
        return ends && raw[..<place].contains { $0 > 0x20 }
    }

    /// "-- " alone on its line (RFC 3676, section 4.3).
    private static func isSignatureMark(_ place: Int, _ raw: Bytes) -> Bool {
        guard starts("-- ", place, raw) else { return false }
        return place + 3 == raw.count || raw[place + 3] == 0x0A || raw[place + 3] == 0x0D
    }

    /// "-----Original Message-----" and its like.
    private static func isHistoryRule(_ place: Int, _ raw: Bytes) -> Bool {
        var next = place
        while next < raw.count, raw[next] == UInt8(ascii: "-") || raw[next] == 0x20 { next += 1 }
        guard next - place >= 4 else { return false }
        let names: [StaticString] = [
            "original message", "forwarded message", "original appointment", "元のメッセージ", "転送メッセージ", "オリジナルメッセージ",
        ]
        return names.contains { starts($0, next, raw) }
    }

    /// The head of an older mail: its sender, and within three lines its date, receiver or subject.
    private static func isHead(_ place: Int, _ raw: Bytes) -> Bool {
        let senders: [StaticString] = ["from:", "差出人:", "差出人："]
        guard senders.contains(where: { starts($0, place, raw) }) else { return false }
        let others: [StaticString] = [
            "sent:", "date:", "to:", "subject:", "送信日時:", "送信日時：", "日時:", "日時：", "宛先:", "宛先：", "件名:", "件名：",
        ]
        var line = place
        for _ in 0..<3 {
            line = nextLine(line, raw)
            if others.contains(where: { starts($0, line, raw) }) { return true }
        }
        return false
    }

    /// "On … wrote:", also over two lines, and 2024年4月1日 … <address>:.
    private static func isAttribution(_ place: Int, _ raw: Bytes) -> Bool {
        if starts("on ", place, raw) {
            if ends("wrote:", before: lineEnd(place, raw), place, raw) { return true }
            let next = nextLine(place, raw)
            return lineEnd(next, raw) - next < 40 && ends("wrote:", before: lineEnd(next, raw), next, raw)
        }
        return starts("20", place, raw) && starts("年", place + 4, raw)
            && ends(">:", before: lineEnd(place, raw), place, raw)
    }

    private static func isQuoted(_ place: Int, _ raw: Bytes) -> Bool {
        var place = place
        if starts("wrote:", place, raw) { place = nextLine(place, raw) }
        return place < raw.count && raw[place] == UInt8(ascii: ">")
    }

    private static func isLineOf(_ byte: UInt8, _ place: Int, _ raw: Bytes) -> Bool {
        let end = lineEnd(place, raw)
        return end - place >= 10 && raw[place..<end].allSatisfy { $0 == byte || $0 == 0x0D }
    }

    private static func ends(_ word: StaticString, before end: Int, _ start: Int, _ raw: Bytes) -> Bool {
        var last = end
        while last > start, raw[last - 1] <= 0x20 { last -= 1 }
        return last - start >= word.utf8CodeUnitCount && starts(word, last - word.utf8CodeUnitCount, raw)
    }

    /// Begin of the next line that is not blank.
    private static func nextLine(_ place: Int, _ raw: Bytes) -> Int {
        var next = lineEnd(place, raw)
        while next < raw.count, raw[next] <= 0x20 { next += 1 }
        return next
    }
}
