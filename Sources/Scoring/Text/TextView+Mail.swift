import Feedback

extension TextView {
    /// Whether the writer's own words end before a line: an older mail or a signature follows.
    ///
    /// Lines quoted with > are left out one by one, as the answer may stand between or below them.
    static func endsOwnWords(_ place: Int, _ raw: Bytes) -> Bool {
        let ends =
            switch raw[place] {
            case UInt8(ascii: "-"): isSignatureMark(place, raw) || isHistoryRule(place, raw)
            case UInt8(ascii: "="), UInt8(ascii: "*"): isSignatureRule(place, raw)
            // The first bytes of lines that are drawn, and of 本, こ and ※.
            case 0xE2, 0xE3, 0xE6, 0xEF: isSignatureRule(place, raw) || isNotice(place, raw)
            case UInt8(ascii: "T"), UInt8(ascii: "C"), UInt8(ascii: "D"): isNotice(place, raw)
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

    /// A line of one sign, as Japanese mails set off their signatures, and below it a telephone, an address or a firm.
    private static func isSignatureRule(_ place: Int, _ raw: Bytes) -> Bool {
        let width = raw[place] < 0x80 ? 1 : 3
        func repeats(_ next: Int) -> Bool { (0..<width).allSatisfy { raw[next + $0] == raw[place + $0] } }
        guard place + width * 6 <= raw.count, repeats(place + width), raw.count - place <= longestSignature else {
            return false
        }
        let end = lineEnd(place, raw)
        var next = place
        while next + width <= end, repeats(next) { next += width }
        while next < end, raw[next] <= 0x20 { next += 1 }
        guard next == end, end - place >= width * 6, !holdsForm(end, raw) else { return false }
        var line = place
        for _ in 0..<4 {
            line = nextLine(line, raw)
            if holdsContact(line, raw) { return true }
        }
        return false
    }

    /// Bytes from the line on, of which a signature may have so many.
    private static let longestSignature = 1_000

    /// Whether what follows is a form that was filled in, as a site mails it.
    private static func holdsForm(_ place: Int, _ raw: Bytes) -> Bool {
        let labels: [StaticString] = ["内容", "ご意見", "お名前", "コメント", "message:", "comment:", "comments:"]
        return (place..<raw.count).contains { next in labels.contains { starts($0, next, raw) } }
    }

    private static func holdsContact(_ place: Int, _ raw: Bytes) -> Bool {
        let signs: [StaticString] = ["tel", "fax", "e-mail", "mail:", "http", "株式会社", "〒", "電話", "有限会社"]
        var next = place
        let end = lineEnd(place, raw)
        while next < end {
            if raw[next] == UInt8(ascii: "@") || signs.contains(where: { starts($0, next, raw) }) { return true }
            next += 1
        }
        return false
    }

    /// The words that mail programs of companies put below every mail.
    private static func isNotice(_ place: Int, _ raw: Bytes) -> Bool {
        let notices: [StaticString] = [
            "this e-mail and any", "this email and any", "this message and any", "this e-mail is confidential",
            "this email is confidential", "this message is confidential", "this e-mail may contain",
            "this email may contain", "the information contained in this", "confidentiality notice",
            "disclaimer:", "本メールには機密", "本メールおよび添付", "本メール及び添付", "このメールには機密", "このメールおよび添付",
            "このメール及び添付", "※本メールは", "※このメールは",
        ]
        return notices.contains { starts($0, place, raw) }
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
