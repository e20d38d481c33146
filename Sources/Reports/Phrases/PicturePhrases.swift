/// What is said of the pictures: a title above each, and the picture in words for those who do not see it.
protocol PicturePhrases: Sendable {
    var scatterTitle: String { get }
    func scatterDescription(margin: Double, brands: Int) -> String
    func pathDescription(brand: String, first: String, last: String, margin: Double) -> String
    /// `isQuarterly`: the lines are means of quarters over points of months.
    func timeDescription(brand: String, first: String, last: String, gaps: Int, isQuarterly: Bool) -> String
    /// The same of one small picture of many, whose legend stands above them.
    func multipleDescription(brand: String, first: String, last: String, gaps: Int) -> String
    /// One measure over time.
    func changeDescription(measure: String, first: String, last: String, gaps: Int) -> String
    /// What happened to both strengths, in one sentence.
    func moveTitle(_ move: SeriesMove) -> String
    /// Name of the axis of both strengths.
    var strengthAxis: String { get }
    /// Which brands are different, each with its difference in points; those of many that come first, and how many more
    /// there are. Empty where none is different.
    func differenceTitle(_ brands: [(name: String, difference: Double)], margin: Double) -> String
    func differenceDescription(margin: Double) -> String
    var facetsTitle: String { get }
    /// The aspects that are blamed and praised most; `nil` where none is.
    func facetsTitle(blamed: String?, praised: String?) -> String
    func facetDescription(brand: String) -> String
    func coverageDescription() -> String
    var agreementTitle: String { get }
    func agreementDescription() -> String
}

extension PicturePhrases {
    /// Brands that a title names on each side.
    static var brandsInTitle: Int { 5 }
}
