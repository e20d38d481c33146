import Linkage

/// Sources of parents that stand in another source than their replies.
struct ParentsElsewhere: Sendable {
    private var names: [String] = []
    /// Row ids of the replies, ascending, and the places of their parents' sources among the names.
    private var replies: [Int64] = []
    private var sources: [UInt32] = []
    /// By bytes, for Swift takes names for equal that the database tells apart.
    private var places: [[UInt8]: UInt32] = [:]

    /// Adds a reply whose row id is above all others.
    mutating func append(_ source: String, of reply: Int64) {
        let name = Array(source.utf8)
        let place = places[name] ?? UInt32(names.count)
        if place == names.count {
            names.append(source)
            places[name] = place
        }
        replies.append(reply)
        sources.append(place)
    }

    subscript(reply: Int64) -> String? {
        let place = replies.place(ofSorted: reply)
        return place < replies.count && replies[place] == reply ? names[Int(sources[place])] : nil
    }
}
