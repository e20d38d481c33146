/// Recognises what stands on a page and is no part of what people wrote.
enum PageNoise {
    /// Bare addresses, image marks, buttons: a line to leave out wherever it stands.
    static func isDropped(_ line: PageLine) -> Bool {
        let text = line.text
        if text.isEmpty { return false }
        if line.headingLevel == nil, line.isLink { return true }
        return isAddress(text) || isImageMark(text) || buttons.contains(WidthFolding.string(text))
    }

    /// Navigation between articles, such as `« before | top page | after »`.
    static func isNavigation(_ text: String) -> Bool {
        let bars = text.contains("|") || text.contains("｜")
        if bars, ["トップページ", "ホーム", "Main", "Home", "メイン"].contains(where: { text.contains($0) }) { return true }
        if bars, text.hasPrefix("«") || text.hasPrefix("<<") || text.hasSuffix("»") || text.hasSuffix(">>") {
            return true
        }
        return [
            "前の記事", "次の記事", "前の投稿", "次の投稿", "« 前", "次 »", "Previous post", "Next post", "Previous Post", "Next Post",
        ]
        .contains { text.hasPrefix($0) }
    }

    /// The head of a list of other articles, of trackbacks, or of what follows an article.
    static func isListHead(_ text: String) -> Bool {
        if text.hasSuffix("カテゴリの記事") || text.hasSuffix("カテゴリーの記事") { return true }
        let folded = WidthFolding.string(HeadingText.bare(text))
        if listHeads.contains(folded) { return true }
        return folded.hasPrefix("トラックバック") && folded.count < 20 || folded.hasPrefix("この記事へのトラックバック")
    }

    /// The head of the readers' comments.
    static func isCommentsHead(_ text: String) -> Bool {
        let folded = WidthFolding.string(HeadingText.bare(text))
        guard folded.count <= 40 else { return false }
        let letters = folded.filter { !$0.isNumber && !" ()[]:件つ".contains($0) }
        if [
            "コメント", "comments", "comment", "この記事へのコメント", "のコメント", "みんなのコメント", "コメント一覧", "この記事へのコメント一覧",
            "readercomments",
            "responses", "replies",
        ].contains(letters) {
            return true
        }
        return folded.first?.isNumber == true
            && ["responses to", "thoughts on", "comments on", "replies to"].contains { folded.contains($0) }
    }

    /// A form or a notice among the comments that nobody wrote as a comment.
    static func isCommentNotice(_ text: String) -> Bool {
        [
            "この記事へのコメントは終了", "コメントは受け付けて", "コメントの受付は終了", "コメントを投稿", "コメントを書く", "コメントする", "Comments are closed",
            "The comments to this entry are closed", "Post a comment", "Leave a comment",
        ].contains { text.hasPrefix($0) }
    }

    /// What a site puts in the place of a comment that was deleted, or that waits for its approval.
    ///
    /// Readers write of such things too, of theirs or of somebody's.
    static func isRemovalNotice(_ text: String) -> Bool {
        guard text.count <= 60 else { return false }
        let folded = WidthFolding.string(text)
        if Tombstone.isText(folded) { return true }
        guard ["この", "コメントは", "投稿は", "this ", "your comment", "comment ", "[comment"].contains(where: folded.hasPrefix)
        else { return false }
        return removals.contains { folded.contains($0) }
    }

    private static let removals = [
        "コメントは削除されました", "コメントは削除されています", "により削除されました", "によって削除されました", "投稿は削除されました", "承認待ちです", "承認後に表示",
        "管理者の承認待ち", "管理人のみ閲覧", "管理者のみ閲覧", "is awaiting moderation", "is awaiting approval", "comment has been deleted",
        "comment has been removed", "comment was deleted", "comment was removed", "comment deleted", "comment removed",
    ]

    /// Where the readers' comments are over.
    static func isEndOfComments(_ text: String) -> Bool {
        [
            "コメントを残す", "コメントを投稿", "コメントを書く", "Leave a Reply", "Leave a comment", "Leave a Comment", "Post a comment",
            "Post a Comment",
            "Add a comment", "メールアドレスが公開されることはありません",
        ].contains { text.hasPrefix($0) } || isListHead(text)
    }

    private static let listHeads: Set<String> = [
        "関連記事", "関連する記事", "最近の記事", "最新記事", "人気記事", "おすすめ記事", "アーカイブ", "カテゴリー", "カテゴリ", "バックナンバー", "プロフィール",
        "related posts", "related articles", "recent posts", "archives", "categories", "you may also like", "related",
        "トラックバックurl", "参考リンク", "広告", "スポンサーリンク", "この記事を書いた人", "シェアする",
    ]

    private static let buttons: Set<String> = [
        "tweet", "ツイート", "ツイートする", "シェア", "シェアする", "share", "いいね!", "いいね", "print", "印刷", "はてなブックマーク", "facebook",
        "twitter",
        "line", "pocket", "続きを読む", "read more", "reply", "返信", "返信する", "スポンサーリンク", "広告", "permalink", "目次", "検索",
    ]

    /// An address or a domain that fills the whole text.
    static func isAddress(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return !bytes.contains(0x20) }
        guard bytes.count >= 4, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let dot = bytes.firstIndex(of: 0x2E),
            dot > 0
        else {
            return false
        }
        let host = bytes.prefix { $0 != 0x2F }
        let isHost = host.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E
        }
        guard isHost, let last = host.split(separator: 0x2E).last, host.last != 0x2E else { return false }
        return last.count >= 2 && last.allSatisfy { (0x61...0x7A).contains($0) }
    }

    /// `f:id:name:20160430:plain` and the like, with which a blog's editor stands for a picture.
    private static func isImageMark(_ text: String) -> Bool {
        text.hasPrefix("f:id:") || text.hasPrefix("[f:id:") || text.hasPrefix("![") || text == "[画像]"
    }

    /// The text without an address at its end that a link left behind.
    static func withoutTrailingAddress(_ text: String) -> String {
        guard let space = text.lastIndex(where: { $0 == " " || $0 == "\u{3000}" }) else { return text }
        let last = String(text[text.index(after: space)...])
        return isAddress(last) ? EdgeSpace.trimmed(String(text[..<space])) : text
    }
}
