import ArgumentParser

/// The command that a mistyped word most likely means.
enum CommandSuggestion {
    /// Words to add to the message about an argument that no command takes; `nil` when nothing is near.
    ///
    /// `message`: what the argument parser says, with the word in quotes and the usage of the command it stands under.
    static func text(for message: String) -> String? {
        guard message.contains("nexpected argument"), let word = quoted(in: message) else { return nil }
        let path = usage(in: message)
        let names = subcommands(of: Koe.self, along: path.dropFirst())
        let found = names.map { (distance: distance(word, $0), name: $0) }.min {
            ($0.distance, $0.name) < ($1.distance, $1.name)
        }
        guard let found, found.distance <= max(1, word.count / 3) else { return nil }
        return "did you mean `\((path + [found.name]).joined(separator: " "))`?"
    }

    /// The first word in single quotes.
    private static func quoted(in message: String) -> String? {
        let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }

    /// The command whose usage is shown, such as `koe`, `lexicon`.
    private static func usage(in message: String) -> [String] {
        let line = message.split(separator: "\n").first { $0.hasPrefix("Usage: ") } ?? "Usage: koe"
        return line.dropFirst("Usage: ".count).split(separator: " ").map(String.init).prefix { word in
            word.first?.isLetter ?? false
        }
    }

    private static func subcommands(of command: any ParsableCommand.Type, along path: ArraySlice<String>) -> [String] {
        let all = command.configuration.subcommands
        guard let name = path.first else { return all.compactMap { $0.configuration.commandName } }
        guard let next = all.first(where: { $0.configuration.commandName == name }) else { return [] }
        return subcommands(of: next, along: path.dropFirst())
    }

    /// Optimal string alignment: insertions, deletions, substitutions and exchanges of neighbours.
    ///
    /// Source: Damerau, Communications of the ACM 7, 1964.
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var rows = [Array(0...right.count)]
        for (i, character) in left.enumerated() {
            var row = [i + 1]
            for (j, other) in right.enumerated() {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (character == other ? 0 : 1))
                if i > 0, j > 0, character == right[j - 1], left[i - 1] == other {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
