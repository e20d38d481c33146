/// All terms of one language as one automaton over symbols, in flat arrays.
struct PatternTrie: Sendable {
    /// A place where a symbol stands in an element: alone, or before more symbols of `tails`.
    struct Use: BitwiseCopyable {
        /// The element; in `rootUses` the node it leads to.
        let element: Int32
        let tailStart: Int32
        let tailLength: Int32
    }
    struct Edge: BitwiseCopyable {
        let element: Int32
        let child: Int32
    }
    struct Gap: BitwiseCopyable {
        let width: Int32
        let child: Int32
    }
    /// Where the edges, gaps and leaves of a node begin; they end where those of the next begin.
    struct Node: BitwiseCopyable {
        var edges: Int32 = 0
        var gaps: Int32 = 0
        var leaves: Int32 = 0
        /// Which symbols those elements begin with, as a place in `sieves`.
        var sieve: Int32 = 0
        /// The marks of that sieve.
        var marks: UInt64 = 0
    }

    /// What one symbol does, in one cache line.
    struct Symbol: BitwiseCopyable {
        /// Its uses, by rising element.
        var useStart: Int32 = 0
        var useEnd: Int32 = 0
        /// The node it leads to as the first word of terms, −1 for none.
        var rootNode: Int32 = -1
        /// Its uses before other words of a member that begins terms.
        var rootUseStart: Int32 = 0
        var rootUseEnd: Int32 = 0
    }

    let symbols: FlatArray<Symbol>
    let uses: FlatArray<Use>
    let rootUses: FlatArray<Use>
    let tails: FlatArray<Int32>
    let nodes: FlatArray<Node>
    /// Edges out of each node, by rising element.
    let edges: FlatArray<Edge>
    let gaps: FlatArray<Gap>
    /// Sieves of nodes, each once.
    let sieves: FlatArray<Sieve>
    /// Entries that end at each node, best first.
    let leaves: FlatArray<Int32>

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        symbols = try reader.array()
        uses = try reader.array()
        rootUses = try reader.array()
        tails = try reader.array()
        nodes = try reader.array()
        edges = try reader.array()
        gaps = try reader.array()
        sieves = try reader.array()
        leaves = try reader.array()
    }
}
