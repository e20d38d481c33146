/// Quotes of one page, as many as keep the page small.
struct QuoteBudget {
    /// Bytes of quotes on a page; with the rest of it a page stays under 300 KB.
    static let bytesOfAPage = 190_000
    /// About what stands around the text of a quote.
    private static let bytesAround = 900

    let view: VerbatimView
    private var bytes = QuoteBudget.bytesOfAPage

    init(context: PageContext) {
        view = VerbatimView(context: context)
    }

    /// The quotes in their order until the page is full.
    mutating func take(_ quotes: [Verbatim], casePaths: [String: String]) -> [View] {
        var taken: [View] = []
        for quote in quotes {
            let text = view.text(quote)
            let size = text.html.utf8.count + Self.bytesAround
            guard size <= bytes else { break }
            bytes -= size
            taken.append(view.view(quote, text, casePaths: casePaths))
        }
        return taken
    }
}
