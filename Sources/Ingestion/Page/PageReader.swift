import Feedback

/// Makes comments out of a blog page: its article or the stories in it, and its readers' comments.
struct PageReader {
    private let file: String
    private let options: ImportOptions
    private let times: TimeReader

    init(file: String, options: ImportOptions, times: TimeReader) {
        self.file = file
        self.options = options
        self.times = times
    }

    /// The rows of a page.
    ///
    /// - Throws: `unreadable` when nothing on it was written by anyone.
    func read(_ page: PageText) throws(IngestionError) -> [RowOutcome] {
        let sections = PageSections(page, bylines: BylineReader(times: times))
        let (thread, articles) = articles(sections, page)
        let outcomes = comments(sections, thread: thread, articles: articles)
        guard !articles.isEmpty || !outcomes.isEmpty || sections.notices > 0 else {
            throw IngestionError(
                .unreadable,
                file: file,
                message: "has no text that anyone wrote; name another format with --format"
            )
        }
        let notices = [RowOutcome](repeating: .skipped(.withdrawn), count: sections.notices)
        return articles.map { .comment($0) } + outcomes + notices
    }

    // MARK: - The article

    private func articles(_ sections: PageSections, _ page: PageText) -> (thread: String?, [Comment]) {
        let splitter = StorySplitter(brands: options.brands)
        let stories = splitter.stories(sections.article)
        if stories.isEmpty { return article(sections, page, splitter) }
        let thread = options.derivedID(["page", sections.title ?? "", sections.author ?? ""])
        let comments = stories.map { story in
            comment(sections, page, text: story.text, brand: story.brand, thread: thread)
        }
        return (thread, comments)
    }

    private func article(_ sections: PageSections, _ page: PageText, _ splitter: StorySplitter) -> (
        thread: String?, [Comment]
    ) {
        let text = PageSections.text(of: sections.article)
        guard !text.isEmpty else { return (nil, []) }
        let brand =
            splitter.headingBrand(sections.article)
            ?? sections.title.flatMap { title in
                options.brands.mentions(in: title, acceptsAmbiguous: true).first?.canonical
            }
            ?? options.brands.mostFrequent(in: text)
        var article = comment(sections, page, text: text, brand: brand, thread: nil)
        article.threadID = article.externalID
        return (article.externalID, [article])
    }

    private func comment(
        _ sections: PageSections,
        _ page: PageText,
        text: String,
        brand: String?,
        thread: String?
    ) -> Comment {
        let author = sections.author ?? ThreadAuthor.find(sections.comments)
        let id = options.derivedID(["article", sections.title ?? "", sections.author ?? "", text])
        var comment = Comment(source: options.sourceName(file: file), externalID: id, text: text)
        comment.title = sections.title
        comment.author = author
        comment.brand = brand ?? options.mapping?.fields[.brand]?.value.map { options.brands.canonical($0) }
        comment.postedAt = sections.published ?? latestPossible(sections)
        comment.rating = GivenStars.rating(in: text)
        comment.threadID = thread
        comment.url = page.url
        comment.channel = options.mapping?.fields[.channel]?.value
        return comment
    }

    /// An article without a date was there when its first comment was written.
    private func latestPossible(_ sections: PageSections) -> Timestamp? {
        let times = sections.comments.compactMap { comment -> Timestamp? in
            guard case .known(let time) = comment.byline.time else { return nil }
            return time
        }
        guard let first = times.min(by: { $0.instant < $1.instant }) else { return nil }
        return Timestamp(
            instant: first.instant,
            original: first.original,
            zoneOrigin: first.zoneOrigin,
            certainty: .notAfter
        )
    }

    // MARK: - The readers

    private func comments(_ sections: PageSections, thread: String?, articles: [Comment]) -> [RowOutcome] {
        var outcomes: [RowOutcome] = []
        var earlier: [Comment] = []
        for item in sections.comments {
            switch item.byline.time {
            case .known(let time):
                let comment = reader(item, time, thread: thread, articles: articles, earlier: earlier)
                earlier.append(comment)
                outcomes.append(.comment(comment))
            case .bad:
                outcomes.append(.problem(problem(item)))
            }
        }
        return outcomes
    }

    private func reader(
        _ item: PageComment,
        _ time: Timestamp,
        thread: String?,
        articles: [Comment],
        earlier: [Comment]
    ) -> Comment {
        let author = item.byline.author
        let title = articles.first?.title
        let id = options.derivedID(["comment", title ?? "", author ?? "", time.original, item.text])
        var comment = Comment(source: options.sourceName(file: file), externalID: id, text: item.text)
        comment.author = author
        comment.postedAt = time
        comment.threadID = thread
        comment.url = articles.first?.url
        comment.channel = articles.first?.channel
        let others = earlier.compactMap(\.author).filter { $0 != author }
        if let name = ReplyMark.addressee(of: item.text, among: others),
            let parent = earlier.last(where: { $0.author == name })
        {
            comment.inReplyTo = parent.externalID
            comment.brand = parent.brand
        } else if let article = article(of: item.text, among: articles) {
            comment.inReplyTo = article.externalID
            comment.brand = article.brand
        }
        return comment
    }

    /// The article a reader answers: the only one, or the one story whose brand the reader names.
    private func article(of text: String, among articles: [Comment]) -> Comment? {
        if articles.count <= 1 { return articles.first }
        let named = options.brands.only(in: text)
        return named.flatMap { brand in articles.first { $0.brand == brand } }
    }

    private func problem(_ item: PageComment) -> RowProblem {
        RowProblem(
            file: file,
            line: item.line,
            byte: 0,
            reason: .badTime,
            message: "the date of the comment is not one of the calendar; correct it in the page",
            raw: Array(item.text.utf8.prefix(options.limits.problemBytes))
        )
    }
}

/// Finds an article's author among those who comment on it: the one who answers the most of the others.
enum ThreadAuthor {
    static func find(_ comments: [PageComment]) -> String? {
        var answers: [String: Set<String>] = [:]
        var addressed: Set<String> = []
        var earlier: [String] = []
        for comment in comments {
            guard let author = comment.byline.author else { continue }
            if let name = ReplyMark.addressee(of: comment.text, among: earlier.filter { $0 != author }) {
                answers[author, default: []].insert(name)
                addressed.insert(name)
            }
            earlier.append(author)
        }
        let most = answers.values.map(\.count).max() ?? 0
        let candidates = answers.keys.filter { answers[$0]?.count == most }
        guard candidates.count == 1, let author = candidates.first, most >= 2 || !addressed.contains(author) else {
            return nil
        }
        // One answer among many readers is a talk between readers, not the author's.
        let readers = Set(earlier).subtracting([author])
        return most * 2 >= readers.count ? author : nil
    }
}
