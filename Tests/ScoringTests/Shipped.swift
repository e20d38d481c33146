import Feedback
import Foundation
import Synchronization

@testable import Scoring

/// The word lists of the repository with IPADIC, compiled once for all tests.
enum Shipped {
    static let dictionary = Result { try findDictionary() }
    static let lexicon = compiled.map(\.lexicon)
    /// Rows with mistakes are left out of the lexicon, so that one of them fails one test and not all.
    static let compiled = Result {
        let readings = try files().map { LexiconReader().parse($0) }
        var problems = readings.flatMap(\.problems)
        let entries = readings.flatMap(\.entries)
        return (
            lexicon: try Lexicon(entries: entries, dictionary: dictionary.get(), problems: &problems),
            problems: problems
        )
    }

    /// The one worker over the shipped lists.
    static func worker() throws -> SharedWorker { try shared.get() }

    /// A worker that has scored nothing yet.
    static func coldWorker() throws -> ScoringWorker {
        try Scorer(lexicon: lexicon.get(), dictionary: dictionary.get()).makeWorker()
    }

    private static let shared = Result { try SharedWorker(coldWorker()) }
    /// Workers over rows that tests have written, by these rows.
    private static let written = Mutex<[String: SharedWorker]>([:])

    /// A worker over rows written in a test: `term kind pos valence facet polarity signal weight`, tab-separated.
    static func worker(english: String = "", japanese: String = "") throws -> SharedWorker {
        let key = english + "\u{0}" + japanese
        if let known = written.withLock({ $0[key] }) { return known }
        let worker = try SharedWorker(coldWorker(english: english, japanese: japanese))
        return written.withLock { workers in
            let first = workers[key] ?? worker
            workers[key] = first
            return first
        }
    }

    /// A worker over rows written in a test that has scored nothing yet.
    static func coldWorker(english: String = "", japanese: String = "") throws -> ScoringWorker {
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

extension Score {
    var rules: Set<String> { Set(evidence.flatMap { $0.rule.split(separator: "+").map(String.init) }) }
}

extension ScoringWorker {
    /// −1, 0 or 1 at the threshold of 50 thousandths.
    func sign(_ text: String, _ language: Language) -> Int { score(text, declaredLanguage: language).label }
}
