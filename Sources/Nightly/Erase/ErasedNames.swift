import Reports

/// Tells whether a text names somebody who is erased.
struct ErasedNames {
    private let names: Set<String>
    private let masking: Masking
    private let hiding: Masking

    /// `masking`: what is hidden in every output, as the settings say.
    init(_ names: Set<String>, masking: Masking) {
        self.names = names.filter { !$0.isEmpty }
        self.masking = masking
        hiding = masking.hiding(names.sorted())
    }

    func isHeld(by text: String) -> Bool {
        names.contains { text.contains($0) } || hiding.masked(text) != masking.masked(text)
    }
}
