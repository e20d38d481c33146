extension MatcherStates {
    /// The state that holds the drafts.
    mutating func state(depth: Int32) -> Int32 {
        if reportDraft.isEmpty, threadDraft.isEmpty { return Self.dead }
        let hash = draftHash(depth)
        if let found = known.find(hash, where: { holdsDraft(origins[Int($0)], depth) }) { return found }
        var sieve = Sieve()
        var outlook = Outlook()
        var origin = Origin(depth: depth, nodes: Int32(threads.count))
        threads += reportDraft
        origin.threads = Int32(threads.count)
        threads += threadDraft
        origin.end = Int32(threads.count)
        if !reportDraft.isEmpty { outlook.reports = Int32(reports.count) }
        for reached in reportDraft { report(reached, span: depth) }
        if !reportDraft.isEmpty { reports[reports.count - 1].isLast = true }
        for thread in threadDraft {
            if thread.tailLength > 0 {
                sieve.insert(lexicon.trie.tails[thread.tailStart])
            } else {
                sieve.formUnion(lexicon.trie.sieves[lexicon.trie.nodes[thread.node].sieve])
            }
            outlook.patience = max(outlook.patience, thread.patience)
        }
        states.append(Self.state(sieve, outlook))
        passes.append(contentsOf: repeatElement(outlook.patience == 0 ? Self.dead : -1, count: Self.longestPass))
        origins.append(origin)
        known.insert(hash, Int32(states.count - 1))
        return Int32(states.count - 1)
    }

    /// Adds the entries of a node: up to the first that suits any word class, then conditions only.
    private mutating func report(_ thread: MatcherThread, span: Int32) {
        var isHidden = false
        let rows = Int(lexicon.trie.nodes[thread.node].leaves)..<Int(lexicon.trie.nodes[thread.node + 1].leaves)
        for row in rows {
            let entry = lexicon.trie.leaves[row]
            let record = records[entry]
            if isHidden, record.kind != .conditional, record.kind != .event { continue }
            let isAffix = record.kind == .affix
            let wordClass = isAffix || thread.count == 1 ? record.wordClass : .any
            reports.append(
                Report(
                    entry: entry,
                    count: thread.count,
                    mask: thread.mask,
                    rank: rank(entry, thread, span),
                    wordClass: wordClass,
                    isAffix: isAffix,
                    isConditional: record.kind == .conditional,
                    isEvent: record.kind == .event,
                    isFirst: row == rows.lowerBound
                )
            )
            if !isAffix, wordClass == .any, record.kind != .event { isHidden = true }
        }
    }

    /// More words before fewer, then fewer inflected ones, lemmas last, the shorter reach, the earlier row.
    private func rank(_ entry: Int32, _ thread: MatcherThread, _ span: Int32) -> UInt64 {
        let isLemma: UInt64 = records[entry].kind == .lemma ? 1 : 0
        return UInt64(255 - thread.count) << 56 | UInt64(thread.inflected) << 48 | isLemma << 47
            | UInt64(span) << 32 | UInt64(entry)
    }

    private func draftHash(_ depth: Int32) -> UInt64 {
        var hash = UInt64(UInt32(bitPattern: depth))
        for thread in reportDraft { hash = thread.mixed(into: hash) }
        hash = (hash ^ 0xFF) &* 0x9E37_79B9_7F4A_7C15
        for thread in threadDraft { hash = thread.mixed(into: hash) }
        return hash
    }

    private func holdsDraft(_ state: Origin, _ depth: Int32) -> Bool {
        guard state.depth == depth, Int(state.threads - state.nodes) == reportDraft.count,
            Int(state.end - state.threads) == threadDraft.count
        else { return false }
        for place in reportDraft.indices
        where threads[Int(state.nodes) + place] != reportDraft[place] {
            return false
        }
        for place in threadDraft.indices
        where threads[Int(state.threads) + place] != threadDraft[place] {
            return false
        }
        return true
    }
}
