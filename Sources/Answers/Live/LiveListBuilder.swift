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
        let offered = try choices.known(in: db)
        guard let filter = try reader.knownFilter(of: question, in: db) else {
            var list = LiveList(address: question.address, total: 0, voices: nil, page: 1, pages: 1, rows: [])
            list.isBrandUnknown = true
            return offering(offered, in: list)
        }
        let chosen = try CommentList(of: filter, in: db)
        let size = try chosen.size(in: db)
        let ids = try reader.ids(of: chosen, page: question.page, total: size.comments, in: db)
        let pageSize = ListedComments.pageSize
        var list = LiveList(
            address: Self.address(of: question, brand: filter.brand),
            total: size.comments,
            voices: size.voices,
            page: question.page,
            pages: max(1, (size.comments + pageSize - 1) / pageSize),
            rows: try rows(ids, words: filter.words, in: db)
        )
        list.waiting = try CommentListing.waiting(in: db)
        return offering(offered, in: list)
    }

    /// `brand`: under its name in the data, which the form offers.
    private static func address(of question: CommentQuestion, brand: String?) -> LiveAddress {
        guard let brand, !brand.isEmpty else { return question.address }
        return question.address.setting("brand", to: brand)
    }

    private func offering(_ choices: KeptChoices.Choices, in list: LiveList) -> LiveList {
        var list = list
        list.brands = choices.brands
        list.channels = choices.channels.map { reader.names.shown($0) }
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
