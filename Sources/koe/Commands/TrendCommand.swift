import ArgumentParser
import Foundation
import Nightly

struct TrendCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "Find changes of level in series of your own; needs no workspace.",
        discussion: """
            --stdin reads lines {"id","hist":[[[c1,…,c5] per channel] per month]}: how many comments scored 1 to 5. \
            --series reads lines {"id","values":[…],"n":[…]?} of numbers of any scale; null is a missing value. One line \
            is written for each, in order: {"id","changes":[…]}, the first positions of new levels, or of new slopes, \
            from 0.
            """
    )

    @OptionGroup var options: SharedOptions

    @Flag(name: .customLong("stdin"), help: "Read histograms by month and channel from stdin.")
    var readsHistograms = false

    @Flag(help: "Read plain series from stdin.")
    var series = false

    func validate() throws {
        if readsHistograms == series { throw ValidationError("say --stdin or --series") }
    }

    func run() async throws {
        let stream = TrendStream(
            input: series ? .values : .histograms,
            workers: ProcessInfo.processInfo.activeProcessorCount
        )
        try await stream.run(from: .standardInput) { Console.output(bytes: $0) }
    }
}
