import Feedback

/// What shows that a text is a page: HTML, or a line that says who wrote something and when.
enum PageSigns {
    static func holdsHTML(_ text: String) -> Bool {
        let head = text.prefix(8_192).lowercased()
        return ["<html", "<body", "<div", "<p>", "<h1", "<br"].contains { head.contains($0) }
    }

    /// Whether a text that begins with a tag is HTML.
    static func isHTML(_ text: String) -> Bool {
        let head = text.prefix(8_192).lowercased()
        return holdsHTML(head)
            || [
                "<!doctype html", "<head", "<p ", "<h2", "<h3", "<table", "<ul", "<ol", "<dl", "<article", "<section",
                "<span",
            ]
            .contains { head.contains($0) }
    }

    /// Whether lines are marked as bylines.
    static func holdsBylines(_ text: String) -> Bool {
        text.contains("\n投稿: ") || text.contains("\n投稿：") || text.contains("\nPosted by") || text.contains("この記事へのコメント")
            || text.contains("\n投稿者: ") || text.contains(" より:\n") || text.contains(" says:\n")
    }

    /// Whether any line reads as a byline or as the date of an article.
    static func holdsByline(_ text: String) -> Bool {
        let reader = BylineReader(times: TimeReader(zone: .workspace(.utc)))
        let lines = text.prefix(16_384).split(whereSeparator: \.isNewline).map { EdgeSpace.trimmed(String($0)) }
        return lines.contains { line in
            line.contains("固定リンク") || line.contains("トラックバック") || reader.read(line) != nil || reader.tellsTime(line)
                || line.hasPrefix("コメント (") || line.hasPrefix("コメント(") || line.hasPrefix("コメント（")
        }
    }

    /// Whether a text is an article: headings that stand alone, over paragraphs of whole sentences.
    ///
    /// Notes, logs, scripts and lists of settings have no such paragraphs.
    static func holdsStories(_ text: String) -> Bool {
        let lines = PageText(plain: String(text.prefix(16_384))).lines
        let paragraphs = lines.count { $0.text.utf8.count >= 60 && endsSentence($0.text) }
        let sentences = lines.count { $0.text.count >= 20 && endsSentence($0.text) }
        var plain = 0
        var marked = 0
        for index in lines.indices {
            let line = lines[index]
            let isAlone =
                (index == 0 || lines[index - 1].isBlank) && (index + 1 >= lines.count || lines[index + 1].isBlank)
            guard isAlone, !line.isBlank, line.text.count <= 60, !endsSentence(line.text) else { continue }
            plain += 1
            if line.headingLevel != nil || HeadingText.bare(line.text) != line.text { marked += 1 }
        }
        return marked >= 2 && sentences >= 1 || plain >= 1 && paragraphs >= 2
    }

    private static func endsSentence(_ text: String) -> Bool {
        text.last.map { "。.!?！？」".contains($0) } ?? false
    }
}
