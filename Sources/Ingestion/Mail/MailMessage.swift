import Feedback

/// The fields of one message.
struct MailMessage {
    let headers: MailHeaders
    private let body: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        let (headers, start) = MailHeaders.read(bytes[...])
        self.headers = headers
        body = bytes[start...]
    }

    /// Whether a program answered, and no person wrote (RFC 3834, section 5).
    var isAutomatic: Bool {
        if let submitted = headers.text("auto-submitted")?.lowercased(), !submitted.hasPrefix("no") { return true }
        if headers.raw("x-autoreply") != nil || headers.raw("x-autorespond") != nil { return true }
        if ["auto_reply", "junk"].contains(headers.text("precedence")?.lowercased() ?? "") { return true }
        return headers.text("content-type")?.lowercased().hasPrefix("multipart/report") == true
    }

    /// When it was sent; where that cannot be read, when the last server on its way took it.
    private var date: String? {
        let received = headers.text("received").flatMap { $0.split(separator: ";").last.map(String.init) }
        let times = [headers.text("date"), received].compactMap { $0.map(EdgeSpace.trimmed) }
        return times.first(where: WrittenTime.reads)
    }

    /// `own`: addresses and domains of the company, whose mails are its agents'.
    func fields(own: [String]) -> [(Field, String?)] {
        let sender = (headers.text("from") ?? headers.text("sender")).flatMap { MailAddress($0) }
        let references = headers.identifiers("references")
        let parent = headers.identifiers("in-reply-to").first ?? references.last
        let id = headers.identifiers("message-id").first
        return [
            (.id, id), (.author, sender?.name ?? headers.text("from").flatMap { sender == nil ? $0 : nil }),
            (.authorID, sender?.address), (.title, headers.text("subject")),
            (.authorRole, sender.map { $0.isAmong(own) ? "agent" : "customer" }),
            (.postedAt, date), (.text, MailBody.text(headers, body)),
            (.comment(.threadID), references.first ?? parent ?? id), (.comment(.inReplyTo), parent),
            (.channel, "mail"),
        ]
    }
}
