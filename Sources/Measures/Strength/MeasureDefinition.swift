/// What a number of Koe is, by which formula, and whose.
///
/// One definition of each; every output follows it.
package struct MeasureDefinition: Hashable, Sendable {
    /// Raised whenever a formula, a default or a rule of counting changes, so that a jump made by us can be told apart.
    package static let version = 4

    /// Name in tables and files: that of a `MeasureID`, or of a figure drawn from several.
    package let name: String
    package let formula: String
    /// Unit and range.
    package let unit: String
    /// Paper or book; `nil` where the definition is Koe's own.
    package let source: String?

    init(_ name: String, _ formula: String, unit: String, source: String? = nil) {
        self.name = name
        self.formula = formula
        self.unit = unit
        self.source = source
    }

    /// Every definition, in the order of the report.
    package static let all = strengths + facets + comparisons + handling + surveys

    private static let strengths = [
        MeasureDefinition(
            "voice",
            "one customer about one case, or about one brand in one month; agents, bots, bystanders and copies do not count; "
                + "its day and channel are those of the earliest comment that names one, its product and version those of "
                + "the earliest that names a version, else its product that of the earliest that names one",
            unit: "count"
        ),
        MeasureDefinition(
            "support",
            "50·(1 + mean over voices of s); s = mean polarity of the facets praised or blamed, else valence of the clauses "
                + "about handling, else no value",
            unit: "0–100"
        ),
        MeasureDefinition(
            "brand",
            "50·(1 + mean over voices of b); b = mean of the loyalty signals (±1), else the rating's place on its scale "
                + "(−1…1), else the valence of the text",
            unit: "0–100"
        ),
        MeasureDefinition(
            "facet.*",
            "50·(1 + mean polarity of the facet over the voices that praise or blame it)",
            unit: "0–100"
        ),
        MeasureDefinition("signal.*", "100 · voices that give the signal / voices", unit: "%"),
        MeasureDefinition(
            "interval",
            "mean ± t(G−1)·√(G/(G−1)·Σ_c(sum_c − n_c·mean)²/n²) over G customers; Wilson's where all say the same",
            unit: "95 %",
            source: "Cameron and Miller, Journal of Human Resources 50, 2015; Wilson, JASA 22, 1927"
        ),
        MeasureDefinition(
            "sealed voice",
            "what an erased voice added to the sums of a cell (Σ value, Σ value², those of its customer) stays in them as "
                + "integers where at least 5 voices of 5 customers spoke in the cell; otherwise it goes",
            unit: "count"
        ),
        MeasureDefinition(
            "weighted facets",
            "Σ weight·strength / Σ weight; weights are the user's own, else shares of mentions; ends of the interval likewise",
            unit: "0–100"
        ),
        MeasureDefinition(
            "key drivers",
            "slope of b on all facets at once, times 100: from blame to praise; errors clustered by customer (CR1), "
                + "t with G − 1 degrees of freedom, q by Benjamini and Hochberg",
            unit: "points of brand strength",
            source: "Cameron and Miller, Journal of Human Resources 50, 2015"
        ),
    ]

    private static let comparisons = [
        MeasureDefinition(
            "compared voices",
            "the voices that have both s and b; S, B and D = S − B of a comparison are all over them, rounded to a tenth so "
                + "that they subtract as printed, and n is their number",
            unit: "count"
        ),
        MeasureDefinition(
            "equality",
            "two one-sided t tests at 5 % of D over the compared voices against ±margin: its 90 % interval lies inside; "
                + "different: its 95 % interval leaves out 0. Variance: the wider of Newey–West over the months, each "
                + "weighted by its compared voices (from 8 months on; undated voices as independent), and clustered by "
                + "customer",
            unit: "points",
            source: "Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987; "
                + "Newey and West, Econometrica 55, 1987; Cameron and Miller, Journal of Human Resources 50, 2015"
        ),
        MeasureDefinition(
            "last twelve months",
            "the twelve months that end with the last compared voice, or the fewest times twelve that hold enough of them; "
                + "a customer counts once a month there; the change is against as many months before",
            unit: "months"
        ),
        MeasureDefinition(
            "speaking and silent",
            "B over the compared voices less B over the voices that say nothing of handling; variances as of equality, "
                + "degrees of freedom by Satterthwaite",
            unit: "points",
            source: "Welch, Biometrika 34, 1947"
        ),
        MeasureDefinition(
            "agreement of S and B",
            "over months with enough compared voices: bias ± 1.96·sd of D; Deming slope with jackknife errors; Theil–Sen slope",
            unit: "points",
            source: "Bland and Altman, Lancet 327, 1986; Deming 1943; Sen, JASA 63, 1968"
        ),
        MeasureDefinition(
            "within and mix",
            "within = Σ ½(p₀ + p₁)(m₁ − m₀), mix = Σ ½(m₀ + m₁)(p₁ − p₀) over channels",
            unit: "points",
            source: "Kitagawa, JASA 50, 1955"
        ),
        MeasureDefinition(
            "version against version",
            "S over the voices that name a version less S over those that name the one before with voices enough; beside a "
                + "change: of the versions first named from a period before the interval of its first period to the "
                + "interval's end, less of those named before and still since the level before; 95 % interval clustered "
                + "by customer, degrees of freedom by Satterthwaite; a customer who names two versions counts as two",
            unit: "points",
            source: "Satterthwaite, Biometrics Bulletin 2, 1946"
        ),
        MeasureDefinition(
            "attribution",
            "software = difference − difference by other word lists; instrument = the latter − difference over the sources "
                + "that stand on both sides; mix = of channels, then of sources inside them; world = the rest",
            unit: "points",
            source: "Kitagawa, JASA 50, 1955"
        ),
        MeasureDefinition(
            "rating–text agreement",
            "stars by fifths of their scale against words (positive from 0.05); a mismatch has four stars or more and bad "
                + "words, or two or fewer and good ones",
            unit: "count"
        ),
    ]

    private static let handling = [
        MeasureDefinition(
            "first response",
            "opening of a case to the first event by an agent that reaches the customer; median over cases with the "
                + "interval of order statistics",
            unit: "minutes, on the calendar and in business hours",
            source: "Conover, Practical Nonparametric Statistics"
        ),
        MeasureDefinition(
            "resolution",
            "opening of a case to its last closing that no reopening undoes; median as above",
            unit: "minutes, on the calendar and in business hours"
        ),
        MeasureDefinition(
            "recovery",
            "share of the cases unhappy before the answer (mean valence < 0) that are happy after it (> 0) or say so",
            unit: "%",
            source: "interval: Wilson, JASA 22, 1927"
        ),
        MeasureDefinition(
            "recovery paradox",
            "mean b of recovered customers less that of customers without an incident; said where Welch's and the "
                + "permutation test both give p ≤ .05",
            unit: "points of brand strength",
            source: "McCollough and Bharadwaj 1992; de Matos, Henrique and Rossi, Journal of Service Research 10, 2007"
        ),
    ]

    private static let surveys = [
        MeasureDefinition(
            "nps",
            "100·(share of answers 9–10 − share of 0–6), last answer of each voice",
            unit: "−100…100",
            source: "Reichheld, Harvard Business Review 81(12), 2003"
        ),
        MeasureDefinition(
            "csat",
            "100 · answers at ¾ of their scale or above (4 and 5 of five) / answers",
            unit: "%",
            source: "top-two-box share, the usual reading of five points"
        ),
        MeasureDefinition(
            "ces",
            "mean answer, 7 the least effort; other scales are stretched to 1–7",
            unit: "1–7",
            source: "Dixon, Freeman and Toman, Harvard Business Review 88(7/8), 2010; version 2.0 of 2013"
        ),
    ]
}
