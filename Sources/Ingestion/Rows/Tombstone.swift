/// Marks by which a source says that a row was taken back, by its writer or by the site.
enum Tombstone {
    /// What a column with such marks holds.
    enum Kind: Hashable {
        /// A truth value, or the time from which it is true.
        case flag
        /// A word among others.
        case status
        /// Whether a site has let it through: anything but yes says that it has not.
        case approval
    }

    /// Columns that hold such marks.
    static let columns: [(name: String, kind: Kind)] =
        [
            "isDeleted", "is_deleted", "deleted", "_fivetran_deleted", "_ab_cdc_deleted_at", "deleted_at", "isRemoved",
            "is_removed", "removed", "isSpam", "is_spam", "spam", "削除フラグ",
        ].map { ($0, .flag) } + ["status", "state", "ステータス", "状態", "公開状態", "公開ステータス"].map { ($0, .status) }
        + [("comment_approved", .approval)]

    /// Members that hold a row as it was, in copies of databases.
    private static let envelopes = ["_airbyte_data.", "data.", "record.", "row.", "attributes.", "fields."]

    /// The columns of a source that hold such marks.
    static func paths(among names: [String]) -> [(path: String, kind: Kind)] {
        names.compactMap { name in
            let envelope = envelopes.first { name.hasPrefix($0) } ?? ""
            let plain = name.dropFirst(envelope.count)
            return columns.first { $0.name == plain }.map { (name, $0.kind) }
        }
    }

    /// Whether the value of such a column says so.
    static func isMark(_ value: String, _ kind: Kind) -> Bool {
        switch kind {
        case .flag: flags.contains(value.lowercased()) || value.utf8.count >= 10 && WrittenTime.reads(value)
        case .status: words.contains(value.lowercased())
        case .approval: !value.isEmpty && !["1", "true", "yes", "approved", "approve"].contains(value.lowercased())
        }
    }

    /// Whether a site has put a mark in the place of the text.
    static func isText(_ text: String) -> Bool { text == "[deleted]" || text == "[removed]" }

    private static let flags: Set<String> = ["true", "yes", "t", "1"]
    private static let words: Set<String> = [
        "deleted", "removed", "spam", "trash", "withdrawn", "削除", "削除済み", "削除済",
    ]
}
