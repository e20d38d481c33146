import Feedback
import Flags
import Foundation
import Reporting
package import Reports
import Store
package import Workspace

/// The dashboard's pages over the live database.
package struct LivePages: Sendable {
    /// Characters of a query that is answered.
    package static let longestQuery = 200
    /// Comments a search shows.
    private static let shownHits = 50
    private static let excerptLength = 180
    /// Comments with one id that are shown.
    private static let shownComments = 10

    private let context: WorkspaceContext
    private let renderer: LiveRenderer
    private let language: ReportLanguage
    private let choices = KeptChoices()

    /// - Throws: `ReportError` when a template is missing or broken.
    package init(context: WorkspaceContext) throws {
        self.context = context
        renderer = try LiveRenderer(templates: context.resources.templateTexts())
        language = ReportLanguage(rawValue: context.settings.language) ?? .ja
    }

    /// Content security policy of every page.
    package var policy: String { renderer.policy }

    /// Links to the live pages, as they stand in a page of the given language.
    package func links(language: String) -> [(path: String, text: String)] {
        LiveRenderer.links(in: ReportLanguage(rawValue: language) ?? self.language)
    }

    /// The search page; an empty query shows the form alone.
    ///
    /// - Throws: ``WorkspaceError`` `usage` when the query is too long.
    package func search(_ query: String, brand: String?, visit: LiveVisit) throws -> [UInt8] {
        let found = try CommentSearch.Question(query: query, brand: brand, limit: Self.shownHits).map { question in
            var question = question
            question.excerptLength = Self.excerptLength
            question.isMasked = true
            return try CommentSearch.find(question, on: context)
        }
        let answer = found?.answer
        let hits = answer.map { answer in
            answer.comments.map { LiveSearch.Hit($0, query: answer.query) }
        }
        var search = LiveSearch(
            query: query,
            longestQuery: Self.longestQuery,
            brand: found?.brand ?? brand,
            brands: try context.database.read { try VoiceTable.brands(in: $0) },
            hits: hits,
            total: answer?.total ?? 0
        )
        search.isBrandUnknown = found?.isBrandUnknown ?? false
        return try renderer.page(search, in: frame(visit))
    }

    /// A page of the list of comments that a filter chooses.
    package func comments(_ question: CommentQuestion, visit: LiveVisit) throws -> [UInt8] {
        let builder = LiveListBuilder(reader: try ListedCommentReader(context))
        let list = try context.database.read { try builder.list(question, choices: choices, in: $0) }
        return try renderer.page(list, in: frame(visit))
    }

    /// What is in the database now.
    package func overview(visit: LiveVisit) throws -> [UInt8] {
        let builder = try brandBuilder(flags: FlagList(in: context).flags)
        let overview = try context.database.read { try builder.overview(in: $0) }
        return try renderer.page(overview, in: frame(visit))
    }

    /// The page of a brand.
    ///
    /// - Throws: ``WorkspaceError`` `input` when it has no voice.
    package func brand(_ name: String, visit: LiveVisit) throws -> [UInt8] {
        let builder = try brandBuilder(flags: FlagList(in: context).flags)
        let found = try context.database.read { db in
            try context.brand(named: name, in: db).flatMap { try builder.brand($0, in: db) }
        }
        guard let brand = found else { throw WorkspaceError(.input, "no brand has the name") }
        return try renderer.page(brand, in: frame(visit))
    }

    /// Two brands, or two stretches of one, beside each other; how to begin, where there is no voice at all.
    ///
    /// - Throws: ``WorkspaceError`` `input` for a brand without a voice.
    package func compare(_ question: ComparisonQuestion, visit: LiveVisit) throws -> [UInt8] {
        let builder = LiveComparisonBuilder(
            minimumVoices: context.settings.minimumVoices,
            choices: choices,
            names: try context.voiceNames()
        )
        let found = try context.database.read { db in
            let question = try question.naming { try context.brand(named: $0, in: db) ?? $0 }
            return try builder.comparison(question, in: db)
        }
        guard let page = found else { return try missingReport(visit: visit) }
        return try renderer.page(page, in: frame(visit))
    }

    /// The page of a facet of a brand.
    ///
    /// `facet`: its name in the data.
    /// - Throws: ``WorkspaceError`` `input` when the brand has no voice, or there is no such facet.
    package func facet(_ facet: String, of brand: String, visit: LiveVisit) throws -> [UInt8] {
        let builder = try brandBuilder(flags: [])
        let found = try context.database.read { db in
            guard let facet = Facet(rawValue: facet), let brand = try context.brand(named: brand, in: db) else {
                return LiveFacet?.none
            }
            return try builder.facet(facet, of: brand, in: db)
        }
        guard let page = found else { throw WorkspaceError(.input, "no brand or facet has the name") }
        return try renderer.page(page, in: frame(visit))
    }

    /// The page of a flag that was ever told.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is none.
    package func flag(_ id: String, visit: LiveVisit) throws -> [UInt8] {
        let builder = LiveFlagBuilder(
            reader: try ListedCommentReader(context),
            minimumVoices: context.settings.minimumVoices
        )
        let shown = try context.voiceNames().shown(flag: id)
        guard let item = try FlagList(in: context).flags.first(where: { $0.id == shown }) else {
            throw WorkspaceError(.input, "no flag has the id")
        }
        let flag = try context.database.read { try builder.flag(item, in: $0) }
        return try renderer.page(flag, in: frame(visit))
    }

    /// The page of a case.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is none.
    package func supportCase(_ id: String, visit: LiveVisit) throws -> [UInt8] {
        let names = try context.voiceNames()
        let builder = LiveCaseBuilder(
            zone: context.settings.zone,
            names: names,
            reader: try ListedCommentReader(context)
        )
        let (page, masking) = try context.database.read { db in
            let page = try builder.page(names.stored(caseID: id, in: db), in: db)
            let texts = page.map { $0.timeline.steps.compactMap(\.note) + [$0.timeline.subject].compactMap(\.self) }
            return (page, try KnownNames.masking(of: texts ?? [], beside: context.settings.masking, in: db))
        }
        guard let page else { throw WorkspaceError(.input, "no case has the id") }
        return try renderer.page(page, masking: masking, in: frame(visit))
    }

    /// The queue of links that wait for a person.
    package func queue(_ queue: LiveQueue, visit: LiveVisit) throws -> [UInt8] {
        try renderer.page(queue, in: frame(visit))
    }

    /// The page on which words are tried.
    ///
    /// `text`: what was typed; `nil` before the first try.
    /// - Throws: ``WorkspaceError`` `usage` for a text that is too long.
    package func trial(of text: String?, with trial: WordTrial, visit: LiveVisit) throws -> [UInt8] {
        let page = LiveTrial(text: text ?? "", result: try text.map(trial.comment))
        return try renderer.page(page, in: frame(visit))
    }

    /// Words that are tried on a copy of the workspace.
    package func trial(of words: LiveWordTrial, visit: LiveVisit) throws -> [UInt8] {
        try renderer.page(words, in: frame(visit))
    }

    private func brandBuilder(flags: [FlagList.Item]) throws -> LiveBrandBuilder {
        LiveBrandBuilder(
            zone: context.settings.zone,
            reader: try ListedCommentReader(context),
            flags: flags,
            minimumVoices: context.settings.minimumVoices
        )
    }

    /// The page of the comments with an id: row id, the source's id, or `source:id`.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is none.
    package func comment(_ id: String, visit: LiveVisit) throws -> [UInt8] {
        let names = try context.voiceNames()
        let builder = LiveCommentBuilder(
            zone: context.settings.zone,
            names: names,
            masking: context.settings.masking
        )
        let (comments, masking) = try context.database.read { db in
            let found = try CommentTable.find(names.stored(id, in: db), in: db).prefix(Self.shownComments)
            let comments = try found.map { try builder.comment($0, in: db) }
            return (
                comments,
                try KnownNames.masking(of: comments.flatMap(\.quotedTexts), beside: context.settings.masking, in: db)
            )
        }
        guard !comments.isEmpty else { throw WorkspaceError(.input, "no comment has the id") }
        return try renderer.page(comments, masking: masking, in: frame(visit))
    }

    /// What stands in the place of the report before the first.
    package func missingReport(visit: LiveVisit) throws -> [UInt8] {
        let command = "koe -w \(ShellWord.quoted(context.workspace.directory.path)) run"
        return try renderer.page(.noReport(command: command), in: frame(visit))
    }

    /// A page for a question that got no answer.
    ///
    /// `status`: of the HTTP answer.
    package func problem(status: Int, visit: LiveVisit = .nowhere()) throws -> [UInt8] {
        try renderer.page(LiveNotice(status: status), in: frame(visit))
    }

    private func frame(_ visit: LiveVisit) -> LiveFrame {
        let shown = visit.language.flatMap(ReportLanguage.init(rawValue:)) ?? language
        let index = context.workspace.reports.appending(path: "latest/index.html")
        var frame = LiveFrame(
            language: shown,
            title: context.settings.title == "Koe" ? nil : context.settings.title,
            hasReport: FileManager.default.fileExists(atPath: index.path),
            carriesLanguage: visit.language != nil,
            otherLanguagePath: visit.path(in: shown.next)
        )
        frame.formToken = visit.formToken
        frame.isDone = visit.isDone
        frame.japaneseNames = Dictionary(
            context.settings.brands.compactMap { brand in brand.japaneseName.map { (brand.name, $0) } }
        ) { first, _ in first }
        return frame
    }
}

extension CommentSearch.Question {
    /// A question as it is typed into a field; `nil` when nothing was typed.
    ///
    /// - Throws: ``WorkspaceError`` `usage` when the query is too long.
    package init?(query: String, brand: String?, limit: Int) throws {
        guard query.unicodeScalars.count <= LivePages.longestQuery else {
            throw WorkspaceError(.usage, "q is longer than \(LivePages.longestQuery) characters")
        }
        // A NUL ends a text for SQLite, and no comment holds one.
        let words = query.replacing("\0", with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
        if words.isEmpty { return nil }
        self.init(words: words, brand: brand, limit: limit)
    }
}

extension LiveSearch.Hit {
    fileprivate init(_ hit: CommentSearch.Hit, query: String) {
        self.init(
            id: hit.id,
            date: hit.postedAt,
            brand: hit.brand,
            author: hit.author,
            excerpt: FoundWords.stretches(
                of: hit.excerpt,
                words: query.split(whereSeparator: \.isWhitespace).map(String.init)
            )
        )
    }
}
