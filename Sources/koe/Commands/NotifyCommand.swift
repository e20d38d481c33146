import ArgumentParser
import Nightly
import Upkeep
import Workspace

struct NotifyCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "Tell those whom koe.yaml names under notify what is new.",
        discussion: """
            Every run does so when its report is whole: a new flag, one that has recovered and one that is no change any \
            more are told once to each receiver. What did not arrive is told by the next run, which fails meanwhile. A \
            webhook gets {"text": ...}; a mail goes out through sendmail; a file gets a line of JSON.
            """
    )

    @OptionGroup var options: SharedOptions

    @Flag(help: "Send every receiver one line, to see whether it arrives.")
    var test = false

    @Flag(help: "Say how much each would be told, and send nothing.")
    var dryRun = false

    func validate() throws {
        if test, dryRun { throw ValidationError("--test sends and --dry-run does not; give one of them") }
    }

    func result() async throws -> any CommandResult {
        let lock = dryRun || test ? nil : try lock("notify")
        let context = try context(for: dryRun || test ? .reading : .writing)
        let stage = NoticeStage(context: context)
        if test { return NoticeResult(deliveries: try await stage.test(), kind: .test) }
        let (notices, run) = try ReportStage.standingNotices(of: context)
        if dryRun {
            return NoticeResult(deliveries: try await stage.run(notices, run: run, isDryRun: true), kind: .dryRun)
        }
        let deliveries = try await stage.run(notices, run: run)
        withExtendedLifetime(lock) {}
        return NoticeResult(deliveries: deliveries, kind: .told)
    }
}

private struct NoticeResult: CommandResult {
    enum Kind: String, Encodable { case told, dryRun, test }

    let deliveries: [NoticeStage.Delivery]
    let kind: Kind

    var status: ExitStatus { deliveries.contains { $0.problem != nil } ? .incomplete : .good }

    var warnings: [String] { deliveries.compactMap(\.problem) }

    var text: String {
        if deliveries.isEmpty { return "koe.yaml names nobody under notify" }
        return deliveries.filter { $0.problem == nil }.map { delivery in
            switch kind {
            case .test: "\(delivery.target): sent"
            case .dryRun: "\(delivery.target): would be told of \(delivery.flags) flags"
            case .told: "\(delivery.target): told of \(delivery.flags) flags"
            }
        }.joined(separator: "\n")
    }
}
