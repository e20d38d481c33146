extension ReportLanguage {
    /// What reports say in the language; the one place that names every language.
    var phrases: any Phrases {
        switch self {
        case .ja: JapanesePhrases()
        case .en: EnglishPhrases()
        }
    }
}
