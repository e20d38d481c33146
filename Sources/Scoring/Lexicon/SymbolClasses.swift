/// Classes of words that rules of the engine ask for by name.
struct SymbolClasses: OptionSet, Sendable, BitwiseCopyable {
    let rawValue: UInt16

    static let staff = SymbolClasses(rawValue: 1)
    static let handling = SymbolClasses(rawValue: 2)
    /// Words a negation reaches across: auxiliaries, "at all", 思う.
    static let bridge = SymbolClasses(rawValue: 4)
    /// Words that end the reach of a negation: "because".
    static let barrier = SymbolClasses(rawValue: 8)
    /// Units of ratings: stars, points.
    static let ratingUnit = SymbolClasses(rawValue: 16)
    /// Names of ratings that stand before the number: 星, "rating".
    static let ratingName = SymbolClasses(rawValue: 32)
    /// Words that carry a negation on to what follows them: "or", "nor".
    static let coordinator = SymbolClasses(rawValue: 64)
    /// Words of thanks, which are manners beside a request.
    static let thanks = SymbolClasses(rawValue: 128)
    /// First word of a ban when it begins a clause: "do" of "do not".
    static let banning = SymbolClasses(rawValue: 256)
    /// Words of dealing with a firm: call, mail, shop, refund; people and handling have classes of their own.
    static let dealing = SymbolClasses(rawValue: 512)

    /// Things that are bought, their parts and what they do.
    static let thing = SymbolClasses(rawValue: 1_024)
    /// Names of rivals, and words for them.
    static let rival = SymbolClasses(rawValue: 2_048)
    /// Words that measure one by another: "than", "like".
    static let comparing = SymbolClasses(rawValue: 4_096)
    /// Words that alone make a clause of praise: "Great, …", 「お見事。」.
    static let acclaim = SymbolClasses(rawValue: 8_192)
    /// Days, months and other times that a promise names: "Friday", 明日.
    static let time = SymbolClasses(rawValue: 16_384)
    /// Words of people, of what they do for customers, or of dealing with them.
    static let anyDealing: SymbolClasses = [.staff, .handling, .dealing]

    /// Names of the classes in word lists.
    static let byName: [(String, SymbolClasses)] = [
        ("staff", .staff), ("handling", .handling), ("rule-bridge", .bridge), ("rule-barrier", .barrier),
        ("rule-rating-unit", .ratingUnit), ("rule-rating-name", .ratingName), ("rule-coordinator", .coordinator),
        ("rule-thanks", .thanks), ("rule-ban", .banning), ("rule-dealing", .dealing), ("rule-thing", .thing),
        ("rule-rival", .rival), ("rule-comparing", .comparing), ("rule-acclaim", .acclaim),
        ("rule-time", .time),
    ]
}
