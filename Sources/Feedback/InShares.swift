/// Works on shares of many items side by side.
///
/// - Parameters:
///   - items: Cut into as many shares of neighbours as there are workers, fewer when shares would be smaller than `least`.
///   - workers: Most shares at a time; at least 1.
///   - least: Items of a share below which another is not worth it.
///   - work: Called once a share; the indices of the slice are those of `items`.
/// - Returns: The results in the order of the items.
/// - Throws: What `work` throws for the first of the shares for which it does, once all have ended.
package func inShares<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    workers: Int,
    least: Int = 1,
    _ work: @escaping @Sendable (ArraySlice<Item>) throws -> [Result]
) async throws -> [Result] {
    let size = max(1, least, (items.count + max(1, workers) - 1) / max(1, workers))
    typealias Part = (start: Int, results: Swift.Result<[Result], any Error>)
    let parts = await withTaskGroup(of: Part.self) { group in
        for start in stride(from: 0, to: items.count, by: size) {
            let share = items[start..<min(start + size, items.count)]
            group.addTask { (start, Swift.Result { try work(share) }) }
        }
        return await group.reduce(into: [Part]()) { $0.append($1) }
    }
    return try parts.sorted { $0.start < $1.start }.flatMap { try $0.results.get() }
}
