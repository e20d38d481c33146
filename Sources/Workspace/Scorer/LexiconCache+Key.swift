import Foundation
package import Scoring

extension LexiconCache {
    /// Everything that compiled lists depend on: the lists, the dictionary, and the program that compiles.
    package struct Key: Hashable, Sendable {
        /// A SHA-256 in hexadecimal.
        let text: String

        /// Files of a dictionary that words are read with.
        private static let dictionaryFiles = ["sys.dic", "matrix.bin", "unk.dic", "char.bin", "dicrc"]

        /// - Returns: `nil` when the program or a file of the dictionary cannot be told from another.
        package init?(files: [LexiconFile], dictionary: JapaneseDictionary, program: String = "/proc/self/exe") {
            guard let own = Self.identity(program) else { return nil }
            var parts = ["program \(own)", "dictionary \(dictionary.name)", "lists \(Digest.hex(of: files))"]
            for name in Self.dictionaryFiles {
                guard let identity = Self.identity(dictionary.path + "/" + name) else { return nil }
                parts.append("\(name) \(identity)")
            }
            text = Digest.hex(Data(parts.joined(separator: "\n").utf8))
        }

        /// What tells a file from another, and from itself before a change.
        private static func identity(_ path: String) -> String? {
            var facts = stat()
            guard stat(path, &facts) == 0 else { return nil }
            return "\(facts.st_dev) \(facts.st_ino) \(facts.st_size) \(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)"
        }
    }
}
