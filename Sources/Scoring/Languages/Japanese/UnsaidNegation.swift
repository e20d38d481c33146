/// Finds where ない denies nothing: 買わなきゃ and しないといけない oblige, 交換してもらえませんか asks.
struct UnsaidNegation {
    private let no: Int32
    /// くれる and its like, which a question turns into a request.
    private let giving: Set<Int32>
    /// いける, なる, だめ: what may not be left undone.
    private let forbidden: Set<Int32>
    private let asking: Set<Int32>
    private let copulas: Set<Int32>

    init(_ vocabulary: Vocabulary) {
        func forms(_ words: [String]) -> Set<Int32> {
            Set(words.map { vocabulary.forms.find($0) }.filter { $0 >= 0 })
        }
        no = forms(["ない"]).first ?? -2
        giving = forms(["もらえる", "いただける", "頂ける", "くれる", "くださる"])
        forbidden = forms(["いける", "なる", "だめ", "ダメ", "駄目", "あかん", "まずい"])
        asking = forms(["か", "かな", "かしら"])
        copulas = forms(["だ", "です", "でしょう", "だろう", "う"])
    }

    /// Marks every such ない of a text.
    ///
    /// `bytes`: what the tokens are of.
    func mark(_ list: inout TokenList, _ bytes: UnsafeBufferPointer<UInt8>) {
        for place in list.tokens.indices where list.tokens[place].form == no {
            if asks(place, list.tokens) {
                list.mark(.unsaid, at: place)
            } else if let end = obligationEnd(place, list.tokens, bytes) {
                list.mark(.unsaid, at: place)
                if end > place + 1, list.tokens[end - 1].form == no { list.mark(.unsaidEnd, at: end - 1) }
            }
        }
    }

    /// もらえないか, いただけないでしょうか; not もらえないのか, which complains.
    private func asks(_ place: Int, _ tokens: [Token]) -> Bool {
        guard place > 0, giving.contains(tokens[place - 1].form) else { return false }
        var next = place + 1
        while next < tokens.count, tokens[next].border == .none, copulas.contains(tokens[next].form) { next += 1 }
        return next < tokens.count && tokens[next].border == .none && asking.contains(tokens[next].form)
    }

    /// Where an obligation that begins with this ない ends; `nil` when it is a denial or a condition.
    private func obligationEnd(_ place: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        func reads(_ place: Int, _ words: [StaticString]) -> Bool {
            guard place < tokens.count, tokens[place].border == .none else { return false }
            let range = Int(tokens[place].start)..<Int(tokens[place].end)
            return words.contains { word in
                word.utf8CodeUnitCount == range.count
                    && range.allSatisfy { bytes[$0] == word.utf8Start[$0 - range.lowerBound] }
            }
        }
        if reads(place, ["なきゃ", "なけりゃ"]) { return closing(place + 1, tokens, isLoose: true) }
        if reads(place, ["なく"]) {
            if reads(place + 1, ["ちゃ"]) { return closing(place + 2, tokens, isLoose: true) }
            if reads(place + 1, ["て"]), reads(place + 2, ["は"]) { return closing(place + 3, tokens, isLoose: false) }
        }
        if reads(place, ["なけれ", "ね"]), reads(place + 1, ["ば"]) {
            return closing(place + 2, tokens, isLoose: false)
        }
        if reads(place, ["ない"]), reads(place + 1, ["と"]) { return closing(place + 2, tokens, isLoose: false) }
        guard reads(place, ["ざる"]), reads(place + 1, ["を"]), reads(place + 2, ["え", "得", "う"]) else { return nil }
        return place + 3 < tokens.count && tokens[place + 3].form == no ? place + 4 : nil
    }

    /// After ば or と: いけない, ならない, だめ; or, in speech, nothing but particles, where なきゃ obliges alone.
    private func closing(_ place: Int, _ tokens: [Token], isLoose: Bool) -> Int? {
        guard place < tokens.count, tokens[place].border == .none else { return isLoose ? place : nil }
        if forbidden.contains(tokens[place].form) {
            return place + 1 < tokens.count && tokens[place + 1].form == no ? place + 2 : place + 1
        }
        guard isLoose else { return nil }
        return tokens[place].wordClass == .particle || tokens[place].wordClass == .aux ? place : nil
    }
}
