import CMeCab

/// A MeCab dictionary in the IPADIC scheme, opened once and shared by all threads.
///
/// `@unchecked Sendable`: the model is never changed after `init`, and MeCab documents a model as safe to share
/// between threads as long as each has its own tagger and lattice, which `makeReader` provides.
package final class JapaneseDictionary: @unchecked Sendable {
    /// Where Debian, Fedora and Homebrew put IPADIC.
    package static let usualPaths = [
        "/var/lib/mecab/dic/ipadic-utf8",
        "/usr/share/mecab/dic/ipadic",
        "/usr/lib/x86_64-linux-gnu/mecab/dic/ipadic-utf8",
        "/usr/lib/x86_64-linux-gnu/mecab/dic/ipadic",
        "/usr/lib/aarch64-linux-gnu/mecab/dic/ipadic-utf8",
        "/usr/lib64/mecab/dic/ipadic",
        "/usr/local/lib/mecab/dic/ipadic",
        "/opt/homebrew/lib/mecab/dic/ipadic",
        "/var/lib/mecab/dic/debian",
    ]

    /// Folder it was read from.
    package let path: String
    /// Number of words, which tells editions of the dictionary apart.
    package let wordCount: Int
    private let model: OpaquePointer

    /// Such as `IPADIC (392126 words), MeCab 0.996`.
    package var name: String { "IPADIC (\(wordCount) words), MeCab \(Self.libraryVersion)" }
    package var version: String { "ipadic-\(wordCount)/mecab-\(Self.libraryVersion)" }

    private static var libraryVersion: String { String(cString: mecab_version()) }

    /// Opens a dictionary and checks that it is IPADIC in UTF-8.
    ///
    /// - Throws: `ScoringError` with `dictionaryMissing` or `dictionaryUnusable`; the message says what was found.
    package init(path: String) throws(ScoringError) {
        guard let model = Self.open(path) else {
            throw ScoringError(
                code: .dictionaryMissing,
                file: path,
                message: "no MeCab dictionary can be read here: install mecab-ipadic-utf8, or name its folder"
            )
        }
        self.model = model
        self.path = path
        guard let facts = mecab_model_dictionary_info(model) else {
            throw ScoringError(code: .dictionaryUnusable, file: path, message: "MeCab tells nothing of this dictionary")
        }
        wordCount = Int(facts.pointee.size)
        let charset = facts.pointee.charset.map { String(cString: $0) } ?? "unknown"
        guard charset.uppercased() == "UTF-8" || charset.uppercased() == "UTF8" else {
            throw ScoringError(
                code: .dictionaryUnusable,
                file: path,
                message: "the dictionary is in '\(charset)', not UTF-8: install mecab-ipadic-utf8"
            )
        }
        try checkScheme()
    }

    deinit { mecab_model_destroy(model) }

    /// A tagger and a lattice for one thread.
    func makeReader() throws(ScoringError) -> MorphemeReader {
        guard let tagger = mecab_model_new_tagger(model), let lattice = mecab_model_new_lattice(model) else {
            throw ScoringError(code: .outOfMemory, file: path, message: "MeCab could not make a tagger")
        }
        return MorphemeReader(dictionary: self, tagger: tagger, lattice: lattice)
    }

    private static func open(_ path: String) -> OpaquePointer? {
        var arguments: [UnsafeMutablePointer<CChar>?] = []
        for word in ["mecab", "-r", "/dev/null", "-d", path] {
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: word.utf8.count + 1)
            for (offset, byte) in (Array(word.utf8) + [0]).enumerated() { copy[offset] = CChar(bitPattern: byte) }
            arguments.append(copy)
        }
        defer { for argument in arguments { argument?.deallocate() } }
        return mecab_model_new(Int32(arguments.count), &arguments)
    }

    /// Features of another scheme (UniDic, JUMAN) have other columns, with which every lemma would be wrong.
    private func checkScheme() throws(ScoringError) {
        let reader = try makeReader()
        let lemmas = reader.morphemes(of: "返事が遅かった").map(\.lemma)
        guard lemmas == ["返事", "が", "遅い", "た"] else {
            throw ScoringError(
                code: .dictionaryUnusable,
                file: path,
                message: "the dictionary reads '返事が遅かった' as \(lemmas), so it is not IPADIC: install mecab-ipadic-utf8"
            )
        }
    }
}
