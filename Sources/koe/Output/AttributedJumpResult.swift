import Answers
import Feedback

/// The parts of a jump, for a terminal.
struct AttributedJumpResult: CommandResult {
    let jump: AttributedJump

    func encode(to encoder: any Encoder) throws {
        try jump.encode(to: encoder)
    }

    var text: String {
        let part = (jump.channel ?? jump.product).map { ", \($0)" } ?? ""
        let head = "\(jump.brand), \(jump.measure)\(part)\(jump.flag.map { ", flag \($0)" } ?? "")"
        return ([head, sides, parts, sources] + jump.notes.map { "note: \($0)" }).filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }

    private var sides: String {
        let hasOther = jump.otherVersion != nil
        let rows = [("before", jump.before), ("after", jump.after)].map { name, side in
            [name, "\(side.from) to \(side.to)", "\(side.voices) voices", Self.level(side.level)]
                + (hasOther ? ["\(Self.level(side.otherLevel)) by the other lists"] : [])
        }
        return TextTable(rows: rows, rightAligned: [2, 3]).text
    }

    private var parts: String {
        let margin = jump.worldMargin.map { " ± \(NumberText.signed($0).drop { $0 == "+" })" } ?? ""
        var rows = [
            ["difference", points(jump.total), "points, which are"],
            ["  world", points(jump.world) + margin, "inside channels and sources that stand on both sides"],
            [
                "  mix", points(jump.mix),
                "of channels \(points(jump.mixOfChannels)), of sources \(points(jump.mixOfSources))",
            ],
            ["  instrument", points(jump.instrument), "sources that begin or end, or changed their scale"],
            ["  software", points(jump.software), "another version of the word lists"],
        ]
        if let stored = jump.stored {
            let within = NumberText.signed(stored.within)
            rows.append([
                "stored", "", "with the flag: within channels \(within), mix \(NumberText.signed(stored.mix))",
            ])
        }
        return TextTable(rows: rows).text
    }

    private var sources: String {
        let head = ["source", "before", "level", "after", "level", ""]
        let rows = jump.sources.map { source in
            [
                source.name, "\(source.voicesBefore)", Self.level(source.levelBefore), "\(source.voicesAfter)",
                Self.level(source.levelAfter), source.isComparable ? "" : "on one side only",
            ]
        }
        return TextTable(rows: [head] + rows, rightAligned: [1, 2, 3, 4]).text
    }

    private func points(_ part: AttributedJump.Part) -> String { NumberText.signed(part.points) }

    private static func level(_ value: Double?) -> String {
        value.map { NumberText.tenths($0) } ?? "–"
    }
}
