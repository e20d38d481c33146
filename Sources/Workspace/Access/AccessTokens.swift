import Foundation

/// The tokens that let people and programs in from other machines.
///
/// They stand in `koe.tokens`, readable by its owner alone, one line an event: a token is added with the SHA-256 of its
/// text, or revoked. The text itself is shown once and kept nowhere; it has 256 random bits, so that a plain hash tells
/// nothing about it. Lines are only ever added, each with one write, so that two commands at once lose nothing.
package struct AccessTokens: Sendable {
    /// A token as lists show it.
    package struct Token: Encodable, Hashable, Sendable {
        package let id: String
        package let role: AccessRole
        /// Who or what it is for.
        package let name: String
        /// In the workspace's zone.
        package let added: String
        /// `nil` while it is good.
        package fileprivate(set) var revoked: String?
        fileprivate let hash: String

        private enum CodingKeys: CodingKey { case id, role, name, added, revoked }
    }

    /// A token with the text that lets its holder in.
    package struct Issued: Encodable, Sendable {
        package let token: Token
        /// Shown once.
        package let secret: String
    }

    private static let prefix = "koe_"
    private static let secretBytes = 32
    private static let idDigits = 8
    private static let longestName = 80

    private let file: URL

    package init(of workspace: WorkspaceFolder) {
        file = workspace.tokenFile
    }

    /// All tokens ever added, in the order they were.
    ///
    /// - Throws: ``WorkspaceError`` `missing` when the file is damaged.
    package func all() throws -> [Token] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        var tokens: [Token] = []
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        for (number, line) in lines.enumerated() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if cells.count == 6, cells[0] == "add", let role = AccessRole(rawValue: cells[2]) {
                tokens.append(Token(id: cells[1], role: role, name: cells[3], added: cells[4], hash: cells[5]))
            } else if cells.count == 3, cells[0] == "revoke",
                let place = tokens.firstIndex(where: { $0.id == cells[1] })
            {
                tokens[place].revoked = cells[2]
            } else {
                throw WorkspaceError(
                    .missing,
                    "\(file.path):\(number + 1) is no line of koe; restore the file from a backup, or delete it to revoke "
                        + "every token"
                )
            }
        }
        return tokens
    }

    /// Makes a token.
    ///
    /// - Parameters:
    ///   - role: What its holder may do.
    ///   - name: Who or what it is for.
    ///   - time: When, in the workspace's zone.
    /// - Returns: The token with its text, which is kept nowhere.
    /// - Throws: ``WorkspaceError`` `usage` for a name of no or too many characters.
    package func add(_ role: AccessRole, name: String, at time: String) throws -> Issued {
        let isPlain = !name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        guard isPlain, (1...Self.longestName).contains(name.count) else {
            throw WorkspaceError(.usage, "the name must have 1 to \(Self.longestName) characters on one line")
        }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<Self.secretBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let secret = Self.prefix + Digest.text(bytes)
        let hash = Self.hash(of: secret)
        let token = Token(id: String(hash.prefix(Self.idDigits)), role: role, name: name, added: time, hash: hash)
        try append(["add", token.id, role.rawValue, name, time, hash])
        return Issued(token: token, secret: secret)
    }

    /// Takes a token's rights away; once more changes nothing.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is none with the id.
    package func revoke(_ id: String, at time: String) throws -> Token {
        guard var token = try all().first(where: { $0.id == id }) else {
            throw WorkspaceError(.input, "no token has the id \"\(id)\"; koe token list shows them")
        }
        guard token.revoked == nil else { return token }
        try append(["revoke", id, time])
        token.revoked = time
        return token
    }

    /// The good token with a text; `nil` when there is none.
    package func token(withSecret secret: String) throws -> Token? {
        guard secret.hasPrefix(Self.prefix) else { return nil }
        let hash = Array(Self.hash(of: secret).utf8)
        return try all().first { $0.revoked == nil && Self.isSame(hash, Array($0.hash.utf8)) }
    }

    private static func hash(of secret: String) -> String { Digest.hex(Array(secret.utf8)) }

    /// Compares without stopping at the first difference.
    private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func append(_ cells: [String]) throws {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        try FileProblem.check(descriptor, "write", file.path)
        defer { close(descriptor) }
        let line = Array((cells.joined(separator: "\t") + "\n").utf8)
        try FileProblem.check(Int32(write(descriptor, line, line.count)), "write", file.path)
    }
}
