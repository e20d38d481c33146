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

        /// Whether few comments ask for it: of a number one slip away from what is written, or of a name for which no
        /// brand is known.
        var isSeldom: Bool {
            switch self {
            case .caseNumberSlip, .orderNumberSlip, .nameMonth, .nameAny, .partInitialMonth, .partProductMonth: true
            default: false
            }
        }
    }

    let kind: Kind
    let hash: StableHash

    var token: LinkToken { LinkToken(key: hash, isSeldom: kind.isSeldom) }

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
