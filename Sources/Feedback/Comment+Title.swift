extension Comment {
    /// The title, where the writer of the text gave it; answers, and comments in a thread, bear that of another.
    package var ownTitle: String? {
        Self.ownTitle(title, externalID: externalID, threadID: threadID, inReplyTo: inReplyTo)
    }

    /// The same of single columns.
    package static func ownTitle(
        _ title: String?,
        externalID: String,
        threadID: String?,
        inReplyTo: String?
    ) -> String? {
        inReplyTo == nil && (threadID ?? externalID) == externalID ? title : nil
    }
}
