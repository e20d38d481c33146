import Feedback
import Reporting
import Reports
import Store
package import Workspace

/// A page of the comments that a filter chooses, with personal data hidden.
package struct ListedComments: Encodable, Sendable {
    package struct Item: Encodable, Sendable {
        /// `source:id`.
        package let id: String
        package let postedAt: String?
        package let brand: String?
        package let channel: String?
        package let product: String?
        package let version: String?
        package let author: String?
        /// Such as `2 of 5`.
        package let rating: String?
        package let language: String?
        package let valence: Int?
        /// Each facet that is mentioned with its polarity, such as `speed -1`.
        package let facets: [String]
        package let signals: [String]
        package let title: String?
        package let text: String
    }

    /// Comments on a page.
    package static let pageSize = 50

    package let total: Int
    /// Voices behind the comments; `nil` where the filter names no measure.
    package let voices: Int?
    package let page: Int
    package let pages: Int
    /// Comments that wait for the next measuring and are not listed as they are.
    package let waiting: Int
    package let comments: [Item]

    package init(_ question: CommentQuestion, in context: WorkspaceContext) throws {
        let reader = try ListedCommentReader(context)
        let (size, waiting, items) = try context.database.read { db in
            let list = try CommentList(of: reader.filter(of: question, in: db), in: db)
            let size = try list.size(in: db)
            let ids = try reader.ids(of: list, page: question.page, total: size.comments, in: db)
            return (size, try CommentListing.waiting(in: db), try reader.items(ids, in: db))
        }
        total = size.comments
        voices = size.voices
        page = question.page
        pages = max(1, (size.comments + Self.pageSize - 1) / Self.pageSize)
        self.waiting = waiting
        comments = items.map(\.item)
    }
}

/// Reads comments as lists show them.
struct ListedCommentReader {
    /// A comment and what pages need of it beside what JSON shows.
    struct Read {
        let item: ListedComments.Item
        let rating: Rating?
        let facets: [LiveList.FacetTone]
    }

    private let context: WorkspaceContext
    let names: VoiceNames

    init(_ context: WorkspaceContext) throws {
        self.context = context
        names = try context.voiceNames()
    }

    /// The filter of a question, which names a brand by any of its names, and a case, a channel, a product and a version
    /// as they are shown.
    ///
    /// - Throws: ``WorkspaceError`` `unknownName` for a name that no brand has.
    func filter(of question: CommentQuestion, in db: StoreConnection) throws -> CommentFilter {
        guard let filter = try knownFilter(of: question, in: db) else {
            throw WorkspaceError(.unknownName, "no brand has the name \"\(question.filter.brand ?? "")\"")
        }
        return filter
    }

    /// The same; `nil` for a name that no brand has.
    func knownFilter(of question: CommentQuestion, in db: StoreConnection) throws -> CommentFilter? {
        var filter = question.filter
        if let name = filter.brand, !name.isEmpty {
            guard let brand = try context.brand(named: name, in: db) else { return nil }
            filter.brand = brand
        }
        filter.caseID = try filter.caseID.map { try names.stored(caseID: $0, in: db) }
        filter.channel = try filter.channel.map { try names.stored(channel: $0, in: db) }
        filter.product = try filter.product.map { try names.stored(product: $0, in: db) }
        filter.version = try filter.version.map { try names.stored(version: $0, in: db) }
        return filter
    }

    /// Row ids of a page of a list, from 1; `total`: how many the list holds.
    func ids(of list: CommentList, page: Int, total: Int, in db: StoreConnection) throws -> [Int64] {
        let size = ListedComments.pageSize
        return try list.ids(limit: size, offset: (page - 1) * size, total: total, in: db)
    }

    func items(_ ids: [Int64], in db: StoreConnection) throws -> [Read] {
        let found = try CommentTable.comments(ids: ids, in: db)
        let texts = found.flatMap { [$0.comment.text, $0.comment.title].compactMap(\.self) }
        let known = try KnownNames.masking(of: texts, beside: context.settings.masking, in: db)
        return try found.map { stored in
            let score = try ScoreTable.score(of: stored.id, in: db)?.score
            return read(stored.comment, score, known.hiding([stored.comment.author].compactMap(\.self)))
        }
    }

    private func read(_ comment: Comment, _ score: Score?, _ masking: Masking) -> Read {
        var tones: [LiveList.FacetTone] = []
        for mention in score?.facets ?? [] {
            let tone = LiveList.FacetTone(facet: mention.facet, polarity: mention.polarity.rawValue)
            if !tones.contains(tone) { tones.append(tone) }
        }
        var signals: [String] = []
        for mention in score?.signals ?? [] where !signals.contains(mention.signal.rawValue) {
            signals.append(mention.signal.rawValue)
        }
        let item = ListedComments.Item(
            id: names.shown(key: comment.key),
            postedAt: comment.postedAt.map { context.settings.zone.format($0.instant) },
            brand: comment.brand,
            channel: comment.channel.map { names.shown($0) },
            product: comment.product.map { names.shown($0) },
            version: comment.appVersion.map { names.shown($0) },
            author: comment.author.map(Masking.author),
            rating: comment.rating.map(RatingText.text),
            language: score?.language.rawValue,
            valence: score?.valence,
            facets: tones.map { "\($0.facet.rawValue) \($0.polarity)" },
            signals: signals,
            title: comment.title.map(masking.masked),
            text: masking.masked(comment.text)
        )
        return Read(item: item, rating: comment.rating, facets: tones)
    }
}
