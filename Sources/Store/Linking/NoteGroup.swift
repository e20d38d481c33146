import GRDB

/// Some neighbouring parts of notes, and what waits to be put into them.
///
/// A night notes some twenty tokens a comment, each of which belongs to another part. They wait in one row for many parts,
/// two numbers each, until there are so many of them that putting them into their parts is worth it.
///
/// Source: the components of O'Neil, Cheng, Gawlick, O'Neil 1996, "The log-structured merge-tree".
struct NoteGroup: Comparable {
    /// Parts of a group.
    static let parts = 64

    private let number: Int

    /// The group of a part.
    init(of part: Int) {
        number = part / Self.parts
    }

    static func < (left: NoteGroup, right: NoteGroup) -> Bool { left.number < right.number }

    /// Most notes that may wait: not as many in every group, so that no night puts those of all groups into their parts.
    private var most: Int { 256 + number % 512 }

    /// The row, beside those of the parts.
    private var row: Int { -1 - number }

    /// What waits, ascending.
    func waiting(in db: Database) throws -> [NoteParts.Note] {
        let numbers = try NoteParts.values(of: row, in: db)
        return stride(from: 0, to: numbers.count - 1, by: 2).map {
            NoteParts.Note(part: Int(numbers[$0]), value: numbers[$0 + 1])
        }
    }

    /// Takes out notes that are there, and puts in others that are not; both ascending.
    func change(gone: ArraySlice<NoteParts.Note>, come: ArraySlice<NoteParts.Note>, in db: Database) throws {
        let before = try waiting(in: db)
        let after = before.without(Array(gone)).merged(with: Array(come))
        try NoteParts.put(gone: Array(gone).without(before), come: [], in: db)
        if after != before { try store(after, in: db) }
        if after.count > most { try settle(in: db) }
    }

    /// Puts what waits into its parts.
    func settle(in db: Database) throws {
        try NoteParts.put(gone: [], come: waiting(in: db), in: db)
        try store([], in: db)
    }

    private func store(_ notes: [NoteParts.Note], in db: Database) throws {
        try NoteParts.store(notes.flatMap { [UInt64($0.part), $0.value] }, as: row, in: db)
    }
}
