import ArgumentParser
import Foundation
import JSON
import Nightly
import Reporting
import Reports
import Store
import Workspace

struct QuarantineCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "Look after rows that could not be used.",
        subcommands: [
            QuarantineListCommand.self, QuarantineShowCommand.self, QuarantineReplayCommand.self,
            QuarantineDropCommand.self, QuarantineExportCommand.self,
        ],
        defaultSubcommand: QuarantineListCommand.self
    )

    @OptionGroup var options: SharedOptions
}

struct QuarantineListCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the rows in quarantine with place and reason."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Argument(help: "Number of a row, a reason, a source or a file (default: all).")
    var name: String?

    func result() async throws -> any CommandResult {
        let rows = try quarantined(name)
        return QuarantineResult(rows: masking.unmask ? rows : try named(rows), showsRaw: false)
    }
}

struct QuarantineShowCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show rows in quarantine as they were written."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Argument(help: "Number of a row, a reason, a source or a file (default: all).")
    var name: String?

    func result() async throws -> any CommandResult {
        let rows = try quarantined(name)
        guard !rows.isEmpty else { throw WorkspaceError(.input, "no such row is in quarantine") }
        return QuarantineResult(rows: masking.unmask ? rows : try masked(rows), showsRaw: true)
    }
}

struct QuarantineReplayCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Read the files of rows in quarantine anew, after a mapping was mended."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Number of a row, a reason, a source or a file (default: all).")
    var name: String?

    func result() async throws -> any CommandResult {
        let lock = try lock("quarantine")
        let context = try context(for: .writing)
        let summary = try await QuarantineReplay.run(name, context: context, clock: clock, progress: progress)
        withExtendedLifetime(lock) {}
        return summary.shown(by: try context.voiceNames())
    }
}

struct QuarantineDropCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Take rows out of quarantine for good.",
        discussion: """
            They stay out when their file is read anew, and tell nothing of how the columns of their source are read: \
            where an odd row kept others out, `koe reread`, or the next run, brings these in. `koe import undo FILE` \
            forgets what was dropped of a file.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Number of a row, a reason, a source or a file.")
    var name: String

    @Flag(help: "Say which rows would go, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let lock = dryRun ? nil : try lock("quarantine")
        let context = try context(for: dryRun ? .reading : .writing)
        let rows = try context.database.read { try QuarantineTable.rows(name, in: $0) }
        guard !rows.isEmpty else { throw WorkspaceError(.input, "no row \"\(name)\" is in quarantine") }
        if !dryRun { try QuarantineDrop.run(rows, in: context) }
        withExtendedLifetime(lock) {}
        return QuarantineResult(rows: try named(rows), showsRaw: false, verb: dryRun ? "would drop" : "dropped")
    }
}

struct QuarantineExportCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the rows in quarantine as they came, one after another, to mend them in a file."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: ExportMaskingOptions

    @Argument(help: "Number of a row, a reason, a source or a file (default: all).")
    var name: String?

    func result() async throws -> any CommandResult {
        let rows = try quarantined(name)
        return QuarantineRows(rows: masking.isMasked ? try masked(rows) : rows)
    }
}

extension KoeCommand {
    fileprivate func quarantined(_ name: String?) throws -> [QuarantinedRow] {
        let context = try context(for: .reading)
        let names = try context.voiceNames()
        return try context.database.read { db in
            try QuarantineTable.rows(name.map { try names.stored(source: $0, in: db) }, in: db)
        }
    }

    /// The rows with what is personal in the names of their files and sources hidden.
    fileprivate func named(_ rows: [QuarantinedRow]) throws -> [QuarantinedRow] {
        let names = try context(for: .reading).voiceNames()
        return rows.map { row in
            var row = row
            row.source = names.shown(row.source)
            row.file = names.shown(paths: row.file)
            return row
        }
    }

    /// The rows with personal data hidden in what was written.
    fileprivate func masked(_ rows: [QuarantinedRow]) throws -> [QuarantinedRow] {
        let context = try context(for: .reading)
        let texts = rows.map { String(decoding: $0.raw, as: UTF8.self) }
        let candidates = Set(texts.flatMap(RowNames.candidates)).sorted()
        let (masking, known) = try context.database.read { db in
            (
                try KnownNames.masking(of: texts, beside: context.settings.masking, in: db),
                try PersonQueries.names(with: candidates, in: db)
            )
        }
        return zip(try named(rows), texts).map { row, text in
            var row = row
            let shown = masking.hiding(RowNames.people(in: text, known: known)).masked(text)
            if shown != text { row.raw = Array(shown.utf8) }
            return row
        }
    }
}

/// Rows in quarantine with place and reason.
private struct QuarantineResult: CommandResult {
    struct Line: Encodable {
        let id: Int64
        let source: String
        let file: String
        let line: Int
        let byte: Int
        let reason: String
        let message: String
        let raw: String?
    }

    let rows: [QuarantinedRow]
    let showsRaw: Bool
    var verb = ""

    private var lines: [Line] {
        rows.map { row in
            Line(
                id: row.id,
                source: row.source,
                file: row.file,
                line: row.line,
                byte: row.byte,
                reason: row.reason,
                message: row.message,
                raw: showsRaw ? String(decoding: row.raw, as: UTF8.self) : nil
            )
        }
    }

    func encode(to encoder: any Encoder) throws { try lines.encode(to: encoder) }

    var text: String {
        if rows.isEmpty { return "nothing is in quarantine" }
        let head = verb.isEmpty ? "" : "\(verb) \(rows.count) rows\n"
        if showsRaw {
            return lines.map { line in
                "\(line.id)  \(line.file):\(line.line) (byte \(line.byte)), \(line.source): \(line.reason): "
                    + "\(line.message)\n\(line.raw ?? "")"
            }.joined(separator: "\n\n")
        }
        let table = lines.map { ["\($0.id)", "\($0.file):\($0.line)", "\($0.byte)", $0.source, $0.reason, $0.message] }
        return head
            + TextTable(
                rows: [["row", "file:line", "byte", "source", "reason", "what is wrong"]] + table,
                rightAligned: [0, 2]
            ).text
    }
}

/// Rows in quarantine as they came.
private struct QuarantineRows: CommandResult {
    let rows: [QuarantinedRow]

    func encode(to encoder: any Encoder) throws {
        try rows.map { String(decoding: $0.raw, as: UTF8.self) }.encode(to: encoder)
    }

    var text: String { rows.map { String(decoding: $0.raw, as: UTF8.self) }.joined(separator: "\n") }
}
