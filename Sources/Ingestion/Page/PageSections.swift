import Feedback

/// One reader's comment as it stands on a page.
struct PageComment: Hashable {
    let byline: Byline
    let text: String
    let line: Int
}

/// A page cut into its article and its comments.
struct PageSections {
    var title: String?
    /// Lines of the article, blank ones between paragraphs included.
    var article: [PageLine] = []
    var author: String?
    var published: Timestamp?
    var comments: [PageComment] = []
    /// Comments in whose place the site says that they are deleted or wait for approval.
    private(set) var notices = 0

    private let bylines: BylineReader

    init(_ page: PageText, bylines: BylineReader) {
        self.bylines = bylines
        var lines = page.lines
        let split = Self.commentsStart(lines, bylines)
        let commentLines = Array(lines[split.comments...])
        lines.removeSubrange(split.articleEnd...)
        author = page.author
        published = page.published.flatMap { bylines.time($0) }
        readComments(commentLines)
        readArticle(lines, page)
    }

    // MARK: - Comments

    /// Where the article ends and where the comments begin.
    private static func commentsStart(_ lines: [PageLine], _ bylines: BylineReader) -> (articleEnd: Int, comments: Int)
    {
        if let head = lines.indices.last(where: { isCommentsHead(lines, $0, bylines) }) { return (head, head + 1) }
        guard let first = lines.indices.first(where: { isByline(lines, $0, bylines) }) else {
            return (lines.count, lines.count)
        }
        let before = lines[..<first]
        if let list = before.lastIndex(where: { PageNoise.isNavigation($0.text) || PageNoise.isListHead($0.text) }),
            before[..<list].contains(where: { !$0.isBlank })
        {
            var start = list + 1
            while start < first, isListItem(lines[start]) { start += 1 }
            return (list, start)
        }
        // The first byline is the article's own, which stands at its foot.
        return (first + 1, first + 1)
    }

    /// A head of comments counts when comments follow, or nothing but notices.
    private static func isCommentsHead(_ lines: [PageLine], _ index: Int, _ bylines: BylineReader) -> Bool {
        guard PageNoise.isCommentsHead(lines[index].text) else { return false }
        let rest = index + 1
        if lines[rest...].indices.contains(where: { isByline(lines, $0, bylines) }) { return true }
        return lines[rest...].allSatisfy { $0.isBlank || PageNoise.isCommentNotice($0.text) }
    }

    private static func isByline(_ lines: [PageLine], _ index: Int, _ bylines: BylineReader) -> Bool {
        byline(lines, index, bylines) != nil
    }

    /// The byline that begins on a line and how many lines it takes; one blank line may part a name from its date.
    private static func byline(_ lines: [PageLine], _ index: Int, _ bylines: BylineReader) -> (
        byline: Byline, length: Int
    )? {
        if let byline = bylines.read(lines[index].text) { return (byline, 1) }
        guard !lines[index].isBlank, let next = lines[(index + 1)...].firstIndex(where: { !$0.isBlank }),
            next <= index + 2,
            let byline = bylines.read(lines[index].text, followedBy: lines[next].text)
        else { return nil }
        return (byline, next - index + 1)
    }

    private static func isListItem(_ line: PageLine) -> Bool {
        line.isBlank || line.isLink || line.text.hasPrefix("- ") || line.text.hasPrefix("・") || line.text.hasPrefix("•")
    }

    private mutating func readComments(_ lines: [PageLine]) {
        // A date is often a link to its comment.
        let content = lines.filter { line in
            !PageNoise.isCommentNotice(line.text) && (!PageNoise.isDropped(line) || bylines.tellsTime(line.text))
        }
        guard let first = content.firstIndex(where: { !$0.isBlank }) else { return }
        if Self.isByline(content, first, bylines) {
            readBylineFirst(Array(content[first...]))
        } else {
            readBylineLast(Array(content[first...]))
        }
    }

    /// Comments whose byline stands below their text.
    private mutating func readBylineLast(_ lines: [PageLine]) {
        var body: [PageLine] = []
        for line in lines {
            if let byline = bylines.read(line.text) {
                append(byline, body)
                body = []
            } else {
                body.append(line)
            }
        }
    }

    /// Comments whose byline stands above their text, on one line or two.
    private mutating func readBylineFirst(_ lines: [PageLine]) {
        var byline: Byline?
        var body: [PageLine] = []
        var index = 0
        while index < lines.count {
            if PageNoise.isEndOfComments(lines[index].text) { break }
            if let (found, length) = Self.byline(lines, index, bylines) {
                if let byline { append(byline, body) }
                byline = found
                body = []
                index += length
            } else {
                body.append(lines[index])
                index += 1
            }
        }
        if let byline { append(byline, body) }
    }

    private mutating func append(_ byline: Byline, _ body: [PageLine]) {
        let body = Self.withoutQuotes(body)
        let text = Self.text(of: body)
        guard let first = body.first(where: { !$0.isBlank }), !text.isEmpty else { return }
        if PageNoise.isRemovalNotice(text) {
            notices += 1
            return
        }
        comments.append(PageComment(byline: byline, text: text, line: first.line))
    }

    // MARK: - Article

    private mutating func readArticle(_ lines: [PageLine], _ page: PageText) {
        var rest = Self.withoutFoot(lines)
        rest.removeAll { PageNoise.isDropped($0) || PageNoise.isNavigation($0.text) }
        takeTitle(&rest, page)
        takeBylines(&rest)
        article = Self.withoutQuotes(rest)
    }

    /// The lines without those that are quoted; all of them where a site marks everything as a quotation.
    private static func withoutQuotes(_ lines: [PageLine]) -> [PageLine] {
        let own = lines.filter { !$0.isQuoted }
        return own.contains { !$0.isBlank } ? own : lines
    }

    /// The lines before the navigation and the lists that follow an article.
    private static func withoutFoot(_ lines: [PageLine]) -> [PageLine] {
        var content = 0
        for (index, line) in lines.enumerated() {
            let isFoot = PageNoise.isNavigation(line.text) || PageNoise.isListHead(line.text)
            if isFoot, content >= 3 { return Array(lines[..<index]) }
            if !line.isBlank, !isFoot { content += 1 }
        }
        return lines
    }

    /// Takes the title off the article's first lines, with the name and motto of the site above it.
    private mutating func takeTitle(_ lines: inout [PageLine], _ page: PageText) {
        lines = Array(lines.drop { $0.isBlank })
        if let given = page.title {
            title = given
            if let index = lines.prefix(40).firstIndex(where: { $0.text == given }) { lines.removeSubrange(...index) }
            return
        }
        if let index = Self.titleHeading(lines, page) {
            title = lines[index].text
            lines.removeSubrange(...index)
            return
        }
        if let window = page.windowTitle {
            title = window
            return
        }
        let content = lines.indices.filter { !lines[$0].isBlank }
        guard content.count >= 2 else { return }
        var titleIndex = content[0]
        let site = lines[titleIndex].text
        if content.count >= 3, lines[content[1]].text.hasPrefix(site), lines[content[1]].text != site {
            titleIndex = content[2]
        }
        guard Self.isTitle(lines[titleIndex].text) else { return }
        title = lines[titleIndex].text
        lines.removeSubrange(...titleIndex)
    }

    /// The heading that the window's title repeats, or the only one of the highest level.
    private static func titleHeading(_ lines: [PageLine], _ page: PageText) -> Int? {
        let headings = lines.indices.filter { lines[$0].headingLevel != nil }
        if let window = page.windowTitle {
            let repeated = headings.filter { window.contains(lines[$0].text) }
            if let longest = repeated.max(by: { lines[$0].text.count < lines[$1].text.count }) { return longest }
        }
        guard let highest = headings.compactMap({ lines[$0].headingLevel }).min() else { return nil }
        let top = headings.filter { lines[$0].headingLevel == highest }
        return top.count == 1 ? top.first : nil
    }

    /// A title is short and ends no sentence.
    private static func isTitle(_ text: String) -> Bool {
        text.count <= 80 && !(text.hasSuffix("。") || text.hasSuffix("."))
    }

    /// Takes the date and author off the article's head and foot.
    private mutating func takeBylines(_ lines: inout [PageLine]) {
        let content = lines.indices.filter { !lines[$0].isBlank }
        let ends = content.prefix(4) + content.suffix(3)
        var taken: Set<Int> = []
        for index in ends {
            let text = lines[index].text
            if let time = bylines.time(Self.withoutDateWord(text)) {
                published = published ?? time
            } else if text.contains("固定リンク") || text.contains("Permalink") {
                published = published ?? footTime(text)
            } else if let byline = bylines.read(text), case .known(let time) = byline.time,
                Self.isMarked(text) || content.last == index
            {
                published = published ?? time
                author = author ?? byline.author
            } else {
                continue
            }
            taken.insert(index)
        }
        lines = lines.indices.filter { !taken.contains($0) }.map { lines[$0] }
    }

    private static func isMarked(_ text: String) -> Bool {
        let folded = WidthFolding.string(text)
        return ["投稿", "posted", "by ", "written"].contains { folded.hasPrefix($0) }
    }

    private static func withoutDateWord(_ text: String) -> String {
        for word in [
            "投稿日:", "投稿日：", "公開日:", "公開日：", "更新日:", "更新日：", "投稿日時:", "Published:", "Published", "Posted on", "Date:",
            "日付:",
        ]
        where text.hasPrefix(word) {
            return EdgeSpace.trimmed(String(text.dropFirst(word.count)))
        }
        return text
    }

    /// `2008年3月20日 (木) … | 固定リンク | コメント (4)`.
    private func footTime(_ text: String) -> Timestamp? {
        let head = text.split(separator: "|").first.map { EdgeSpace.trimmed(String($0)) } ?? text
        if let time = bylines.time(head) { return time }
        guard let close = head.firstIndex(where: { $0 == ")" || $0 == "）" }) else { return nil }
        return bylines.time(String(head[...close]))
    }

    // MARK: - Text

    /// The text of lines, without blank lines at its ends; paragraphs are parted by one blank line.
    static func text(of lines: some Collection<PageLine>) -> String {
        var parts: [String] = []
        for line in lines {
            if line.isBlank {
                if let last = parts.last, !last.isEmpty { parts.append("") }
            } else {
                parts.append(PageNoise.withoutTrailingAddress(line.text))
            }
        }
        while parts.last?.isEmpty == true { parts.removeLast() }
        return parts.joined(separator: "\n")
    }
}
