extension ReportRenderer {
    /// The first sentence on every brand, in the order of the model.
    package static func verdicts(of model: ReportModel, language: ReportLanguage) -> [String] {
        let phrases = language.phrases
        return model.brands.compactMap {
            phrases.sentences(of: $0, minimumVoices: model.head.minimumVoices).first
        }
    }

    /// Everything that is said of a verdict, the present first.
    package static func sentences(
        of verdict: Verdict,
        brand: String,
        minimumVoices: Int,
        language: ReportLanguage
    ) -> [String] {
        language.phrases.sentences(of: verdict, brand: brand, minimumVoices: minimumVoices)
    }
}
