import ArgumentParser
import Feedback
import Workspace

struct TokenCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Let people and programs on other machines into the dashboard, or shut them out.",
        discussion: """
            A reader looks at everything, a reviewer also decides, an ingester sends comments and sees nothing. A browser \
            asks for the token as a password; programs send it as 'Authorization: Bearer TOKEN'. The workspace keeps its \
            hash alone.
            """,
        subcommands: [TokenAddCommand.self, TokenListCommand.self, TokenRevokeCommand.self],
        defaultSubcommand: TokenListCommand.self
    )

    @OptionGroup var options: SharedOptions
}

struct TokenAddCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make a token; it is shown once."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Who or what it is for.")
    var name: String

    @Option(help: "What it allows: \(AccessRole.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role = "reader"

    func validate() throws {
        guard AccessRole(rawValue: role) != nil else {
            throw ValidationError(
                "there is no role \"\(role)\"; the roles are \(AccessRole.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
    }

    func result() async throws -> any CommandResult {
        let time = try settings().zone.format(clock())
        return try AccessTokens(of: workspace).add(AccessRole(rawValue: role) ?? .reader, name: name, at: time)
    }
}

struct TokenListCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tokens, without what lets their holders in."
    )

    @OptionGroup var options: SharedOptions

    func result() async throws -> any CommandResult {
        try workspace.requireSettings()
        return TokenListResult(tokens: try AccessTokens(of: workspace).all())
    }
}

struct TokenRevokeCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take a token's rights away at once."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Id of the token, as koe token list shows it.")
    var id: String

    func result() async throws -> any CommandResult {
        let time = try settings().zone.format(clock())
        return TokenListResult(tokens: [try AccessTokens(of: workspace).revoke(id, at: time)])
    }
}

private struct TokenListResult: CommandResult {
    let tokens: [AccessTokens.Token]

    var text: String {
        if tokens.isEmpty { return "no token; koe token add NAME makes one" }
        let rows = tokens.map { [$0.id, $0.role.rawValue, $0.name, $0.added, $0.revoked ?? "-"] }
        return TextTable(rows: [["id", "role", "name", "added", "revoked"]] + rows).text
    }
}

extension AccessTokens.Issued: CommandResult {
    var text: String {
        "\(secret)\n\(token.role.rawValue) \(token.name), id \(token.id); the line above is shown once and kept nowhere"
    }
}
