/// Cuts the normalised texts of one language into tokens.
protocol Tokenizer {
    /// Appends the tokens of a text.
    ///
    /// - Parameters:
    ///   - view: the normalised text.
    ///   - raw: the bytes that the view was made of.
    ///   - list: receives the tokens.
    mutating func tokenize(_ view: TextView, raw: UnsafeBufferPointer<UInt8>, into list: inout TokenList)
}
