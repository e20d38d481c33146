/// A case in the parts by which comments find it and by which it counts.
package struct CaseProfile: Sendable {
    package let linkCase: LinkCase
    let name: PersonName
    let brand: BrandReference?
    let product: ProductName?
    /// The customer's handle, and the name itself where it looks like one.
    let handles: [StableHash]
    /// The handle of the same customer's other cases, for a case without one.
    var impliedHandle: StableHash?
    let month: Int?

    /// Ids of the keys by which comments find it, ascending.
    package var keys: [UInt64] { Set(KeyMaker.keys(of: self).map(\.token.id)).sorted() }

    /// Ids of the values whose holders are counted, ascending; the script of its brand counts with ``CaseBrands``.
    package var countedValues: [UInt64] { Frequency.values(of: self).map(\.id).sorted() }

    /// Ids of those of them that weigh in every pair with the case; the others do where a comment has them too.
    package var matchedValues: [UInt64] { Frequency.matched(of: self).map(\.id) }

    /// Ids of the keys that the same person's other cases have too.
    package var personKeys: Set<UInt64> {
        Set(KeyMaker.personKeys(name: name, brand: brand).map(\.token.id))
    }

    /// What its brand sounds like and is written in; `nil` for a case without a brand.
    package var brandSpelling: BrandSpelling? { brand.map(BrandSpelling.init) }

    /// The handle that the case borrows, if any.
    package var lentHandle: UInt64? {
        get { impliedHandle?.value }
        set { impliedHandle = newValue.map(StableHash.init(value:)) }
    }

    /// Whether it has a handle of its own, and borrows none.
    package var hasHandle: Bool { !handles.isEmpty }

    /// The handle that the case borrows from others of the same person: it has none itself, and they have only one.
    ///
    /// `others`: cases that share a person's key with few others.
    package func handle(lentBy others: some Sequence<CaseProfile>) -> UInt64? {
        handle(among: others.flatMap(\.ownHandles))
    }

    /// The same, from the handles of those cases.
    package func handle(among others: [UInt64]) -> UInt64? {
        guard handles.isEmpty else { return nil }
        let handles = Set(others)
        return handles.count == 1 ? handles.first : nil
    }

    /// The handles that the case does not borrow.
    package var ownHandles: [UInt64] { handles.map(\.value) }
}

/// Reads cases into profiles.
package struct CaseReader: Sendable {
    private let names: Remembered<PersonName>
    private let brands = Remembered<BrandReference>(limit: 1_024) { BrandReference($0) }
    private let products = Remembered<ProductName?>(limit: 1_024) { ProductName($0) }

    /// `names`: readings of Japanese names.
    package init(names: NameReadings) {
        let normaliser = NameNormaliser(names: names)
        self.names = Remembered(limit: 4_096) { normaliser.name($0) }
    }

    /// The case without a borrowed handle.
    package func profile(of linkCase: LinkCase) -> CaseProfile {
        let name = linkCase.customer.map(names.value) ?? .none
        return CaseProfile(
            linkCase: linkCase,
            name: name,
            brand: linkCase.brand.map(brands.value),
            product: linkCase.product.flatMap(products.value),
            handles: Handle.all(of: linkCase, name: name),
            month: linkCase.openedAt.map(KeyMaker.month)
        )
    }
}
