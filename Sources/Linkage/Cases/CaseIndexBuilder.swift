/// Gathers the tables of a ``CaseIndex`` case by case.
struct CaseIndexBuilder {
    private(set) var names: [PersonName] = [.none]
    private(set) var products: [ProductName] = []
    private(set) var productIDs: [StableHash: Int] = [:]
    private(set) var brands = BrandTable()
    private var nameIDs: [String: Int] = [:]
    private let normaliser: NameNormaliser

    init(names table: NameReadings) {
        normaliser = NameNormaliser(names: table)
    }

    mutating func features(of linkCase: LinkCase) -> CaseFeatures {
        let name = nameID(linkCase.customer)
        var handles = linkCase.customerHandle.flatMap(Handle.hash).map { [$0] } ?? []
        if names[name].tokens.isEmpty, let whole = names[name].whole { handles.append(whole) }
        return CaseFeatures(
            name: name,
            brand: linkCase.brand.flatMap { brands.insert($0).id },
            product: productID(linkCase.product),
            handles: handles,
            impliedHandle: nil,
            month: linkCase.openedAt.map(KeyMaker.month)
        )
    }

    /// Lends the handle of a customer's case to the same customer's cases without one: same full name, same brand, and
    /// only one handle among them.
    func implyingHandles(_ features: [CaseFeatures]) -> [CaseFeatures] {
        var known: [StableHash: Set<StableHash>] = [:]
        for item in features {
            for key in personKeys(item) where !item.handles.isEmpty { known[key, default: []].formUnion(item.handles) }
        }
        return features.map { item in
            guard item.handles.isEmpty else { return item }
            let handles = personKeys(item).reduce(into: Set<StableHash>()) { $0.formUnion(known[$1] ?? []) }
            var copy = item
            copy.impliedHandle = handles.count == 1 ? handles.first : nil
            return copy
        }
    }

    private func personKeys(_ item: CaseFeatures) -> [StableHash] {
        guard let brand = item.brand else { return [] }
        return names[item.name].fullKeys.map { $0.combined(with: brands.reference(id: brand).sound) }
    }

    /// How often each telling word stands in the subjects of the cases.
    static func subjectFrequencies(_ cases: [LinkCase]) -> FrequencyTable {
        FrequencyTable(cases.flatMap { $0.subject.map { SubjectWords.hashes(of: FoldedText($0)) } ?? [] })
    }

    /// The index of keys and the frequencies of all cases, in their order.
    func tables(_ cases: [LinkCase], _ features: [CaseFeatures]) -> (KeyIndex, FrequencyTable) {
        var keys: [UInt64] = []
        var holders: [UInt32] = []
        var occurrences: [UInt64] = []
        keys.reserveCapacity(features.count * 32)
        holders.reserveCapacity(features.count * 32)
        for (position, item) in features.enumerated() {
            let name = names[item.name]
            let brand = item.brand.map { brands.reference(id: $0) }
            for key in KeyMaker.keys(of: cases[position], features: item, name: name, brand: brand) {
                keys.append(key.hash.value)
                holders.append(UInt32(position))
            }
            occurrences += Frequency.values(name: name, brand: brand, product: item.product.map { products[$0] })
                .map(\.value)
            occurrences += (item.handles + (item.impliedHandle.map { [$0] } ?? [])).map { Frequency.handle($0).value }
            if let brand {
                occurrences.append(Frequency.script(of: brand, among: brands).value)
            }
        }
        return (KeyIndex(keys: keys, holders: holders), FrequencyTable(occurrences))
    }

    private mutating func nameID(_ customer: String?) -> Int {
        guard let customer else { return 0 }
        if let id = nameIDs[customer] { return id }
        names.append(normaliser.name(customer))
        nameIDs[customer] = names.count - 1
        return names.count - 1
    }

    private mutating func productID(_ product: String?) -> Int? {
        guard let name = product.flatMap(ProductName.init) else { return nil }
        if let id = productIDs[name.hash] { return id }
        productIDs[name.hash] = products.count
        products.append(name)
        return products.count - 1
    }
}

/// Values whose frequency among the cases tells how telling an agreement is.
enum Frequency {
    static func full(_ key: StableHash) -> StableHash { tagged(1, key) }
    static func part(_ key: StableHash) -> StableHash { tagged(2, key) }
    static func partAndInitial(_ key: StableHash) -> StableHash { tagged(3, key) }
    static func initials(_ key: StableHash) -> StableHash { tagged(4, key) }
    static func brand(_ sound: StableHash) -> StableHash { tagged(5, sound) }
    static func product(_ hash: StableHash) -> StableHash { tagged(6, hash) }
    /// Brands that the case table writes in one script only, by script; the other brands count apart.
    static func script(of brand: BrandReference, among brands: BrandTable) -> StableHash {
        tagged(8, StableHash(value: brands.mayBeHidden(brand) ? brand.script.rawValue : inAllScripts))
    }

    static func handle(_ hash: StableHash) -> StableHash { tagged(7, hash) }

    /// The values of one case, each once.
    static func values(name: PersonName, brand: BrandReference?, product: ProductName?) -> Set<StableHash> {
        var values: Set<StableHash> = []
        values.formUnion(name.fullKeys.map(full))
        values.formUnion(name.tokenKeys.map(part))
        values.formUnion(name.initialKeys.map(partAndInitial))
        values.formUnion(name.initialsKeys.map(initials))
        if let brand { values.insert(self.brand(brand.sound)) }
        if let product { values.insert(self.product(product.hash)) }
        return values
    }

    /// Beside the raw values of scripts.
    private static let inAllScripts: UInt64 = 3

    private static func tagged(_ tag: UInt64, _ hash: StableHash) -> StableHash {
        StableHash(value: 0xF0 + tag).combined(with: hash)
    }
}

/// Handles and account ids.
enum Handle {
    /// Hash of a handle without its `@`, in lower case; `nil` for an empty or a generic one.
    static func hash(_ handle: String) -> StableHash? {
        let scalars = FoldedText(handle).scalars.filter { $0 != 0x20 && $0 != 0x40 }
        guard scalars.count >= 2,
            !generic.contains(String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init))))
        else { return nil }
        return StableHash(scalars: scalars)
    }

    private static let generic: Set<String> = [
        "agent", "support", "staff", "admin", "user", "guest", "anonymous", "anon", "none", "null", "unknown",
        "customer", "bot",
    ]
}
