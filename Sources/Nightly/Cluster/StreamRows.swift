import Feedback
import JSON
import Linkage
import Store

/// The rows that a workspace gives to a cluster: names are those of exports, times are milliseconds of UTC.
///
/// The columns and their order are those of `COMMENT` and `CASE` in `koe_input.py`.
enum StreamRows {
    static func row(_ stored: StoredComment) -> StreamRow {
        let comment = stored.comment
        var row = StreamRow()
        row.add("row", Int(stored.id))
        row.add("source", comment.source)
        row.add("external_id", comment.externalID)
        row.add("text", comment.text)
        row.add("title", comment.title)
        row.add("own_title", comment.ownTitle)
        row.add("lang", comment.declaredLanguage)
        row.add("author", comment.author)
        row.add("author_id", comment.authorID)
        row.add("role", comment.authorRole.rawValue)
        row.add("brand", comment.brand)
        row.add("product", comment.product)
        row.add("posted_at", comment.postedAt.map { Int($0.instant.milliseconds) })
        row.add("thread_id", comment.threadID)
        row.add("in_reply_to", comment.inReplyTo)
        row.add("case_number", comment.caseNumber)
        row.add("order_number", comment.orderNumber)
        row.add("channel", comment.channel)
        row.add("app_version", comment.appVersion)
        row.add("rating", comment.rating?.thousandths)
        row.add("rating_low", comment.rating?.scale.low)
        row.add("rating_high", comment.rating?.scale.high)
        row.add("answers", comment.answers.isEmpty ? nil : JSONText.encode(comment.answers))
        return row
    }

    static func row(_ keyed: KeyedCase) -> StreamRow {
        let supportCase = keyed.supportCase
        var row = StreamRow()
        row.add("case_row", Int(keyed.id))
        row.add("case_id", supportCase.caseID)
        row.addFlag("is_story", supportCase.origin == .story)
        row.add("number", supportCase.number)
        row.add("order_number", supportCase.orderNumber)
        row.add("brand", supportCase.brand)
        row.add("product", supportCase.product)
        row.add("customer", supportCase.customer)
        row.add("customer_handle", supportCase.customerHandle)
        row.add("opened_at", supportCase.openedAt.map { Int($0.instant.milliseconds) })
        row.add("closed_at", supportCase.closedAt.map { Int($0.instant.milliseconds) })
        row.add("subject", supportCase.subject)
        return row
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
