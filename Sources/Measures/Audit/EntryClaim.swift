/// What an entry of the word lists said of comments of one source and language: something good or something bad.
package struct EntryClaim: Hashable, Sendable, Comparable {
    /// Where the comments are from and what they are written in.
    package let group: Group
    /// Term of the entry.
    package let entry: String
    package let isPraise: Bool

    package struct Group: Hashable, Sendable, Comparable {
        package let source: String
        /// `ja` or `en`.
        package let language: String

        package init(source: String, language: String) {
            self.source = source
            self.language = language
        }

        package static func < (left: Group, right: Group) -> Bool {
            (left.source, left.language) < (right.source, right.language)
        }
    }

    package init(group: Group, entry: String, isPraise: Bool) {
        self.group = group
        self.entry = entry
        self.isPraise = isPraise
    }

    package static func < (left: EntryClaim, right: EntryClaim) -> Bool {
        if left.group != right.group { return left.group < right.group }
        return left.entry != right.entry ? left.entry < right.entry : left.isPraise && !right.isPraise
    }
}
