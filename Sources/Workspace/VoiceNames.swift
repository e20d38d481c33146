import Foundation
import Reports
package import Store

/// Ids as pages, tables and JSON show them: where the stored id names a person, tells an address or a phone number, or
/// is one of the numbers that the settings hide, a keyed hash stands.
///
/// An id has one hash for the life of the workspace, and another in every other workspace: without the key, nobody can
/// try names against it.
package struct VoiceNames: Sendable {
    private static let hashBytes = 8

    private let key: WorkspaceKey
    private let masking: Masking

    /// `masking`: which numbers are personal, as the settings say.
    init(key: WorkspaceKey, masking: Masking = .standard) {
        self.key = key
        self.masking = masking
    }

    /// `author/Lotte/山田/2014-12` as `author/Lotte/5b1c…/2014-12`; ids that name nobody stay as they are.
    package func shown(_ id: String, brand: String) -> String {
        if let caseID = Self.rest(of: id, behind: "case/") { return "case/" + shown(String(caseID)) }
        if let comment = Self.rest(of: id, behind: "comment/") { return "comment/" + shown(key: String(comment)) }
        let opening = "author/\(brand)/"
        guard let rest = Self.rest(of: id, behind: opening), let end = rest.lastIndex(of: "/"), end > rest.startIndex
        else { return id }
        return opening + hash(of: String(rest[..<end])) + rest[end...]
    }

    /// An id of a comment, a case, a person, a channel, a product or a version, or a name of a source.
    package func shown(_ id: String) -> String { masking.isPersonal(id: id) ? hash(of: id) : id }

    /// The same of `source:id`.
    package func shown(key id: String) -> String {
        guard let end = id.firstIndex(of: ":") else { return shown(id) }
        return shown(String(id[..<end])) + ":" + shown(String(id[id.index(after: end)...]))
    }

    /// The same of a case for readers, to whom the separator inside the ids of stories is no character.
    package func shown(caseID: String) -> String {
        String(String.UnicodeScalarView(shown(caseID).unicodeScalars.map { $0.value < 0x20 ? ":" : $0 }))
    }

    /// A path, or a message that names files, with what is personal in the names of the files hidden.
    package func shown(paths text: String) -> String { masking.maskedPaths(text) }

    /// The key of the comment that an id or a key is shown for; what is no shown one stays as it is.
    package func stored(_ name: String, in db: StoreConnection) throws -> String {
        guard Self.holdsHash(name), try CommentTable.find(name, in: db).isEmpty else { return name }
        return try CommentTable.firstKey(in: db) { stored in
            let key = shown(key: stored)
            return key == name || key != stored && key.hasSuffix(":\(name)")
        } ?? name
    }

    /// The case that an id is shown for; what is no shown one stays as it is.
    package func stored(caseID name: String, in db: StoreConnection) throws -> String {
        guard Self.endsInHash(name) || name.contains(":"), try !CaseTable.contains(name, in: db) else { return name }
        return try CaseTable.firstID(in: db) { shown(caseID: $0) == name } ?? name
    }

    /// The source that a name is shown for; what is no shown one stays as it is.
    package func stored(source name: String, in db: StoreConnection) throws -> String {
        guard Self.endsInHash(name) else { return name }
        return try ReportQueries.sourceStates(in: db).map(\.source).first { shown($0) == name } ?? name
    }

    /// The channel that a name is shown for; what is no shown one stays as it is.
    package func stored(channel name: String, in db: StoreConnection) throws -> String {
        guard Self.endsInHash(name) else { return name }
        return try CommentList.channels(in: db).first { shown($0) == name } ?? name
    }

    /// The product that a name is shown for; what is no shown one stays as it is.
    package func stored(product name: String, in db: StoreConnection) throws -> String {
        guard Self.endsInHash(name) else { return name }
        return try VoiceTable.products(in: db).first { shown($0) == name } ?? name
    }

    /// The version that a name is shown for; what is no shown one stays as it is.
    package func stored(version name: String, in db: StoreConnection) throws -> String {
        guard Self.endsInHash(name) else { return name }
        return try VersionTable.names(in: db).first { shown($0) == name } ?? name
    }

    private func hash(of id: String) -> String { key.hash(of: id, bytes: Self.hashBytes) }

    private static func endsInHash(_ name: String) -> Bool {
        name.count >= hashBytes * 2 && name.suffix(hashBytes * 2).allSatisfy(\.isHexDigit)
    }

    /// Whether a key of a comment may have a hash for its source or its id.
    private static func holdsHash(_ key: String) -> Bool {
        endsInHash(key) || key.firstIndex(of: ":").map { endsInHash(String(key[..<$0])) } ?? false
    }

    private static func rest(of id: String, behind opening: String) -> Substring? {
        id.hasPrefix(opening) ? id.dropFirst(opening.count) : nil
    }
}

extension WorkspaceContext {
    /// How ids of voices are shown.
    package func voiceNames() throws -> VoiceNames {
        // Without a database there is no voice to name, and a question leaves no file behind.
        guard FileManager.default.fileExists(atPath: workspace.databaseFile.path) else {
            return VoiceNames(key: WorkspaceKey(bytes: []), masking: settings.masking)
        }
        return VoiceNames(key: try WorkspaceKey(of: workspace), masking: settings.masking)
    }
}
