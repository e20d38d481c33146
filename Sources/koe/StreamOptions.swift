import ArgumentParser
import Foundation

/// Options of commands that answer lines from stdin.
struct StreamOptions: ParsableArguments {
    @Flag(help: "With --stream: end with a line that counts the rows and hashes the output.")
    var trailer = false

    @Option(help: ArgumentHelp("With --stream: threads that answer (default: one a core).", valueName: "n"))
    var threads: Int?

    /// `stream`: whether the command streams.
    func check(stream: Bool) throws {
        if trailer && !stream { throw ValidationError("--trailer goes with --stream") }
        guard let threads else { return }
        if !stream { throw ValidationError("--threads goes with --stream") }
        if !(1...1_024).contains(threads) { throw ValidationError("--threads must be a number from 1 to 1024") }
    }

    var workers: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
