/// Works on shares of many items side by side.
///
/// - Parameters:
///   - items: Cut into as many shares of neighbours as there are workers, fewer when shares would be smaller than `least`.
///   - workers: Most shares at a time; at least 1.
///   - least: Items of a share below which another is not worth it.
///   - work: Called once a share; the indices of the slice are those of `items`.
/// - Returns: The results in the order of the items.
/// - Throws: What `work` throws first; the other shares are cancelled.
package func inShares<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    workers: Int,
    least: Int = 1,
    _ work: @escaping @Sendable (ArraySlice<Item>) throws -> [Result]
) async throws -> [Result] {
    let size = max(1, least, (items.count + max(1, workers) - 1) / max(1, workers))
    return try await withThrowingTaskGroup(of: (start: Int, results: [Result]).self) { group in
        for start in stride(from: 0, to: items.count, by: size) {
            let share = items[start..<min(start + size, items.count)]
            group.addTask { (start, try work(share)) }
        }
        var parts: [(start: Int, results: [Result])] = []
        for try await part in group { parts.append(part) }
        return parts.sorted { $0.start < $1.start }.flatMap(\.results)
    }
}
