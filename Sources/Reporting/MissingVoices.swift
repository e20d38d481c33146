package import Store

/// Why there is no voice to report on.
package enum MissingVoices {
    /// In words that say what to do; of a workspace without a voice.
    package static func reason(in db: StoreConnection) throws -> String {
        try CommentTable.count(in: db) == 0
            ? "no comment is stored; put files into inbox/ and run koe run"
            : "no stored comment names a known brand; see brands in koe.yaml"
    }
}
