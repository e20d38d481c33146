extension MeasureDefinition {
    /// What each facet means to a reader: praised 1, blamed −1; 0 for a bare mention.
    static let facets = [
        facet("speed", "served, answered or supplied quickly; or kept waiting, on hold too"),
        facet("access", "a person or channel can be reached; or calls and messages go unanswered"),
        facet("apology", "regret that is offered or withheld"),
        facet("courtesy", "people are polite, kind and helpful; or rude; great service alone is none"),
        facet("explanation", "reasons, information and instructions; or a missing manual, an unclear listing"),
        facet("prevention", "steps against a fault; or the same one again"),
        facet("remedy", "refund, replacement or compensation given; or denied; asking for it is neither"),
        facet("resolution", "put right; or help that fails, a wrong or missing item or charge; a defect is none"),
        facet("effort", "made easy for the customer; or a run-around"),
        facet("responsibility", "owning up; or blaming others, excuses and lies"),
        facet("beyond", "more than could be expected"),
        facet(
            "follow-through",
            "what was promised, quoted, booked or accepted was kept; or was not, or was called off"
        ),
    ]

    private static func facet(_ name: String, _ meaning: String) -> MeasureDefinition {
        MeasureDefinition("facet \(name)", meaning, unit: "−1, 0, 1")
    }
}
