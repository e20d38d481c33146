import ArgumentParser
import Feedback
import Nightly
import Store
import Workspace

struct EraseCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a person, a comment, a case or a source for good, or list what was erased.",
        discussion: """
            Text, names, rows as they came, quarantine, links and index entries go, and are written over in the database; \
            reports are made anew, and earlier backups give way to a new one. Numbers stay what they were: what the erased \
            voices add to a cell stays as sums of integers without a name or a word, where at least five customers with \
            five voices speak in it; from smaller cells it goes. A keyed hash stays, so that the same files \
            bring nothing back. What koe cluster wrote into the workspace goes whole. Files of yours, in the inbox or elsewhere, are named and stay: delete them yourself. \
            An erasure cannot be taken back.
            """
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "A person, by name in any spelling or by id: comments and cases.")
    var author: String?

    @Option(help: "A comment by its key, such as store:123.")
    var comment: String?

    @Option(name: .customLong("case"), help: "A support case by its id.")
    var caseID: String?

    @Option(help: "A source with everything it brought; with --author, only there.")
    var source: String?

    @Flag(help: "List the erasures: when, of what kind, how much.")
    var list = false

    @Flag(help: "Say what would be erased, and change nothing.")
    var dryRun = false

    func validate() throws {
        let given = [author, comment, caseID].compactMap { $0 }.count + (author == nil && source != nil ? 1 : 0)
        if list ? given != 0 : given != 1 {
            throw ValidationError("name one of --author, --comment, --case and --source, or --list")
        }
    }

    func result() async throws -> any CommandResult {
        if list {
            let context = try context(for: .reading)
            let zone = context.settings.zone
            let records = try context.database.read { try ErasureTable.all(in: $0) }
            return ErasureListResult(erasures: records.map { ErasureListResult.Item($0, zone: zone) })
        }
        let lock = dryRun ? nil : try lock("erase")
        // A job that goes on would write down again what is erased.
        let cluster = dryRun ? nil : try ClusterFolder(standingIn: workspace, command: "erase")
        let stage = ErasureStage(context: try context(for: dryRun ? .reading : .writing))
        let outcome = try await stage.run(request, isDryRun: dryRun, clock: clock, progress: progress)
        withExtendedLifetime(lock) {}
        if !dryRun {
            try cluster?.remove()
            ScratchFolder.removeAbandoned()
        }
        return outcome
    }

    private var request: ErasureRequest {
        if let author { return .author(author, source: source) }
        if let comment { return .comment(comment) }
        if let caseID { return .supportCase(caseID) }
        return .source(source ?? "")
    }
}

extension ErasureStage.Outcome: CommandResult {
    var warnings: [String] {
        var warnings = files.map { "\($0) still holds it, or may; delete the file, or take the rows out of it" }
        if mentions > 0 {
            warnings.append("\(mentions) comments or cases of others hold the name in their own words and stay")
        }
        return warnings
    }

    var text: String {
        let verb = isDryRun ? "would erase" : "erased"
        var lines = [
            "\(verb) \(removed.comments) comments, \(removed.cases) cases and \(removed.quarantined) rows in quarantine"
        ]
        if removed.inputs > 0 {
            lines.append("the rows as they came of \(removed.inputs) inputs \(isDryRun ? "would go" : "are gone") too")
        }
        lines += effects.map(\.words)
        lines += reports.map { "made anew: \($0)" }
        if backups > 0 { lines.append("\(backups) earlier backups are gone; a new one was made") }
        return lines.joined(separator: "\n")
    }
}

extension ErasureEffect {
    /// In a sentence.
    var words: String {
        let name = measure == "support" ? "support strength" : "brand strength"
        guard isSealed else {
            return "\(brand): \(voices) voices of \(name) are gone from the numbers, too few to be kept as sums"
        }
        let move = moveThousandths.map {
            "; without them it would have moved by \(NumberText.signed(Double($0) / 1_000, decimals: 2)) points"
        }
        return "\(brand): \(voices) voices of \(name) count on as sealed sums\(move ?? "")"
    }
}

private struct ErasureListResult: CommandResult {
    struct Item: Encodable {
        let id: Int64
        let kind: String
        let erased: String
        let comments: Int
        let cases: Int
        let effects: [ErasureEffect]

        init(_ record: ErasureRecord, zone: Zone) {
            id = record.id
            kind = record.kind.rawValue
            erased = zone.format(record.erasedAt)
            comments = record.comments
            cases = record.cases
            effects = record.effects
        }
    }

    let erasures: [Item]

    var text: String {
        if erasures.isEmpty { return "nothing was ever erased" }
        let rows = erasures.map { ["\($0.id)", $0.kind, $0.erased, "\($0.comments)", "\($0.cases)"] }
        let table = TextTable(
            rows: [["erasure", "kind", "erased", "comments", "cases"]] + rows,
            rightAligned: [0, 3, 4]
        )
        let effects = erasures.flatMap { erasure in erasure.effects.map { "erasure \(erasure.id): \($0.words)" } }
        return ([table.text] + effects).joined(separator: "\n")
    }
}
