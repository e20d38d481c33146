/// Builds a `PatternTrie`.
struct PatternTrieBuilder {
    private struct Node {
        var edges: [Int32: Int32] = [:]
        var gaps: [Int32: Int32] = [:]
        var leaves: [Int32] = []
    }

    private var nodes = [Node()]
    private var elements: [[[Int32]]: Int32] = [:]
    private var elementList: [[[Int32]]] = []
    /// The node before the gap that leads to each node, and how wide it is.
    private var gapOrigins: [Int32: (node: Int32, width: Int32)] = [:]
    /// Elements by the name a term gives them.
    private var namedElements: [String: Int32] = [:]
    private var mergedNodes: [[Int32]: Int32] = [:]
    /// Place of each entry among all, best first.
    private var ranks: [Int32: Int] = [:]

    /// Adds a term under every way to leave out its optional elements.
    ///
    /// - Parameters:
    ///   - steps: elements and gaps of the term.
    ///   - entry: number of the entry; entries are added best first.
    ///   - symbols: receives the symbols of the term.
    /// - Returns: for each way the entries that were there before it.
    mutating func add(_ steps: [PatternStep], entry: Int32, symbols: inout SymbolTable) -> [[Int32]] {
        if ranks[entry] == nil { ranks[entry] = ranks.count }
        var ends: Set<Int32> = [0]
        for step in steps {
            var next: Set<Int32> = []
            for node in ends.sorted() {
                switch step {
                case .gap(let width):
                    // Two gaps meet where an optional word between them is left out.
                    let before = gapOrigins[node] ?? (node: node, width: 0)
                    next.insert(child(of: before.node, gap: before.width + Int32(width)))
                case .element(let element):
                    next.insert(child(of: node, element: number(of: element, &symbols)))
                    if element.isOptional { next.insert(node) }
                }
            }
            ends = next
        }
        var before: [[Int32]] = []
        for node in ends.sorted() where node != 0 {
            before.append(nodes[Int(node)].leaves)
            if !nodes[Int(node)].leaves.contains(entry) { nodes[Int(node)].leaves.append(entry) }
        }
        return before
    }

    private mutating func child(of node: Int32, gap width: Int32) -> Int32 {
        if let found = nodes[Int(node)].gaps[width] { return found }
        nodes.append(Node())
        nodes[Int(node)].gaps[width] = Int32(nodes.count - 1)
        gapOrigins[Int32(nodes.count - 1)] = (node, width)
        return Int32(nodes.count - 1)
    }

    private mutating func child(of node: Int32, element: Int32) -> Int32 {
        if let found = nodes[Int(node)].edges[element] { return found }
        nodes.append(Node())
        nodes[Int(node)].edges[element] = Int32(nodes.count - 1)
        return Int32(nodes.count - 1)
    }

    private mutating func number(of element: PatternElement, _ symbols: inout SymbolTable) -> Int32 {
        if element.name.isEmpty { return newNumber(of: element, &symbols) }
        if let known = namedElements[element.name] { return known }
        let number = newNumber(of: element, &symbols)
        namedElements[element.name] = number
        return number
    }

    private mutating func newNumber(of element: PatternElement, _ symbols: inout SymbolTable) -> Int32 {
        var runs: [[Int32]] = []
        for alternative in element.alternatives {
            let run = alternative.map { symbols.intern($0) }
            if !run.isEmpty { runs.append(run) }
        }
        if runs.count > 1 {
            runs.sort { $0.lexicographicallyPrecedes($1) }
            runs = runs.indices.filter { $0 == 0 || runs[$0] != runs[$0 - 1] }.map { runs[$0] }
        }
        if let found = elements[runs] { return found }
        elements[runs] = Int32(elementList.count)
        elementList.append(runs)
        return Int32(elementList.count - 1)
    }

    /// One node that stands for several, so that a word which begins many terms is followed once.
    private mutating func merged(_ set: [Int32]) -> Int32 {
        if set.count == 1 { return set[0] }
        if let known = mergedNodes[set] { return known }
        let number = Int32(nodes.count)
        mergedNodes[set] = number
        nodes.append(Node())
        var edges: [Int32: [Int32]] = [:]
        var gaps: [Int32: [Int32]] = [:]
        var leaves: [Int32] = []
        for node in set {
            for (element, child) in nodes[Int(node)].edges { edges[element, default: []].append(child) }
            for (width, child) in nodes[Int(node)].gaps { gaps[width, default: []].append(child) }
            leaves += nodes[Int(node)].leaves
        }
        for (element, children) in edges { nodes[Int(number)].edges[element] = merged(children.sorted()) }
        for (width, children) in gaps { nodes[Int(number)].gaps[width] = merged(children.sorted()) }
        nodes[Int(number)].leaves = leaves.sorted { ranks[$0, default: 0] < ranks[$1, default: 0] }
        return number
    }

    /// Fills in how a symbol begins terms: one node for all where it stands alone, and uses with tails.
    private mutating func addRoot(_ uses: [PatternTrie.Use], _ symbol: inout PatternTrie.Symbol) -> [PatternTrie.Use] {
        var alone: [Int32] = []
        var found: [PatternTrie.Use] = []
        for use in uses {
            guard let child = nodes[0].edges[use.element] else { continue }
            if use.tailLength == 0 {
                alone.append(child)
            } else {
                found.append(PatternTrie.Use(element: child, tailStart: use.tailStart, tailLength: use.tailLength))
            }
        }
        if !alone.isEmpty { symbol.rootNode = merged(alone.sorted()) }
        return found
    }

    /// Writes the automaton as `PatternTrie` reads it.
    mutating func write(symbolCount: Int, to writer: inout FlatWriter) {
        var symbolUses: [[PatternTrie.Use]] = Array(repeating: [], count: symbolCount)
        var tails: [Int32] = []
        for (number, runs) in elementList.enumerated() {
            for run in runs {
                symbolUses[Int(run[0])].append(
                    PatternTrie.Use(
                        element: Int32(number),
                        tailStart: Int32(tails.count),
                        tailLength: Int32(run.count - 1)
                    )
                )
                tails += run.dropFirst()
            }
        }
        var symbols: [PatternTrie.Symbol] = []
        var uses: [PatternTrie.Use] = []
        var rootUses: [PatternTrie.Use] = []
        for own in symbolUses {
            var symbol = PatternTrie.Symbol()
            symbol.useStart = Int32(uses.count)
            uses += own
            symbol.useEnd = Int32(uses.count)
            symbol.rootUseStart = Int32(rootUses.count)
            rootUses += addRoot(own, &symbol)
            symbol.rootUseEnd = Int32(rootUses.count)
            symbols.append(symbol)
        }
        let elementSieves = elementList.map { $0.reduce(into: Sieve()) { $0.insert($1[0]) } }
        var sieves = SieveDraft()
        var flatNodes = [PatternTrie.Node()]
        var edges: [PatternTrie.Edge] = []
        var gaps: [PatternTrie.Gap] = []
        var leaves: [Int32] = []
        for node in nodes {
            edges += node.edges.sorted { $0.key < $1.key }.map { PatternTrie.Edge(element: $0.key, child: $0.value) }
            gaps += node.gaps.sorted { $0.key < $1.key }.map { PatternTrie.Gap(width: $0.key, child: $0.value) }
            leaves += node.leaves
            let sieve = node.edges.keys.reduce(into: Sieve()) { $0.formUnion(elementSieves[Int($1)]) }
            flatNodes[flatNodes.count - 1].sieve = sieves.place(of: sieve)
            flatNodes[flatNodes.count - 1].marks = sieve.marks
            flatNodes.append(
                PatternTrie.Node(edges: Int32(edges.count), gaps: Int32(gaps.count), leaves: Int32(leaves.count))
            )
        }
        writer.write(symbols)
        writer.write(uses)
        writer.write(rootUses)
        writer.write(tails)
        writer.write(flatNodes)
        writer.write(edges)
        writer.write(gaps)
        writer.write(sieves.all)
        writer.write(leaves)
    }
}

/// Sieves while they are gathered, each once.
private struct SieveDraft {
    private(set) var all: [Sieve] = []
    private var places: [Sieve: Int32] = [:]

    mutating func place(of sieve: Sieve) -> Int32 {
        if let place = places[sieve] { return place }
        let place = Int32(all.count)
        places[sieve] = place
        all.append(sieve)
        return place
    }
}
