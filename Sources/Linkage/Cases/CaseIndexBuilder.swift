/// Gathers the tables of a ``CaseIndex`` case by case.
struct CaseIndexBuilder {
    private(set) var names: [PersonName] = [.none]
    private(set) var products: [ProductName] = []
    private(set) var brands: BrandTable
    private(set) var subjects = SubjectTable()
    private(set) var handles: [CaseHandles] = []
    private var nameIDs: [String: Int] = [:]
    /// Each part of a name once, for many people share one.
    private var nameParts: Set<NameToken> = []
    private var productIDs: [StableHash: Int] = [:]
    private let normaliser: NameNormaliser

    init(names table: NameReadings, brands: BrandTable = BrandTable()) {
        normaliser = NameNormaliser(names: table)
        self.brands = brands
    }

    /// Takes in the next of all cases, and counts it among the holders of its brand.
    mutating func features(of linkCase: LinkCase) -> CaseFeatures {
        let name = nameID(linkCase.customer) { [normaliser] in normaliser.name($0) }
        let brand = linkCase.brand.map { brands.insert($0) }
        if let brand { brands.count(brand) }
        let product = linkCase.product.flatMap(ProductName.init)
        handles.append(CaseHandles(own: Handle.all(of: linkCase, name: names[name])))
        return features(of: linkCase, name: name, brand: brand, product: product)
    }

    /// Takes in the next of some cases, the holders of whose brands are counted already.
    mutating func features(of profile: CaseProfile) -> CaseFeatures {
        let name = nameID(profile.linkCase.customer) { _ in profile.name }
        let brand = profile.brand.map { brands.insert($0) }
        handles.append(CaseHandles(own: profile.handles, implied: profile.impliedHandle))
        return features(of: profile.linkCase, name: name, brand: brand, product: profile.product)
    }

    private mutating func features(
        of linkCase: LinkCase,
        name: Int,
        brand: BrandReference?,
        product: ProductName?
    ) -> CaseFeatures {
        subjects.append(linkCase.subject)
        return CaseFeatures(
            name: name,
            brand: brand?.id,
            product: product.map { productID($0) },
            openedAt: linkCase.openedAt,
            closedAt: linkCase.closedAt
        )
    }

    private func profile(of linkCase: LinkCase, _ features: CaseFeatures, _ handles: CaseHandles) -> CaseProfile {
        CaseProfile(
            linkCase: linkCase,
            name: names[features.name],
            brand: features.brand.map { brands.reference(id: $0) },
            product: features.product.map { products[$0] },
            handles: handles.own,
            impliedHandle: handles.implied,
            month: features.openedAt.map(KeyMaker.month)
        )
    }

    /// Lends the handle of a customer's case to the same customer's cases without one: same full name, same brand, and
    /// only one handle among them.
    ///
    /// `features`: of all cases; `limit`: a name that more cases bear is no person's.
    mutating func lendHandles(_ features: [CaseFeatures], limit: Int) {
        var people: [UInt64: (cases: Int, handles: Set<StableHash>)] = [:]
        for (place, item) in features.enumerated() {
            for key in personKeys(item) {
                people[key, default: (0, [])].cases += 1
                people[key, default: (0, [])].handles.formUnion(handles[place].own)
            }
        }
        for (place, item) in features.enumerated() where handles[place].own.isEmpty {
            let others = personKeys(item).reduce(into: Set<StableHash>()) { others, key in
                if let person = people[key], person.cases <= limit { others.formUnion(person.handles) }
            }
            handles[place].implied = others.count == 1 ? others.first : nil
        }
    }

    private func personKeys(_ item: CaseFeatures) -> Set<UInt64> {
        let brand = item.brand.map { brands.reference(id: $0) }
        return Set(KeyMaker.personKeys(name: names[item.name], brand: brand).map(\.token.id))
    }

    /// The index of keys and the frequencies of all cases, in their order.
    func tables(_ cases: [LinkCase], _ features: [CaseFeatures]) -> (KeyIndex, FrequencyTable) {
        var keys = KeyList()
        var occurrences: [UInt64] = []
        for (position, item) in features.enumerated() {
            let profile = profile(of: cases[position], item, handles[position])
            keys.append(KeyMaker.keys(of: profile).map(\.token.id))
            for value in Frequency.values(of: profile) { occurrences.append(value.id) }
        }
        for (script, count) in brands.holders.scriptCounts {
            occurrences += repeatElement(script, count: count)
        }
        // First, for its memory is free again when the larger index is made.
        let frequencies = FrequencyTable(consume occurrences)
        return (KeyIndex(keys), frequencies)
    }

    private mutating func nameID(_ customer: String?, _ name: (String) -> PersonName) -> Int {
        guard let customer else { return 0 }
        if let id = nameIDs[customer] { return id }
        names.append(name(customer).sharing(&nameParts))
        nameIDs[customer] = names.count - 1
        return names.count - 1
    }

    private mutating func productID(_ product: ProductName) -> Int {
        if let id = productIDs[product.hash] { return id }
        productIDs[product.hash] = products.count
        products.append(product)
        return products.count - 1
    }
}
