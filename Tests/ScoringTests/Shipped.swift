import Feedback
import Foundation

@testable import Scoring

/// The word lists of the repository with IPADIC, compiled once for all tests.
enum Shipped {
    static let dictionary = Result { try findDictionary() }
    /// Rows with mistakes are left out here, so that one of them fails one test and not all.
    static let lexicon = Result {
        let entries = try files().flatMap { LexiconReader().parse($0).entries }
        var problems: [LexiconProblem] = []
        return try Lexicon(entries: entries, dictionary: dictionary.get(), problems: &problems)
    }

    static func worker() throws -> ScoringWorker {
        try Scorer(lexicon: lexicon.get(), dictionary: dictionary.get()).makeWorker()
    }

    /// A scorer over rows written in a test: `term kind pos valence facet polarity signal weight`, tab-separated.
    static func worker(english: String = "", japanese: String = "") throws -> ScoringWorker {
        let files = [file("en/test.tsv", english), file("ja/test.tsv", japanese)]
        let lexicon = try Lexicon(files: files, dictionary: dictionary.get())
        return try Scorer(lexicon: lexicon, dictionary: dictionary.get()).makeWorker()
    }

    static func file(_ name: String, _ rows: String) -> LexiconFile {
        let language = name.hasPrefix("ja") ? "ja" : "en"
        let head = "#language: \(language)\n" + LexiconReader.columns.joined(separator: "\t") + "\n"
        return LexiconFile(name: name, bytes: Array((head + rows).utf8))
    }

    static func files() throws -> [LexiconFile] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Lexicons")
        var files: [LexiconFile] = []
        for language in ["en", "ja"] {
            let folder = root.appending(path: language)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
            where name.hasSuffix(".tsv") {
                let bytes = try Data(contentsOf: folder.appending(path: name))
                files.append(LexiconFile(name: "\(language)/\(name)", bytes: Array(bytes)))
            }
        }
        return files
    }

    private static func findDictionary() throws -> JapaneseDictionary {
        let path = JapaneseDictionary.usualPaths.first { FileManager.default.fileExists(atPath: $0 + "/sys.dic") }
        return try JapaneseDictionary(path: path ?? "/var/lib/mecab/dic/ipadic-utf8")
    }
}

extension ScoringWorker {
    /// −1, 0 or 1 at the threshold of 50 thousandths.
    func sign(_ text: String, _ language: Language) -> Int {
        let valence = score(text, declaredLanguage: language).valence ?? 0
        return valence <= -50 ? -1 : valence >= 50 ? 1 : 0
    }

    func valence(_ text: String, _ language: Language) -> Int { score(text, declaredLanguage: language).valence ?? 0 }
}

extension Score {
    var rules: Set<String> { Set(evidence.flatMap { $0.rule.split(separator: "+").map(String.init) }) }
}
