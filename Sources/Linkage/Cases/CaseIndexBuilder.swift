internal import Feedback

/// Gathers the tables of a ``CaseIndex`` case by case, in the order of their ids.
struct CaseIndexBuilder {
    private(set) var cases: PackedCases
    private(set) var features: [CaseFeatures] = []
    private(set) var handles = HandleTable()
    private(set) var names: [PersonName] = [.none]
    private(set) var products: [ProductName] = []
    private(set) var brands: BrandTable
    /// Places of the cases that stories opened.
    private(set) var stories = 0..<0
    /// Of all cases only.
    private(set) var keys: KeyList
    private var frequencies = FrequencyCounter()
    private var lending = HandleLending()
    private var openings: (first: Instant, last: Instant)?
    private var nameIDs: [String: Int] = [:]
    /// Each part of a name once, for many people share one.
    private var nameParts: Set<NameToken> = []
    private var productIDs: [StableHash: Int] = [:]
    private let normaliser: NameNormaliser

    /// `store`: makes a place outside memory, one at each call.
    init(names table: NameReadings, brands: BrandTable = BrandTable(), store: () -> (any ByteStore)? = { nil }) {
        normaliser = NameNormaliser(names: table)
        self.brands = brands
        cases = PackedCases(store: store())
        keys = KeyList(store: store())
    }

    /// Takes in the next of all cases with its keys and counted values.
    mutating func add(_ linkCase: LinkCase) {
        let name = nameID(linkCase.customer) { [normaliser] in normaliser.name($0) }
        let brand = linkCase.brand.map { brands.insert($0) }
        if let brand { brands.count(brand) }
        let profile = CaseProfile(
            linkCase: linkCase,
            name: names[name],
            brand: brand,
            product: linkCase.product.flatMap(ProductName.init),
            handles: Handle.all(of: linkCase, name: names[name]),
            month: linkCase.openedAt.map(KeyMaker.month)
        )
        lending.append(profile.personKeys, at: cases.count)
        keys.append(KeyMaker.keys(of: profile).map(\.token.id))
        for value in Frequency.values(of: profile) { frequencies.add(value.id) }
        if let openedAt = linkCase.openedAt { note(openedAt) }
        add(profile, name: name, brand: brand)
    }

    /// Takes in the next of some cases, whose keys and counts are known.
    mutating func add(_ profile: CaseProfile) {
        let name = nameID(profile.linkCase.customer) { _ in profile.name }
        add(profile, name: name, brand: profile.brand.map { brands.insert($0) })
    }

    private mutating func add(_ profile: CaseProfile, name: Int, brand: BrandReference?) {
        let place = cases.count
        if profile.linkCase.caseID.hasPrefix(LinkCase.storyPrefix) {
            stories = (stories.isEmpty ? place : stories.lowerBound)..<place + 1
        }
        handles.append(profile.handles)
        if let implied = profile.impliedHandle { handles.lend(implied, to: place) }
        features.append(
            CaseFeatures(
                name: name,
                brand: brand?.id,
                product: profile.product.map { productID($0) },
                openedAt: profile.linkCase.openedAt,
                closedAt: profile.linkCase.closedAt
            )
        )
        cases.append(profile.linkCase)
    }

    /// Lends the handle of a customer's case to the same customer's cases without one, once all cases are there.
    ///
    /// `limit`: a name that more cases bear is no person's.
    mutating func lendHandles(limit: Int) {
        for (place, handle) in lending.lent(by: handles, limit: limit) {
            handles.lend(handle, to: place)
            keys.append(LinkKey(.handle, handle).token.id, toHolder: place)
            frequencies.add(Frequency.handle(handle).id)
        }
        lending = HandleLending()
    }

    /// How many of all cases have each counted value.
    var frequencyTable: FrequencyTable { FrequencyTable(frequencies, brands.holders.scriptCounts) }

    /// What of all cases weighs in every pair.
    var steps: CaseTableSteps {
        CaseTableSteps(cases: cases.count, first: openings?.first, last: openings?.last)
    }

    private mutating func note(_ openedAt: Instant) {
        openings = (min(openings?.first ?? openedAt, openedAt), max(openings?.last ?? openedAt, openedAt))
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
