extension ReportRenderer {
    /// The verdict sentence of every brand, in the order of the model.
    package static func verdicts(of model: ReportModel, language: ReportLanguage) -> [String] {
        let phrases = language.phrases
        return model.brands.map { brand in
            phrases.verdict(
                brand.verdict,
                brand: phrases.name(of: brand),
                minimumVoices: model.head.minimumVoices
            )
        }
    }
}
