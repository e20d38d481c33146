/// How a text view writes a language, so that its tokenizer meets one form of everything.
struct Writing: Sendable {
    /// Whether ASCII signs become the full-width ones that the dictionary knows.
    var usesFullWidthSigns = false
    /// Whether a run of w behind a letter beyond ASCII is laughter.
    var laughsInW = false
    /// Word for a star that a number follows, with what stands between the two.
    var star: StaticString = "star "
}
