/// The keys of many holders, in the order of these, until a ``KeyIndex`` is made of them.
///
/// In pieces: one array would be copied as it grows, and be twice as large for that time.
struct KeyList {
    private struct Piece {
        var keys: [UInt64] = []
        /// Where the keys of each holder end.
        var ends: [UInt32] = []
    }

    private static let keysOfPiece = 1 << 16

    private var pieces: [Piece] = []
    /// Number of keys.
    private(set) var count = 0
    /// Number of holders.
    private(set) var holders = 0

    /// Adds the keys of the next holder; some may come twice.
    mutating func append(_ keys: some Collection<UInt64>) {
        if (pieces.last?.keys.count ?? .max) > Self.keysOfPiece - keys.count {
            pieces.append(Piece())
            pieces[pieces.count - 1].keys.reserveCapacity(max(Self.keysOfPiece, keys.count))
        }
        pieces[pieces.count - 1].keys += keys
        pieces[pieces.count - 1].ends.append(UInt32(pieces[pieces.count - 1].keys.count))
        count += keys.count
        holders += 1
    }

    /// Calls the body with each key and the place of its holder, by holder.
    func forEach(_ body: (UInt64, UInt32) -> Void) {
        var holder: UInt32 = 0
        for piece in pieces {
            var start = 0
            for end in piece.ends {
                for place in start..<Int(end) { body(piece.keys[place], holder) }
                start = Int(end)
                holder += 1
            }
        }
    }
}
