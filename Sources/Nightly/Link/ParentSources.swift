import Linkage
import Store

/// The sources in which external ids occur, in flat arrays.
struct ParentSources {
    private let sources: [String]
    /// Hash of an id and place of a source that has it, ascending and each once.
    private let entries: [(name: UInt64, source: UInt32)]

    /// Reads the names of all comments, where any comment answers another.
    init(in db: StoreConnection) throws {
        var sources: [String] = []
        var entries: [(name: UInt64, source: UInt32)] = []
        if try ThreadTable.hasReplies(in: db) {
            // Neither grown nor copied: at ten million comments each would take as much again.
            entries.reserveCapacity(try ContentSums.count(of: "comment", in: db))
            try ThreadTable.forEachIdentity(in: db) { source, externalID in
                if sources.last != source { sources.append(source) }
                entries.append((ThreadNodes.node(ofKey: externalID), UInt32(sources.count - 1)))
            }
        }
        entries.sort { $0 < $1 }
        (self.sources, self.entries) = (sources, entries)
    }

    /// The one other source that holds the parent; `nil` when the own source does, or when it is not certain.
    func otherSource(of pointers: ThreadTable.Pointers) -> String? {
        guard let parent = pointers.inReplyTo.map(ThreadNodes.node) else { return nil }
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].name < parent { low = middle + 1 } else { high = middle }
        }
        guard low < entries.count, entries[low].name == parent,
            low + 1 == entries.count || entries[low + 1].name != parent
        else { return nil }
        let source = sources[Int(entries[low].source)]
        return source == pointers.source ? nil : source
    }
}
