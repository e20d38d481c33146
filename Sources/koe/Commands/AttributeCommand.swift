import Answers
import ArgumentParser
import Flags
import Foundation
import Workspace

struct AttributeCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribute",
        abstract: "Split a jump into world, mix, instrument and software; the parts add up exactly.",
        discussion: """
            world: what changed inside channels and sources that stand on both sides. mix: a changed composition of \
            channels and sources. instrument: sources that begin or end, or whose rating scale changed. software: \
            another version of the word lists, which --lexicons scores both sides with.

            Periods are 2014, 2014-Q4, 2014-12, or two of them, as 2013-10..2014-03.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "The brand, by any of its names.")
    var brand: String?

    @Argument(help: "Period before the jump.")
    var before: String?

    @Argument(help: "Period after it.")
    var after: String?

    @Option(help: ArgumentHelp("A flag instead of a brand and two periods.", valueName: "id"))
    var flag: String?

    @Option(help: "support, brand, or a facet such as facet.speed.")
    var measure: String = "support"

    @Option(
        help: ArgumentHelp("Folder of another version of the word lists.", valueName: "folder"),
        completion: .directory
    )
    var lexicons: String?

    func validate() throws {
        let given = [brand, before, after].compactMap { $0 }.count
        if flag == nil && given < 3 { throw ValidationError("name a brand and two periods, or a flag with --flag") }
        if flag != nil && given > 0 { throw ValidationError("--flag brings its own brand and periods; leave them out") }
    }

    func result() async throws -> any CommandResult {
        let context = try context(for: .reading)
        let question: JumpQuestion =
            if let flag {
                try JumpQuestion(flag: flag, in: context)
            } else {
                // A name that no brand has is told as a side without voices.
                try JumpQuestion(
                    brand: context.knownBrand(named: brand ?? ""),
                    measure: measure,
                    before: before ?? "",
                    after: after ?? ""
                )
            }
        let jump = try AttributedJump(question, otherLists: lexicons.map { URL(filePath: $0) }, in: context)
        return AttributedJumpResult(jump: jump)
    }
}
