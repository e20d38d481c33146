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
    private let reader: CaseReader
    /// Cases that are read together.
    private var waiting: [LinkCase] = []

    /// `store`: makes a place outside memory, one at each call.
    init(names table: NameReadings, brands: BrandTable = BrandTable(), store: () -> (any ByteStore)? = { nil }) {
        reader = CaseReader(names: table)
        self.brands = brands
        cases = PackedCases(store: store())
        keys = KeyList(store: store())
    }

    /// Takes in the next of all cases with its keys and counted values, as soon as enough of them wait.
    mutating func add(_ linkCase: LinkCase) {
        waiting.append(linkCase)
        if waiting.count >= Self.readAtOnce { addWaiting() }
    }

    /// Takes in what waits: in shares that are read side by side, and then in their order.
    private mutating func addWaiting() {
        let size = max(1, (waiting.count + Self.workers - 1) / Self.workers)
        let shares = stride(from: 0, to: waiting.count, by: size).map {
            waiting[$0..<min($0 + size, waiting.count)]
        }
        let read = sideBySide(shares, workers: Self.workers) { [reader] share in
            share.map { ReadCase(reader.profile(of: $0)) }
        }
        for item in read.joined() { add(item) }
        waiting.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ item: ReadCase) {
        lending.append(item.people, at: cases.count)
        keys.append(item.keys)
        for value in item.values { frequencies.add(value) }
        if let openedAt = item.profile.linkCase.openedAt { note(openedAt) }
        add(item.profile, item.digits, packed: item.packed)
        if let brand = features.last?.brand { brands.count(brands.reference(id: brand)) }
    }

    /// Takes in the next of some cases, whose keys and counts are known.
    mutating func add(_ profile: CaseProfile) {
        let linkCase = profile.linkCase
        add(profile, CaseDigits(CaseNumbers(of: linkCase)), packed: PackedCases.packed(linkCase))
    }

    private mutating func add(_ profile: CaseProfile, _ digits: CaseDigits, packed: [UInt8]) {
        let place = cases.count
        if profile.linkCase.caseID.hasPrefix(LinkCase.storyPrefix) {
            stories = (stories.isEmpty ? place : stories.lowerBound)..<place + 1
        }
        handles.append(profile.handles)
        if let implied = profile.impliedHandle { handles.lend(implied, to: place) }
        features.append(
            CaseFeatures(
                name: nameID(of: profile),
                brand: profile.brand.flatMap { brands.insert($0).id },
                product: profile.product.map { productID($0) },
                digits: digits,
                openedAt: profile.linkCase.openedAt,
                closedAt: profile.linkCase.closedAt
            )
        )
        cases.append(packed)
    }

    /// Lends the handle of a customer's case to the same customer's cases without one, once all cases are there.
    ///
    /// `limit`: a name that more cases bear is no person's.
    mutating func lendHandles(limit: Int) {
        addWaiting()
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

    private mutating func nameID(of profile: CaseProfile) -> Int {
        guard let customer = profile.linkCase.customer else { return 0 }
        if let id = nameIDs[customer] { return id }
        names.append(profile.name.sharing(&nameParts))
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

extension CaseIndexBuilder {
    /// Cases that are read together.
    private static let readAtOnce = 8_192
    /// Shares of them that are read at a time.
    private static let workers = 2

    /// What a case brings to the tables, as far as it does not hang on other cases.
    private struct ReadCase: Sendable {
        let profile: CaseProfile
        let keys: [UInt64]
        let values: [UInt64]
        let people: Set<UInt64>
        let digits: CaseDigits
        let packed: [UInt8]

        init(_ profile: CaseProfile) {
            self.profile = profile
            keys = KeyMaker.keys(of: profile).map(\.token.id)
            values = Frequency.values(of: profile).map(\.id)
            people = profile.personKeys
            digits = CaseDigits(CaseNumbers(of: profile.linkCase))
            packed = PackedCases.packed(profile.linkCase)
        }
    }
}
