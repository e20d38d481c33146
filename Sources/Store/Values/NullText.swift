import Glibc

extension String {
    /// SQLite ends a text at its first NUL, so a NUL is kept as the replacement character and nothing behind it is lost.
    var withoutNull: String { holdsNull ? replacing("\0", with: "\u{FFFD}") : self }

    private var holdsNull: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
            ?? utf8.contains(0)
    }
}
