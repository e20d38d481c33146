package import Store

/// Why voices are not in a report, in words that say what to do.
package enum MissingVoices {
    /// Why there is none at all; of a workspace without a voice.
    package static func reason(in db: StoreConnection) throws -> String {
        if try CommentTable.count(in: db) == 0 {
            return "no comment is stored; put files into inbox/ and run koe run"
        }
        return try unmeasured(in: db) ?? "no stored comment names a known brand; see brands in koe.yaml"
    }

    /// Says how many comments came since the last measuring; `nil` where none did.
    package static func unmeasured(in db: StoreConnection) throws -> String? {
        let count = try ReportQueries.unmeasured(in: db)
        return count > 0 ? "comments that are not measured yet and in no number: \(count); run koe run" : nil
    }
}
