/// Documents that hold their rows in a way that no list of them is.
enum RowsByName {
    /// - Throws: `unreadable` for such a document.
    static func check(_ head: [UInt8], file: String) throws(IngestionError) {
        guard let names = RowsPlace.namedRows(head) else { return }
        let shown = names.map { "\"\($0.prefix(40))\"" }.joined(separator: " and ")
        throw IngestionError(
            .unreadable,
            file: file,
            message: "holds its rows as members of an object, under \(shown), and not as a list; "
                + "write a list of them, as `jq '[.[]]'` does, or pandas with orient=\"records\""
        )
    }
}
