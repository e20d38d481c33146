/// A stretch of UTF-8 bytes to hide and the sign that stands for it.
struct MaskedRange: Hashable {
    var start: Int
    var end: Int
    var sign: String

    /// Without overlaps, in the order of the text; where two overlap, the earlier sign stands for both.
    static func merged(_ finds: [MaskedRange]) -> [MaskedRange] {
        var result: [MaskedRange] = []
        for find in finds.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
            if let last = result.indices.last, find.start < result[last].end {
                result[last].end = max(result[last].end, find.end)
            } else {
                result.append(find)
            }
        }
        return result
    }
}
