/// A value by which a comment may find a case without looking at every case.
struct LinkKey: Hashable, Sendable {
    /// What the value is made of.
    enum Kind: UInt64, Hashable, Sendable, CaseIterable {
        case caseNumber = 1
        case caseNumberSlip, caseNumberSegments, caseNumberDigits, numberTailBrand
        case orderNumber, orderNumberSlip, orderNumberSegments
        case handle
        case nameBrand, nameMonth, nameAlone
        case partInitialBrand, partInitialMonth, initialsBrandMonth, partBrandMonth
        case nameAny, partProductMonth
    }

    let kind: Kind
    let hash: StableHash

    var token: LinkToken { LinkToken(hash) }

    init(_ kind: Kind, _ value: StableHash) {
        self.kind = kind
        hash = StableHash(value: kind.rawValue).combined(with: value)
    }

    init(_ kind: Kind, _ value: StableHash, _ other: StableHash) {
        self.init(kind, value.combined(with: other))
    }

    init(_ kind: Kind, _ value: StableHash, _ other: StableHash, month: Int) {
        self.init(kind, value.combined(with: other).combined(with: StableHash(value: UInt64(bitPattern: Int64(month)))))
    }

    init(_ kind: Kind, _ value: StableHash, month: Int) {
        self.init(kind, value.combined(with: StableHash(value: UInt64(bitPattern: Int64(month)))))
    }
}
