/// Spoken forms that the dictionary misreads: 返金されねー is 返金されない, 態度がわりー is 態度が悪い.
///
/// IPADIC takes ねー, and ねえ before a full stop, for a particle. The word before tells them apart: the particle
/// follows 早い and された, the negation a verb that is cut short.
enum SpokenForms {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// A word as the dictionary reads it, by its place in a piece.
    struct Node {
        let feature: UnsafePointer<UInt8>
        let isUnknown: Bool
        let place: Int
        let length: Int

        var end: Int { place + length }
    }

    /// Bytes that are read as other words.
    struct Edit {
        let start: Int
        let end: Int
        let words: StaticString
    }

    /// Beginnings of such forms, of two letters; ね alone is one.
    private static let beginnings: [StaticString] = [
        "わり", "ひで", "おせ", "くせ", "ちゃ", "だけ", "いま", "えん", "けん", "げん", "せん", "てん", "でん", "べん", "めん",
        "れん", "へん", "はえ",
    ]
    /// Hiragana that begin one, a bit each from ぁ.
    private static let firstLetters = (beginnings + ["ね"]).reduce(into: (UInt64(0), UInt64(0))) { letters, text in
        let number = Int(text.utf8Start[1] & 1) << 6 | Int(text.utf8Start[2] & 63)
        if number < 64 { letters.0 |= 1 << UInt64(number) } else { letters.1 |= 1 << UInt64(number - 64) }
    }
    /// Last letters of a verb before へん, ない in Osaka: もらえへん, 来てくれへんかった.
    private static let kansai: [StaticString] = ["え", "け", "せ", "て", "め", "れ", "べ", "か", "ら", "わ"]
    /// Adjectives cut short, by the word that the dictionary takes for their beginning.
    private static let adjectives: [(cut: StaticString, words: StaticString)] = [
        ("わり", "悪い"), ("ひで", "ひどい"), ("おせ", "遅い"), ("くせ", "臭い"),
        ("がわり", "が悪い"),
    ]
    /// Nouns after which a drawn-out ねえ says that there is none.
    private static let missing: [StaticString] = [
        "やる気", "誠意", "意味", "価値", "センス", "常識", "返事", "返信", "連絡", "説明", "謝罪", "効果", "愛想",
    ]
    /// What may follow a verb on ん that denies.
    private static let afterDenial: [StaticString] = ["し", "わ", "ぞ", "けど", "から", "よ", "ので", "が"]

    /// Whether a piece holds letters of such a form; most hold none and are read once.
    static func mayStand(in piece: Bytes) -> Bool {
        let letters = firstLetters
        var place = 0
        while place + 3 <= piece.count {
            if piece[place] == 0xE3 {
                // Hiragana are E3 81 80 … E3 82 BF.
                let number = UInt64(piece[place + 2] & 63)
                let bits = piece[place + 1] == 0x81 ? letters.1 : piece[place + 1] == 0x82 ? letters.0 : 0
                if bits >> number & 1 != 0 {
                    if piece.holds("ね", at: place) { return true }
                    if beginnings.contains(where: { piece.holds($0, at: place) }) { return true }
                }
                place += 3
            } else {
                place += 1
            }
        }
        return false
    }

    /// What a piece is read as; no edit where the dictionary is right.
    ///
    /// `isDrawnOut`: whether a vowel was drawn out before a place, which the view no longer shows.
    static func edits(_ nodes: [Node], in piece: Bytes, isDrawnOut: @escaping (_ place: Int) -> Bool) -> [Edit] {
        var edits = fixedEdits(piece)
        for place in piece.indices where piece[place] == 0xE3 {
            if let edit = fastEdit(place, piece, isDrawnOut) { edits.append(edit) }
        }
        for number in nodes.indices {
            let node = nodes[number]
            if edits.contains(where: { $0.start < node.end && node.place < $0.end }) { continue }
            let reader = Place(nodes: nodes, number: number, piece: piece, isDrawnOut: isDrawnOut)
            if let edit = reader.cutAdjective ?? reader.cutNegation ?? reader.deniedVerb ?? reader.difference {
                edits.append(edit)
            }
        }
        return edits.sorted { $0.start < $1.start }
    }

    /// Spellings that are wrong wherever they stand: していただけません is cut into いた and だけ.
    private static func fixedEdits(_ piece: Bytes) -> [Edit] {
        var edits: [Edit] = []
        for place in piece.indices where piece[place] == 0xE3 {
            if piece.holds("たらいまわし", at: place) {
                edits.append(Edit(start: place, end: place + 18, words: "たらい回し"))
            } else if piece.holds("へん", at: place), place >= 3,
                kansai.contains(where: { piece.holds($0, at: place - 3) })
            {
                let isPast = piece.holds("かった", at: place + 6)
                edits.append(Edit(start: place, end: place + (isPast ? 15 : 6), words: isPast ? "なかった" : "ない"))
            } else if piece.holds("いただけ", at: place), place >= 3,
                piece.holds("て", at: place - 3) || piece.holds("で", at: place - 3),
                ["ま", "な", "る", "ず", "ん", "れ", "た", "ね"].contains(where: { piece.holds($0, at: place + 12) })
            {
                edits.append(Edit(start: place, end: place + 12, words: "頂け"))
            }
        }
        return edits
    }

    /// 返信はえー and 届くのがはええ are 早い; 電話はええ is praise of another kind, and はえー alone is surprise.
    private static func fastEdit(_ place: Int, _ piece: Bytes, _ isDrawnOut: (Int) -> Bool) -> Edit? {
        guard place >= 3, piece.holds("はえ", at: place) else { return nil }
        let isWrittenOut = piece.holds("え", at: place + 6)
        let end = place + (isWrittenOut ? 9 : 6)
        // えーと gains time.
        guard !piece.holds("と", at: end) else { return nil }
        let isAfterParticle = ["の", "が", "も"].contains { piece.holds($0, at: place - 3) }
        let before = Scalar.at(place - 3, in: piece).value
        let isAfterNoun = Scalar.isHan(before) || (0x30A1...0x30FC).contains(before)
        guard isAfterParticle && (isWrittenOut || isDrawnOut(end)) || isAfterNoun && !isWrittenOut && isDrawnOut(end)
        else { return nil }
        return Edit(start: place, end: end, words: "早い")
    }

    /// One word of a piece among its neighbours.
    private struct Place {
        let nodes: [Node]
        let number: Int
        let piece: Bytes
        let isDrawnOut: (Int) -> Bool

        private var node: Node { nodes[number] }
        private var before: Node? {
            number > 0 && nodes[number - 1].end == node.place ? nodes[number - 1] : nil
        }
        private var after: Node? {
            number + 1 < nodes.count && nodes[number + 1].place == node.end ? nodes[number + 1] : nil
        }

        private func reads(_ node: Node, _ words: StaticString) -> Bool {
            node.length == words.utf8CodeUnitCount && piece.holds(words, at: node.place)
        }

        private func isEnd(_ node: Node?) -> Bool {
            guard let node else { return true }
            return MorphemeFeature.wordClass(node.feature) == .symbol
        }

        var cutAdjective: Edit? {
            guard let found = adjectives.first(where: { reads(node, $0.cut) }) else { return nil }
            if isDrawnOut(node.end) { return Edit(start: node.place, end: node.end, words: found.words) }
            guard let after, reads(after, "え") || reads(after, "ぇ") || reads(after, "ぃ") || reads(after, "い"),
                !reads(after, "い") || reads(node, "わり")
            else { return nil }
            return Edit(start: node.place, end: after.end, words: found.words)
        }

        var cutNegation: Edit? {
            let isShort = reads(node, "ね")
            guard isShort || reads(node, "ねえ") || reads(node, "ねぇ"),
                MorphemeFeature.wordClass(node.feature) == .particle, let before
            else { return nil }
            let isDrawn = !isShort || isDrawnOut(node.end)
            guard isCutVerb(before) || isDrawn && isEnd(after) && isMissing(before) else { return nil }
            return Edit(start: node.place, end: node.end, words: "ない")
        }

        /// A verb before its negation; before a particle it would end as され|る does.
        private func isCutVerb(_ node: Node) -> Bool {
            guard MorphemeFeature.wordClass(node.feature) == .verb else { return false }
            let form = MorphemeFeature.text(5, node.feature)
            if form.hasPrefix("未然") || form.hasPrefix("仮定") { return true }
            let type = MorphemeFeature.text(4, node.feature)
            return form == "連用形" && (type.hasPrefix("一段") || type.hasPrefix("カ変"))
        }

        /// 問題ねえ, やる気ねえ, 連絡がねえ.
        private func isMissing(_ noun: Node) -> Bool {
            if MorphemeFeature.text(1, noun.feature) == "ナイ形容詞語幹" { return true }
            if missing.contains(where: { reads(noun, $0) }) { return true }
            guard reads(noun, "が") || reads(noun, "も"), number > 1 else { return false }
            let owner = nodes[number - 2]
            return owner.end == noun.place && missing.contains { reads(owner, $0) }
        }

        /// 返金されん: before の or だ it is される, at the end of a clause されない.
        var deniedVerb: Edit? {
            // The form always ends on ん, which is sooner seen.
            guard piece.holds("ん", at: node.end - 3),
                MorphemeFeature.text(5, node.feature) == "体言接続特殊", !reads(node, "すん"), !reads(node, "くん"),
                isEnd(after) || after.map({ next in afterDenial.contains { reads(next, $0) } }) == true
            else { return nil }
            return Edit(start: node.end - 3, end: node.end, words: "ない")
        }

        /// 話がちゃう: ちがう, not てしまう.
        var difference: Edit? {
            guard reads(node, "ちゃう"), let before, reads(before, "が") || reads(before, "と") || reads(before, "は")
            else { return nil }
            return Edit(start: node.place, end: node.end, words: "違う")
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a text stands at a place.
    fileprivate func holds(_ text: StaticString, at place: Int) -> Bool {
        guard place >= 0, place + text.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where self[place + offset] != text.utf8Start[offset] { return false }
        return true
    }
}
