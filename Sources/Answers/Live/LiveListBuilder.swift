import Feedback
import Reporting
import Reports
import Store
import Workspace

/// Gathers what a page with a list of comments shows.
struct LiveListBuilder {
    private static let excerptLength = 200

    let reader: ListedCommentReader

    /// `choices`: what its form offers.
    func list(
        _ question: CommentQuestion,
        choices: KeptChoices,
        in db: StoreConnection
    ) throws -> LiveList {
        let filter = try reader.filter(of: question, in: db)
        let chosen = try CommentList(of: filter, in: db)
        let size = try chosen.size(in: db)
        let ids = try reader.ids(of: chosen, page: question.page, total: size.comments, in: db)
        let pageSize = ListedComments.pageSize
        var list = LiveList(
            address: question.address,
            total: size.comments,
            voices: size.voices,
            page: question.page,
            pages: max(1, (size.comments + pageSize - 1) / pageSize),
            rows: try rows(ids, words: filter.words, in: db)
        )
        list.waiting = try CommentListing.waiting(in: db)
        let offered = try choices.known(in: db)
        list.brands = offered.brands
        list.channels = offered.channels.map { reader.names.shown($0) }
        return list
    }

    /// `words`: what was looked for, to be marked.
    func rows(_ ids: [Int64], words: [String] = [], in db: StoreConnection) throws -> [LiveList.Row] {
        try reader.items(ids, in: db).map { row($0, words) }
    }

    private func row(_ read: ListedCommentReader.Read, _ words: [String]) -> LiveList.Row {
        let item = read.item
        let whole = [item.title, item.text].compactMap(\.self).joined(separator: " – ")
        let excerpt = CommentSearch.excerpt(of: whole, around: words.first ?? "", length: Self.excerptLength)
        var row = LiveList.Row(
            id: item.id,
            language: item.language ?? Language.unknown.rawValue,
            excerpt: FoundWords.stretches(of: excerpt, words: words),
            facets: read.facets
        )
        row.date = item.postedAt.map { String($0.prefix(10)) }
        row.brand = item.brand
        row.channel = item.channel
        row.author = item.author
        row.rating = read.rating.map {
            QuotedRating(thousandths: $0.thousandths, low: $0.scale.low, high: $0.scale.high)
        }
        return row
    }
}
