/// What is said of the pictures: a title above each, and the picture in words for those who do not see it.
protocol PicturePhrases: Sendable {
    var scatterTitle: String { get }
    func scatterDescription(margin: Double, brands: Int) -> String
    func pathDescription(brand: String, first: String, last: String, margin: Double) -> String
    func timeDescription(brand: String, first: String, last: String, gaps: Int) -> String
    var differenceTitle: String { get }
    func differenceDescription(margin: Double) -> String
    var facetsTitle: String { get }
    func facetDescription(brand: String) -> String
    func coverageDescription() -> String
    var agreementTitle: String { get }
    func agreementDescription() -> String
}
