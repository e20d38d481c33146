/// Reads one part of a scorer's version, such as `lexicon 1234` in `rules 1, lexicon 1234, dictionary ipadic`.
package enum VersionText {
    package static func part(_ name: String, of version: String) -> String {
        let part = version.split(separator: ", ").first { $0.hasPrefix(name + " ") }
        return part.map { String($0.dropFirst(name.count + 1)) } ?? "none"
    }
}
