import GRDB

extension StoreError {
    /// Words for an error of SQLite; `nil` for any other error.
    package init?(_ error: any Error) {
        if let known = error as? StoreError {
            self = known
            return
        }
        guard let error = error as? DatabaseError else { return nil }
        let (code, advice): (Code, String) =
            switch error.resultCode {
            case .SQLITE_CORRUPT, .SQLITE_NOTADB:
                (
                    .corrupt,
                    """
                    is damaged or no database; koe restore latest puts the newest backup in its place (koe backup list \
                    names them), or move koe.db away and run again from the inputs
                    """
                )
            case .SQLITE_FULL: (.noRoom, "cannot grow, because the disk is full; make room and run the command again")
            case .SQLITE_IOERR: (.noRoom, "cannot be read or written; check the disk and the room left on it")
            case .SQLITE_CANTOPEN:
                (.missing, "cannot be opened; check that its folder exists and this user may write to it")
            case .SQLITE_READONLY, .SQLITE_PERM:
                (.readOnly, "may not be written by this user; change the permissions of koe.db and its folder")
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                (.busy, "is in use by another program; wait until it ends, or stop it")
            default: (.failed, "gave an error; run koe verify, and report this if it finds nothing")
            }
        let own = error.message ?? error.resultCode.description
        self.init(code: code, message: "the database \(advice) (SQLite: \(own))")
    }
}
