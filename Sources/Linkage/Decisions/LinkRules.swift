/// What decides every link beside the comments and the cases; one for all threads of a linking.
final class LinkRules: Sendable {
    let model: LinkModel
    let overrides: LinkOverrides
    private let names: Remembered<PersonName>
    private let brands: Remembered<BrandReference>
    private let products: Remembered<ProductName?>
    private let normaliser: NameNormaliser

    /// `brands`: of the cases.
    init(names: NameReadings, brands: BrandTable, model: LinkModel, overrides: LinkOverrides) {
        self.model = model
        self.overrides = overrides
        let normaliser = NameNormaliser(names: names)
        self.normaliser = normaliser
        self.names = Remembered(limit: Self.textsAtOnce) { normaliser.name($0) }
        self.brands = Remembered(limit: Self.textsAtOnce) { brands.reference(to: $0) }
        products = Remembered(limit: Self.textsAtOnce) { ProductName($0) }
    }

    func name(_ text: String?) -> PersonName { text.map(names.value) ?? .none }

    func brand(_ text: String) -> BrandReference { brands.value(of: text) }

    func product(_ text: String) -> ProductName? { products.value(of: text) }

    /// Full names of people that a text mentions.
    func names(in text: String) -> [PersonName] { NamesInText.names(in: text, by: normaliser) }

    /// Of some 600 bytes each, the longest being names.
    private static let textsAtOnce = 4_096
}
