extension MatcherStates {
    @inline(__always)
    func outlook(_ state: Int32) -> Outlook { Outlook(of: states[Int(state)]) }

    /// The first of some places with a letter that a state may take.
    @inline(__always)
    func place(taking state: Int32, _ letters: UnsafeBufferPointer<LetterInPlace>, _ places: Range<Int>) -> Int? {
        states.withUnsafeBufferPointer { states in
            guard let base = states.baseAddress else { return nil }
            let state = base + Int(state)
            var place = places.lowerBound
            while place < places.upperBound {
                if !state.misses(letters[place].bits) { return place }
                place &+= 1
            }
            return nil
        }
    }

    /// The state after one more word, −1 while not worked out.
    @inline(__always)
    func known(_ state: Int32, _ letter: Int32) -> Int32 { steps.find(state, letter) }

    /// The same, worked out where it must be: the terms of a text that repeats itself ask for one step all at once, and
    /// the first of them finds it for all.
    mutating func next(_ state: Int32, _ letter: Int32) -> Int32 {
        let known = known(state, letter)
        if known >= 0 { return known }
        let found = workOut(state, letter)
        steps.insert(state, letter, found)
        return found
    }

    /// The state after words that the sieve of a state holds back.
    @inline(__always)
    mutating func pass(_ state: Int32, _ count: Int) -> Int32 {
        var state = state
        var left = count
        while left > 0 {
            let width = min(left, Self.longestPass)
            let place = Int(state) * Self.longestPass + width - 1
            if passes[place] < 0 { passes[place] = workOutPass(state, Int32(width)) }
            state = passes[place]
            left -= width
        }
        return state
    }

    /// Keeps the threads that let so many words pass.
    private mutating func workOutPass(_ number: Int32, _ count: Int32) -> Int32 {
        let own = origins[Int(number)]
        reportDraft.removeAll(keepingCapacity: true)
        threadDraft.removeAll(keepingCapacity: true)
        for row in Int(own.threads)..<Int(own.end) where threads[row].patience >= count {
            threadDraft.append(threads[row])
            threadDraft[threadDraft.count - 1].patience -= count
        }
        return state(depth: own.depth + count)
    }

    private mutating func workOut(_ number: Int32, _ letter: Int32) -> Int32 {
        let own = origins[Int(number)]
        let read = letterOrigins[Int(letter)]
        let rows = Int(own.threads)..<Int(own.end)
        // Sieves of states let more words through than the marks of single threads do.
        guard rows.contains(where: { threads[$0].tailLength > 0 || threads[$0].marks & read.marks != 0 })
        else { return pass(number, 1) }
        reportDraft.removeAll(keepingCapacity: true)
        threadDraft.removeAll(keepingCapacity: true)
        for row in rows { step(threads[row], read, own.depth) }
        return state(depth: own.depth + 1)
    }

    /// What becomes of one thread: first what takes the word, then what lets it pass.
    private mutating func step(_ thread: MatcherThread, _ letter: LetterOrigin, _ depth: Int32) {
        if thread.tailLength > 0 {
            guard has(letter, lexicon.trie.tails[thread.tailStart]) else { return }
            var next = thread
            next.tailStart += 1
            next.tailLength -= 1
            next.mask |= 1 << UInt64(depth)
            next.count += 1
            return arrive(next)
        }
        if thread.marks & letter.marks != 0 {
            forEachSymbol(of: letter) { states, symbol, inflected in
                states.follow(thread, symbol, inflected, depth)
            }
        }
        guard thread.patience > 0 else { return }
        var next = thread
        next.patience -= 1
        threadDraft.append(next)
    }

    /// Follows the edges that a symbol fits, by merging two lists that rise by element.
    private mutating func follow(_ thread: MatcherThread, _ symbol: Int32, _ inflected: Int32, _ depth: Int32) {
        let trie = lexicon.trie
        let node = trie.nodes[thread.node]
        guard trie.sieves.pointer(to: node.sieve).holds(Sieve.place(of: symbol)) else { return }
        var edge = Int(node.edges)
        var row = Int(trie.symbols[symbol].useStart)
        let lastEdge = Int(trie.nodes[thread.node + 1].edges)
        let lastRow = Int(trie.symbols[symbol].useEnd)
        while edge < lastEdge, row < lastRow {
            let use = trie.uses[row]
            let wanted = trie.edges[edge].element
            if use.element < wanted {
                row = Self.firstPlace(from: row, to: lastRow) { trie.uses[$0].element >= wanted }
            } else if use.element > wanted {
                edge = Self.firstPlace(from: edge, to: lastEdge) { trie.edges[$0].element >= use.element }
            } else {
                arrive(
                    MatcherThread(
                        node: trie.edges[edge].child,
                        tailStart: use.tailStart,
                        tailLength: use.tailLength,
                        mask: thread.mask | 1 << UInt64(depth),
                        count: thread.count + 1,
                        inflected: thread.inflected + inflected
                    )
                )
                row += 1
            }
        }
    }

    /// The first place behind one for which a condition holds, that holds for all behind it: in steps that double.
    @inline(__always)
    private static func firstPlace(from start: Int, to end: Int, where holds: (Int) -> Bool) -> Int {
        var low = start + 1
        var width = 1
        while low + width < end, !holds(low + width) {
            low += width + 1
            width *= 2
        }
        var high = min(low + width, end)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func has(_ letter: LetterOrigin, _ symbol: Int32) -> Bool {
        if letter.exact == symbol { return true }
        guard letter.form >= 0 else { return false }
        for place in lexicon.vocabulary.symbolRange(letter.form)
        where lexicon.vocabulary.formSymbols[place] == symbol {
            return true
        }
        return false
    }

    /// Notes what a thread reports and how it may go on, unless it is still in a tail.
    mutating func arrive(_ thread: MatcherThread) {
        guard thread.tailLength == 0 else { return threadDraft.append(thread) }
        let trie = lexicon.trie
        let node = trie.nodes[thread.node]
        var own = thread
        own.tailStart = 0
        own.marks = node.marks
        let after = trie.nodes[own.node + 1]
        if node.leaves < after.leaves { reportDraft.append(own) }
        if node.edges < after.edges { threadDraft.append(own) }
        for row in Int(node.gaps)..<Int(after.gaps) {
            own.node = trie.gaps[row].child
            own.marks = trie.nodes[own.node].marks
            own.patience = trie.gaps[row].width
            threadDraft.append(own)
        }
    }
}
