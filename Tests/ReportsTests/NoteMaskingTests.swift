import Testing

@testable import Reports

/// In notes of staff, known people are hidden wherever their whole name stands.
struct NoteMaskingTests {
    private let masking = Masking.standard.knowing(inNotes: ["Kaworu Nagisa", "田中一郎", "@neko_22", "Post"])

    @Test(arguments: [
        ("Kaworu Nagisa called", "K… called"), ("told kaworu nagisa of it", "told k… of it"),
        ("田中一郎に電話した", "田…に電話した"), ("asked neko_22, too", "asked n…, too"),
        ("Call 090-1234-5678", "Call •••-••••"),
    ])
    func wholeNamesAreHidden(note: String, expected: String) {
        #expect(masking.maskedNote(note) == expected)
        #expect(masking.masked("of the post office") == "of the post office")
    }

    /// A part of a name, and a word that a name is written like, are nobody's.
    @Test(arguments: ["Nagisa beach", "sent by post", "田中商店", "Kaworu"])
    func otherWordsStay(note: String) {
        #expect(masking.maskedNote(note) == note)
    }

    @Test func customersTextsKeepWhoeverIsNotAddressed() {
        #expect(masking.masked("Kaworu Nagisa called") == "Kaworu Nagisa called")
    }

    @Test func everyStretchOfANoteMayBeAName() {
        #expect(NameStretches.candidates(in: ["Ann Lee, 田中"]) == ["ann", "ann lee", "lee", "田中"])
        #expect(NameStretches.candidates(in: ["田中 Ann"]).contains("田中 ann"))
        #expect(NameStretches.candidates(in: ["", "…"]).isEmpty)
    }
}
