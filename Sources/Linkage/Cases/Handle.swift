/// Handles and account ids.
enum Handle {
    /// Hash of a handle without its `@`, in lower case; `nil` for an empty or a generic one.
    static func hash(_ handle: String) -> StableHash? {
        let scalars = FoldedText(handle).scalars.filter { $0 != 0x20 && $0 != 0x40 }
        let hash = StableHash(scalars: scalars)
        return scalars.count >= 2 && !generic.contains(hash) ? hash : nil
    }

    /// The handles of a case: the customer's, and the name itself where it looks like one.
    static func all(of linkCase: LinkCase, name: PersonName) -> [StableHash] {
        var handles = linkCase.customerHandle.flatMap(hash).map { [$0] } ?? []
        if name.tokens.isEmpty, let whole = name.whole { handles.append(whole) }
        return handles
    }

    private static let generic = Set(
        [
            "agent", "support", "staff", "admin", "user", "guest", "anonymous", "anon", "none", "null", "unknown",
            "customer", "bot",
        ].map { StableHash(scalars: FoldedText($0).scalars) }
    )
}
