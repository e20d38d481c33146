import Feedback
import JSON
import Linkage
import Store

/// The rows that a workspace gives to a cluster, one line each: names are those of exports, times are milliseconds of
/// UTC, absent values are left out.
enum StreamRows {
    static func line(_ stored: StoredComment) -> [UInt8] {
        let comment = stored.comment
        var json = JSONWriter(.plain)
        json.openObject()
        json.member("row", Int(stored.id))
        json.member("source", comment.source)
        json.member("external_id", comment.externalID)
        json.member("text", comment.text)
        json.optional("title", comment.title)
        json.optional("own_title", comment.ownTitle)
        json.optional("lang", comment.declaredLanguage)
        json.optional("author", comment.author)
        json.optional("author_id", comment.authorID)
        json.member("role", comment.authorRole.rawValue)
        json.optional("brand", comment.brand)
        json.optional("product", comment.product)
        json.optional("posted_at", comment.postedAt.map { Int($0.instant.milliseconds) })
        json.optional("thread_id", comment.threadID)
        json.optional("in_reply_to", comment.inReplyTo)
        json.optional("case_number", comment.caseNumber)
        json.optional("order_number", comment.orderNumber)
        json.optional("channel", comment.channel)
        json.optional("app_version", comment.appVersion)
        if let rating = comment.rating {
            json.member("rating", rating.thousandths)
            json.member("rating_low", rating.scale.low)
            json.member("rating_high", rating.scale.high)
        }
        if !comment.answers.isEmpty { json.member("answers", JSONText.encode(comment.answers)) }
        json.closeObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    static func line(_ keyed: KeyedCase) -> [UInt8] {
        let supportCase = keyed.supportCase
        var json = JSONWriter(.plain)
        json.openObject()
        json.member("case_row", Int(keyed.id))
        json.member("case_id", supportCase.caseID)
        if supportCase.origin == .story {
            json.name("is_story")
            json.flag(true)
        }
        json.optional("number", supportCase.number)
        json.optional("order_number", supportCase.orderNumber)
        json.optional("brand", supportCase.brand)
        json.optional("product", supportCase.product)
        json.optional("customer", supportCase.customer)
        json.optional("customer_handle", supportCase.customerHandle)
        json.optional("opened_at", supportCase.openedAt.map { Int($0.instant.milliseconds) })
        json.optional("closed_at", supportCase.closedAt.map { Int($0.instant.milliseconds) })
        json.optional("subject", supportCase.subject)
        json.closeObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension JSONWriter {
    /// A member that is left out without a text.
    mutating func optional(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    /// A member that is left out without a number.
    mutating func optional(_ name: String, _ number: Int?) {
        if let number { member(name, number) }
    }

    /// Whole numbers in a list.
    mutating func integers(_ name: String, _ numbers: some Sequence<Int>) {
        self.name(name)
        openArray()
        for number in numbers { integer(number) }
        closeArray()
    }

    /// A line that answers the line with an id.
    static func answer(_ id: Int, to bytes: inout [UInt8], _ members: (inout JSONWriter) -> Void) {
        var json = JSONWriter(.plain)
        json.openObject()
        json.member("id", id)
        members(&json)
        json.closeObject()
        json.move(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }
}

extension StreamObject {
    /// A number of 64 bits without a sign, which JSON and BIGINT carry with one.
    static func signed(_ bits: UInt64) -> Int { Int(truncatingIfNeeded: bits) }

    func bits(_ names: String) throws -> [UInt64] { try integers(names).map { UInt64(truncatingIfNeeded: $0) } }

    func instant(_ name: String) throws -> Instant? {
        try optionalInteger(name).map { Instant(milliseconds: Int64($0)) }
    }

    func role() throws -> AuthorRole {
        let name = try text("role")
        guard let role = AuthorRole(rawValue: name) else { throw Self.fault("role", "customer, agent or bot") }
        return role
    }

    /// The rating of a comment.
    func rating() throws -> Rating? {
        guard let thousandths = try optionalInteger("rating") else { return nil }
        guard let scale = RatingScale(low: try integer("rating_low"), high: try integer("rating_high")),
            let rating = Rating(thousandths: thousandths, scale: scale)
        else { throw Self.fault("rating", "thousandths within rating_low and rating_high") }
        return rating
    }
}

extension LinkComment {
    /// `object`: a row of ``StreamRows``, with `parent_source` where the comment it answers is another source's.
    init(_ object: StreamObject) throws {
        self.init(
            source: try object.text("source"),
            externalID: try object.text("external_id"),
            text: try object.text("text"),
            role: try object.role()
        )
        author = try object.optionalText("author")
        authorID = try object.optionalText("author_id")
        brand = try object.optionalText("brand")
        product = try object.optionalText("product")
        postedAt = try object.instant("posted_at")
        title = try object.optionalText("title")
        caseNumber = try object.optionalText("case_number")
        orderNumber = try object.optionalText("order_number")
        threadID = try object.optionalText("thread_id")
        inReplyTo = try object.optionalText("in_reply_to")
        isRated = try object.optionalInteger("rating") != nil
        parentSource = try object.optionalText("parent_source")
    }
}

extension LinkCase {
    /// `object`: a row of ``StreamRows``.
    init(_ object: StreamObject) throws {
        self.init(caseID: try object.text("case_id"), isStory: try object.flag("is_story"))
        number = try object.optionalText("number")
        orderNumber = try object.optionalText("order_number")
        brand = try object.optionalText("brand")
        product = try object.optionalText("product")
        customer = try object.optionalText("customer")
        customerHandle = try object.optionalText("customer_handle")
        openedAt = try object.instant("opened_at")
        closedAt = try object.instant("closed_at")
        subject = try object.optionalText("subject")
    }
}
