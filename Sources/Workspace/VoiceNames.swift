import Foundation
import Reports
package import Store

/// Ids of voices as pages, tables and JSON show them: where the stored id names the author, a keyed hash stands.
///
/// An author has one hash for the life of the workspace, and another in every other workspace: without the key, nobody
/// can try names against it.
package struct VoiceNames: Sendable {
    private static let hashBytes = 8

    private let key: WorkspaceKey

    init(key: WorkspaceKey) {
        self.key = key
    }

    /// `author/Lotte/山田/2014-12` as `author/Lotte/5b1c…/2014-12`; ids that name nobody stay as they are.
    package func shown(_ id: String, brand: String) -> String {
        let opening = "author/\(brand)/"
        guard id.hasPrefix(opening), let end = id.lastIndex(of: "/") else { return id }
        let start = id.index(id.startIndex, offsetBy: opening.count)
        guard start < end else { return id }
        return opening + key.hash(of: String(id[start..<end]), bytes: Self.hashBytes) + id[end...]
    }

    /// An id of a comment or a person: where a mail address stands in it, its keyed hash.
    package func shown(_ id: String) -> String {
        MailFinder.holdsAddress(id) ? key.hash(of: id, bytes: Self.hashBytes) : id
    }

    /// The key of the comment that an id or a key is shown for; what is no shown one stays as it is.
    package func stored(_ name: String, in db: StoreConnection) throws -> String {
        guard name.count >= Self.hashBytes * 2, name.suffix(Self.hashBytes * 2).allSatisfy(\.isHexDigit) else {
            return name
        }
        return try CommentTable.keysWithAddress(in: db).first { stored in
            let key = shown(key: stored)
            return key == name || key.hasSuffix(":\(name)")
        } ?? name
    }

    /// The same of `source:id`.
    package func shown(key id: String) -> String {
        guard let end = id.firstIndex(of: ":") else { return shown(id) }
        return String(id[...end]) + shown(String(id[id.index(after: end)...]))
    }
}

extension WorkspaceContext {
    /// How ids of voices are shown.
    package func voiceNames() throws -> VoiceNames {
        // Without a database there is no voice to name, and a question leaves no file behind.
        guard FileManager.default.fileExists(atPath: workspace.databaseFile.path) else {
            return VoiceNames(key: WorkspaceKey(bytes: []))
        }
        return VoiceNames(key: try WorkspaceKey(of: workspace))
    }
}
