/// A page of the dashboard made of sections.
struct LiveBody {
    struct Section {
        let heading: String
        var content = Markup.empty
        /// Comments that stand below the content.
        var rows: [LiveList.Row] = []
        /// Where all of them are.
        var more: LiveAddress?
    }

    let heading: String
    /// What the page is for; `nil` where its heading says it.
    var note: String?
    var facts: [(term: String, detail: Markup)] = []
    var sections: [Section] = []

    func fields(in frame: LiveFrame) -> [String: View] {
        [
            "heading": .text(heading),
            "note": .text(note),
            "hasFacts": .flag(!facts.isEmpty),
            "facts": .list(facts.map { ["term": .text($0.term), "detail": .markup($0.detail)] }),
            "sections": .list(sections.map { Self.fields($0, frame) }),
        ]
    }

    private static func fields(_ section: Section, _ frame: LiveFrame) -> View {
        [
            "sectionHeading": .text(section.heading),
            "content": .markup(section.content),
            "hasRows": .flag(!section.rows.isEmpty),
            "rows": .list(section.rows.map { LiveRowView(frame: frame).view($0) }),
            "morePath": .text(section.more.map(frame.path)),
            "moreText": .text(frame.phrases(.allOfThem) + frame.phrases.bracketed(section.heading)),
        ]
    }
}
