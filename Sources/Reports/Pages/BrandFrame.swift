/// What the pages of a brand show that is not of the brand: as long as none of it changes, neither do they.
///
/// Beside it stands what the settings and the program say: the style, the templates, the words.
package struct BrandFrame {
    private let context: PageContext
    private let common: String

    /// - Parameters:
    ///   - model: of a report, with the outlines of its brands at least.
    ///   - language: of the report.
    package init(of model: ReportModel, language: ReportLanguage) {
        let context = PageContext(model: model, phrases: language.phrases)
        self.context = context
        var head = model.head
        // The pages of the whole alone name these.
        (head.runID, head.asOf, head.databaseHash) = ("", "", "")
        let coverage = model.coverage
        let alarm = coverage.ledgerAddsUp ? [] : ["\(coverage.totalRead) \(coverage.totalLost)"]
        let links = model.brands.indices.map { place in
            "\(context.phrases.name(of: model.brands[place]))\n\(context.slugs[place])"
        }
        common = (["\(head)"] + alarm + links).joined(separator: "\n")
    }

    /// All of it in words that change whenever it does; the names of the files of a brand's flags are of all flags.
    package func text(of brand: BrandReport) -> String {
        let flags = (brand.flags + brand.improvements).map { context.flagPath($0.id) }
        return ([common] + flags).joined(separator: "\n")
    }
}
