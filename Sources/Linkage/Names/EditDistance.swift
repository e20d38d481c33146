/// Optimal string alignment distance, as far as the linker needs it.
///
/// Source: Damerau 1964: one insertion, one deletion, one substitution, or one exchange of neighbours.
enum EditDistance {
    /// Whether two sequences differ by at most one edit.
    static func isWithinOne<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Bool {
        if left.count > right.count { return isWithinOne(right, left) }
        guard right.count - left.count <= 1 else { return false }
        guard let first = left.indices.first(where: { left[$0] != right[$0] }) else { return true }
        if left.count < right.count { return left[first...] == right[(first + 1)...] }
        if left[(first + 1)...] == right[(first + 1)...] { return true }
        let second = first + 1
        guard second < left.count, left[first] == right[second], left[second] == right[first] else { return false }
        return left[(second + 1)...] == right[(second + 1)...]
    }
}
