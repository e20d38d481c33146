extension MatcherStates {
    /// Reads the letters of a text and looks two words ahead from each.
    ///
    /// One kind of look-up at a time for all tokens, so that the processor waits for many at once and not for each.
    ///
    /// - Parameters:
    ///   - tokens: of the text.
    ///   - reach: most tokens that a term reaches over.
    ///   - beginnings: receives one for each token.
    mutating func read(_ tokens: UnsafeBufferPointer<Token>, reach: Int, into beginnings: inout [Beginning]) {
        beginnings.removeAll(keepingCapacity: true)
        for place in tokens.indices {
            let number = letter(tokens[place])
            let own = letters[Int(number)]
            beginnings.append(Beginning(bits: own.bits.places, letter: number, first: own.first))
        }
        beginnings.withUnsafeMutableBufferPointer { beginnings in
            for place in beginnings.indices { beginnings[place].outlook = outlook(beginnings[place].first) }
            var end = 0
            for start in beginnings.indices where beginnings[start].first != Self.dead {
                if start >= end { end = Self.runEnd(start, tokens) }
                let limit = min(end, start + reach, start + 2 + Int(beginnings[start].outlook.patience))
                let next = place(taking: beginnings[start].first, UnsafeBufferPointer(beginnings), start + 1..<limit)
                beginnings[start].next = Int32(truncatingIfNeeded: next ?? -1)
            }
            for start in beginnings.indices where Int(beginnings[start].next) == start + 1 {
                beginnings[start].second = steps.find(beginnings[start].first, beginnings[start + 1].letter)
            }
            for start in beginnings.indices where beginnings[start].second > 0 {
                beginnings[start].secondOutlook = outlook(beginnings[start].second)
            }
        }
    }

    /// Where the words end that one term may hold.
    static func runEnd(_ start: Int, _ tokens: UnsafeBufferPointer<Token>) -> Int {
        var end = start + 1
        while end < tokens.count, tokens[end].border <= .weak { end += 1 }
        return end
    }

    /// The first of some places whose letter a state may take.
    @inline(__always)
    func place(taking state: Int32, _ beginnings: UnsafeBufferPointer<Beginning>, _ places: Range<Int>) -> Int? {
        states.withUnsafeBufferPointer { states in
            guard let base = states.baseAddress else { return nil }
            let state = base + Int(state)
            var place = places.lowerBound
            while place < places.upperBound {
                if !state.misses(beginnings[place].bits) { return place }
                place &+= 1
            }
            return nil
        }
    }
}
