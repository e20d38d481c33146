import Feedback

extension ReportRenderer {
    /// A line on every flag of a report, falls before rises, then what is no change any more.
    package static func notices(of model: ReportModel, language: ReportLanguage) -> [FlagNotice] {
        let phrases = language.phrases
        let shown = model.brands.flatMap { brand in
            (brand.flags + brand.improvements).map { flag in
                notice(flag, phrases.flagHeadline(flag, brand: phrases.name(of: brand)), phrases)
            }
        }
        let gone = model.superseded.map { flag in
            let what = "\(phrases.measure(flag.measure, facet: flag.facet)), \(phrases.period(flag.firstPeriod))"
            let line = "[\(phrases.state(.superseded))] \(flag.brand)\(phrases.colon)\(what)"
            return FlagNotice(id: flag.id, state: "superseded", isNew: false, line: oneLine(line))
        }
        return shown + gone
    }

    private static func notice(_ flag: ChangeFlag, _ headline: String, _ phrases: any Phrases) -> FlagNotice {
        let isOpen = flag.state != .recovered && flag.state != .superseded
        let mark = isOpen ? "" : "[\(phrases.state(flag.state))] "
        return FlagNotice(
            id: flag.id,
            state: isOpen ? "open" : flag.state.rawValue,
            isNew: flag.state == .new,
            line: oneLine(mark + headline)
        )
    }

    /// A name with a line break in it could pretend to be a line of its own.
    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
