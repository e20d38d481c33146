package import Feedback

/// Writes comments and cases as Koe's canonical NDJSON.
package enum SampleLines {
    /// One line for a comment, with its newline.
    package static func line(for comment: Comment) -> String {
        object([
            ("id", quoted(comment.externalID)), ("source", quoted(comment.source)), ("brand", quoted(comment.brand)),
            ("author", quoted(comment.author)), ("author_id", quoted(comment.authorID)),
            ("posted_at", quoted(comment.postedAt?.original)), ("text", quoted(comment.text)),
            ("rating", comment.rating.map { String($0.thousandths / 1_000) }), ("rating_scale", quoted("1..5")),
            ("lang", quoted(comment.declaredLanguage)), ("channel", quoted(comment.channel)),
            ("case_no", quoted(comment.caseNumber)), ("product", quoted(comment.product)),
            ("app_version", quoted(comment.appVersion)),
        ])
    }

    /// One line for a case, with its newline.
    package static func line(for supportCase: SupportCase) -> String {
        let events = supportCase.events.map { event in
            object([
                ("at", quoted(event.at?.original)), ("kind", quoted(event.kind)),
                ("actor", quoted(event.actor?.rawValue)), ("channel", quoted(event.channel)),
            ])
            .dropLast()
        }
        return object([
            ("case_id", quoted(supportCase.caseID)), ("number", quoted(supportCase.number)),
            ("brand", quoted(supportCase.brand)), ("customer", quoted(supportCase.customer)),
            ("customer_handle", quoted(supportCase.customerHandle)), ("channel", quoted(supportCase.channel)),
            ("opened_at", quoted(supportCase.openedAt?.original)),
            ("closed_at", quoted(supportCase.closedAt?.original)), ("subject", quoted(supportCase.subject)),
            ("events", "[" + events.joined(separator: ",") + "]"),
        ])
    }

    private static func object(_ members: [(String, String?)]) -> String {
        "{" + members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ",") + "}\n"
    }

    /// The generator's own words hold nothing but what JSON takes as it is.
    private static func quoted(_ text: String?) -> String? {
        text.map { "\"\($0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" }
    }
}
