package import Foundation
package import Scoring

/// A scorer made of the word lists on disk, with the version that is stored beside every score.
package struct LoadedScorer: Sendable {
    package let scorer: Scorer
    package let lexicon: Lexicon
    /// `rules R, lexicon H, dictionary D`: what has to be equal for two scores to be comparable.
    package let version: String
}

/// Reads word lists and the Japanese dictionary from disk.
package enum ScorerLoader {
    /// Lists that other parts of Koe read: brands and names carry no sentiment.
    private static let otherLists: Set<String> = ["brands.tsv", "names.tsv", "placeholder-names.tsv"]

    /// Loads the scorer from word lists and a dictionary, compiled anew or as they were compiled before.
    ///
    /// `lexicons`: folder of word lists, read with its sub-folders.
    /// `accepted`: further lists of the workspace, which come before the shipped ones and so win over them; missing is none.
    /// `dictionary`: folder of the MeCab dictionary; `nil` tries the usual places.
    /// `cache`: where compiled lists are kept; `nil` compiles them anew.
    package static func load(
        lexicons: URL,
        accepted: URL? = nil,
        dictionary: String?,
        cache: LexiconCache? = .ofUser
    ) throws -> LoadedScorer {
        let parts = try parts(lexicons: lexicons, accepted: accepted, dictionary: dictionary)
        let lexicon = try lexicon(parts, cache)
        return LoadedScorer(
            scorer: Scorer(lexicon: lexicon, dictionary: parts.japanese),
            lexicon: lexicon,
            version: version(parts)
        )
    }

    private static func lexicon(_ parts: Parts, _ cache: LexiconCache?) throws -> Lexicon {
        guard let cache, let key = LexiconCache.Key(files: parts.files, dictionary: parts.japanese) else {
            return try Lexicon(files: parts.files, dictionary: parts.japanese)
        }
        if let known = cache.lexicon(key) { return known }
        let lexicon = try Lexicon(files: parts.files, dictionary: parts.japanese)
        cache.keep(lexicon, key)
        return lexicon
    }

    /// The version that ``load(lexicons:accepted:dictionary:cache:)`` would give, without making sense of the lists.
    package static func version(lexicons: URL, accepted: URL? = nil, dictionary: String?) throws -> String {
        version(try parts(lexicons: lexicons, accepted: accepted, dictionary: dictionary))
    }

    private typealias Parts = (files: [LexiconFile], japanese: JapaneseDictionary)

    private static func parts(lexicons: URL, accepted: URL?, dictionary: String?) throws -> Parts {
        var files = try self.files(in: lexicons)
        if let accepted, hasLists(accepted) {
            let own = try self.files(in: accepted)
            files = own.map { LexiconFile(name: "workspace/" + $0.name, bytes: $0.bytes) } + files
        }
        return (files, try japaneseDictionary(at: dictionary))
    }

    private static func version(_ parts: Parts) -> String {
        let lists = manifestHash(parts.files)
        return "rules \(Scorer.rulesVersion), lexicon \(lists), dictionary \(parts.japanese.name)"
    }

    private static func hasLists(_ folder: URL) -> Bool {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.contains { $0.hasSuffix(".tsv") }
    }

    /// The word lists of a folder in the order of their names.
    package static func files(in folder: URL) throws -> [LexiconFile] {
        // A link to a folder would be listed as empty.
        let folder = folder.resolvingSymlinksInPath()
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else {
            throw WorkspaceError(.missing, "cannot read the folder of word lists \(folder.path)")
        }
        let names = walk.compactMap { $0 as? String }.filter { name in
            name.hasSuffix(".tsv") && !otherLists.contains(name) && !name.hasPrefix(LabelledTable.folder + "/")
        }
        guard !names.isEmpty else {
            throw WorkspaceError(.missing, "no word list (*.tsv) in \(folder.path)")
        }
        return try names.sorted().map { name in
            LexiconFile(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        }
    }

    /// The tables of labelled texts of a folder of word lists, in the order of their names; none is no error.
    package static func tables(in folder: URL) throws -> [LexiconFile] {
        let place = folder.appending(path: LabelledTable.folder)
        guard FileManager.default.fileExists(atPath: place.path) else { return [] }
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
        return try names.filter { $0.hasSuffix(".tsv") }.sorted().map { name in
            let bytes = Array(try Data(contentsOf: place.appending(path: name)))
            return LexiconFile(name: "\(LabelledTable.folder)/\(name)", bytes: bytes)
        }
    }

    /// Opens the dictionary at a path, or the first of the usual places that holds one.
    package static func japaneseDictionary(at path: String?) throws -> JapaneseDictionary {
        if let path { return try JapaneseDictionary(path: path) }
        guard let usual = JapaneseDictionary.usualPaths.first(where: isDictionary) else {
            throw WorkspaceError(
                .missing,
                """
                no MeCab dictionary found in \(JapaneseDictionary.usualPaths.joined(separator: ", ")); \
                install mecab-ipadic-utf8, or name a folder with `dictionary:` in koe.yaml
                """
            )
        }
        return try JapaneseDictionary(path: usual)
    }

    private static func isDictionary(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/sys.dic")
    }

    /// First sixteen digits of the SHA-256 over names and contents.
    private static func manifestHash(_ files: [LexiconFile]) -> String {
        String(Digest.hex(of: files).prefix(16))
    }
}
