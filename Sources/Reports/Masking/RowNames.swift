/// What may be people's names in a row that could not be read: nobody knows which of its fields are names.
package enum RowNames {
    private static let longest = 60
    private static let separators = Set("\",;\t\r\n|{}[]<>＂，、；")
    /// Names of fields, in rows that carry them, behind which a person stands.
    private static let fields: Set<String> = [
        "author", "author_name", "author_id", "customer", "customer_name", "customer_handle", "name", "full_name",
        "user",
        "user_name", "username", "user_id", "reviewer", "reviewer_name", "sender", "from", "氏名", "お名前", "名前", "顧客名",
        "会員名", "投稿者",
    ]

    /// The values of a row, folded as ``Masking/addressed(in:)`` folds, in order, each once.
    package static func candidates(in row: String) -> [String] {
        Set(pieces(of: row).map(NameForms.folded)).sorted()
    }

    /// People whom the row names: those among the known who are a value of it, and what stands in a field of persons.
    package static func people(in row: String, known: [String]) -> [String] {
        let pieces = pieces(of: row)
        let values = Set(pieces.map(NameForms.folded))
        let named = zip(pieces, pieces.dropFirst()).filter { fields.contains(NameForms.folded($0.0)) }.map(\.1)
        return Set(known.filter { values.contains(NameForms.folded($0)) } + named).sorted()
    }

    private static func pieces(of row: String) -> [String] {
        row.split(whereSeparator: separators.contains).map { piece in
            String(piece.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        .filter { piece in piece != ":" && (2...longest).contains(piece.count) }
    }
}
