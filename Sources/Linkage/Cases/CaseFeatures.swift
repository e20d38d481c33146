internal import Feedback

/// A case in comparable parts, in half a line of memory: for every pair one of them is looked up somewhere among all
/// cases.
struct CaseFeatures: Sendable {
    private let nameID: Int32
    private let brandID: Int32
    private let productID: Int32
    let digits: CaseDigits
    /// Milliseconds.
    private let opened: Int64
    private let closed: Int64

    init(name: Int, brand: Int?, product: Int?, digits: CaseDigits, openedAt: Instant?, closedAt: Instant?) {
        nameID = Int32(name)
        brandID = brand.map { Int32($0) } ?? -1
        productID = product.map { Int32($0) } ?? -1
        self.digits = digits
        opened = openedAt?.milliseconds ?? Self.never
        closed = closedAt?.milliseconds ?? Self.never
    }

    /// Place of the customer's name among the names of the index.
    var name: Int { Int(nameID) }
    /// Place of the brand among the brands of the index; `nil` for a case without one.
    var brand: Int? { brandID < 0 ? nil : Int(brandID) }
    var product: Int? { productID < 0 ? nil : Int(productID) }
    var openedAt: Instant? { Self.instant(opened) }
    var closedAt: Instant? { Self.instant(closed) }

    private static let never = Int64.min

    private static func instant(_ milliseconds: Int64) -> Instant? {
        milliseconds == never ? nil : Instant(milliseconds: milliseconds)
    }
}

/// A comment in comparable parts.
struct CommentFeatures: Sendable {
    let name: PersonName
    let brand: BrandReference?
    let product: ProductName?
    let handles: [StableHash]
    let mentions: [NumberMention]
    let month: Int?
    /// Title and text together, folded.
    let text: FoldedText
    /// Telling words of the text, ascending.
    let words: [UInt64]
    /// Whether the text speaks of something that went wrong.
    let tellsIncident: Bool
    /// Whether the text speaks of the same trouble once more.
    let isReopening: Bool
    /// Whether the text says that it is about something else than before.
    let isFresh: Bool
    /// Whether the text looks back at something long past.
    let isLookingBack: Bool
    /// Whether the comment carries an account's id.
    let hasAccount: Bool
    let isAgent: Bool
    /// Whether the writer speaks for somebody else.
    let isOnBehalf: Bool
    /// The people whom such a text names.
    let spokenFor: [PersonName]
    /// Whether the text speaks of other people's numbers.
    let quotesOthers: Bool
}
