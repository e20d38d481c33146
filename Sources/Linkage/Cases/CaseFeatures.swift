/// A case in comparable parts.
struct CaseFeatures: Sendable {
    /// Place of the customer's name among the names of the index.
    let name: Int
    /// Place of the brand among the brands of the index; `nil` for a case without one.
    let brand: Int?
    let product: Int?
    /// The customer's handle, and the name itself where it looks like one.
    let handles: [StableHash]
    /// The handle of the same customer's other cases, for a case without one.
    var impliedHandle: StableHash?
    let month: Int?
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
    /// Hash of the letters of the text, to know copies; `nil` for short texts, which many people write.
    let twin: StableHash?
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
