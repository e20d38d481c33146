import GRDBSQLite

/// Gives texts to statements, straight to SQLite.
enum TextBinding {
    /// Lets SQLite copy the bytes before the call returns: that is what the destructor -1 asks for.
    static var copied: sqlite3_destructor_type {
        unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
    }

    /// `text`: without NUL, at which SQLite would end it.
    ///
    /// - Returns: SQLite's result code.
    @discardableResult
    static func bind(_ text: String, to statement: OpaquePointer, at place: CInt) -> CInt {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(statement, place, $0.baseAddress, CInt($0.count), copied)
            }
        }
    }
}
