import Feedback

/// The fields of a list of comments.
struct LiveListPage {
    let list: LiveList
    let frame: LiveFrame

    private var phrases: any Phrases { frame.phrases }

    var fields: [String: View] {
        [
            "filter": .fields(LiveFilterForm(list: list, frame: frame).fields),
            "summary": .text(summary),
            "waitingNote": .text(
                list.waiting == 0
                    ? nil : "\(phrases(.waitingNote))\(phrases.colon)\(NumberText.count(list.waiting))"
            ),
            "rows": .list(list.rows.map { LiveRowView(frame: frame).view($0) }),
            "hasRows": .flag(!list.rows.isEmpty),
            "noRows": .text(phrases(list.isBrandUnknown ? .unknownBrand : .noComments)),
            "csvPath": .text(LiveAddress("/comments.csv", list.address.arguments).text),
            "pager": .optional(list.pages > 1 ? pager : nil),
        ]
    }

    private var summary: String {
        let comments = "\(phrases(.comments))\(phrases.colon)\(NumberText.count(list.total))"
        let voices = list.voices.map { "\(phrases(.voices))\(phrases.colon)\(NumberText.count($0))" }
        return [comments, voices].compactMap { $0 }.joined(separator: " · ")
    }

    private var pager: View {
        [
            "place": .text(phrases.place(page: list.page, of: list.pages)),
            "previous": .text(list.page > 1 ? path(list.page - 1) : nil),
            "next": .text(list.page < list.pages ? path(list.page + 1) : nil),
        ]
    }

    private func path(_ page: Int) -> String {
        frame.path(to: list.address.setting("page", to: page == 1 ? "" : String(page)))
    }
}

/// A comment in a list.
struct LiveRowView {
    let frame: LiveFrame

    private var phrases: any Phrases { frame.phrases }

    func view(_ row: LiveList.Row) -> View {
        let rating = row.rating.map { "\(phrases(.ratingWord))\(phrases.colon)\(phrases.quotedRating($0))" }
        let meta = [
            row.date.map(phrases.period) ?? phrases(.undated), row.author ?? phrases(.anonymous),
            row.brand.map(frame.name(ofBrand:)),
            row.channel.map(phrases.channel), rating,
        ]
        return [
            "path": .text(frame.path(to: .comment(row.id))),
            "id": .text(row.id),
            "rowLanguage": .text(row.language == "und" ? "" : row.language),
            "excerpt": .markup(LiveSearchPage.marked(row.excerpt)),
            "meta": .list(meta.compactMap { $0 }.map { ["item": .text($0)] }),
            "tags": .list(row.facets.map(tag)),
            "hasTags": .flag(!row.facets.isEmpty),
        ]
    }

    private func tag(_ facet: LiveList.FacetTone) -> View {
        let tone = Tone(polarity: facet.polarity)
        return ["tag": .text("\(phrases.facet(facet.facet)) \(tone.sign)"), "tone": .text(tone.rawValue)]
    }
}
