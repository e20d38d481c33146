import Workspace

/// Bounds of what a person may write into a decision.
enum DecisionText {
    static let mostOfName = 200
    static let mostOfNote = 2_000
    private static let mostOfID = 1_000

    /// - Returns: the text without white space around it.
    /// - Throws: ``WorkspaceError`` `usage` when it is empty, too long, or holds a control character.
    static func checked(_ text: String, of what: String, most: Int) throws -> String {
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        if trimmed.isEmpty { throw WorkspaceError(.usage, "\(what) is empty") }
        if trimmed.unicodeScalars.count > most {
            throw WorkspaceError(.usage, "\(what) is longer than \(most) characters")
        }
        let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
        if trimmed.unicodeScalars.contains(where: isControl) {
            throw WorkspaceError(.usage, "\(what) holds a control character, such as a line end; write it on one line")
        }
        return trimmed
    }

    /// An id of a comment or a case, which stays as it is.
    ///
    /// - Throws: ``WorkspaceError`` `usage` when it is too long or holds a NUL.
    static func id(_ text: String, of what: String) throws -> String {
        guard text.unicodeScalars.count <= mostOfID, !text.unicodeScalars.contains("\0") else {
            throw WorkspaceError(.usage, "\(what) is longer than \(mostOfID) characters or holds a NUL")
        }
        return text
    }
}
