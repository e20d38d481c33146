import Foundation
import Synchronization
import Workspace

/// A bar on a terminal, and otherwise a line now and then.
final class ProgressDisplay: Sendable {
    /// What lies between two lines where there is no terminal, in rows and in bytes.
    private static let rowsBetweenLines = 100_000
    private static let bytesBetweenLines = 50_000_000
    private static let barWidth = 30

    private let messages: Messages
    private let lastShown = Mutex<[String: Int]>([:])

    init(messages: Messages) {
        self.messages = messages
    }

    var listener: ProgressListener {
        { [self] report in show(report) }
    }

    private func show(_ report: ProgressReport) {
        if messages.isQuiet { return }
        if Console.isTerminal && messages.format == .text {
            drawBar(report)
        } else {
            writeLine(report)
        }
    }

    private func drawBar(_ report: ProgressReport) {
        if let total = report.total, report.done >= total { return Console.draw(bar: nil) }
        var line = report.stage.padding(toLength: 8, withPad: " ", startingAt: 0) + " "
        if let total = report.total, total > 0 {
            let filled = min(Self.barWidth, report.done * Self.barWidth / total)
            line += String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
            line += " \(report.done * 100 / total) %"
        }
        line += " \(report.done) \(report.unit)"
        Console.draw(bar: line)
    }

    private func writeLine(_ report: ProgressReport) {
        let isDue = lastShown.withLock { shown in
            let last = shown[report.stage] ?? 0
            let step = report.unit == "bytes" ? Self.bytesBetweenLines : Self.rowsBetweenLines
            guard report.done - last >= step else { return false }
            shown[report.stage] = report.done
            return true
        }
        guard isDue else { return }
        let whole = report.total.map { " of \($0)" } ?? ""
        messages.note("\(report.stage): \(report.done)\(whole) \(report.unit)")
    }
}
