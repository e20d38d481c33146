import Feedback
import Foundation
import Scoring
import Testing
import Workspace

/// Lists that one process has compiled serve the next only as they were written.
struct LexiconCacheTests {
    /// A folder of small lists with a cache beside them, removed with it.
    private final class Bench {
        let folder = FileManager.default.temporaryDirectory.appending(path: "koe-cache-\(UUID().uuidString)")
        var cache: LexiconCache { LexiconCache(folder: folder.appending(path: "cache")) }

        init(row: String = "lovely\tlemma\t\t600") throws {
            try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
            try write(row)
        }

        deinit {
            try? FileManager.default.removeItem(at: folder)  // A leftover in the temporary folder harms nobody.
        }

        var lists: URL { folder.appending(path: "Lexicons") }

        func write(_ row: String) throws {
            let columns = "term\tkind\tpos\tvalence\tfacet\tpolarity\tsignal\tweight\tsource\tlicence\tnote\n"
            try Data("#language: en\n\(columns)\(row)\n".utf8).write(to: lists.appending(path: "en.tsv"))
        }

        func valence(_ text: String, cache: LexiconCache?) throws -> Int? {
            let loaded = try ScorerLoader.load(lexicons: lists, dictionary: nil, cache: cache)
            return try loaded.scorer.makeWorker().score(text, declaredLanguage: .english).valence
        }

        /// Whether the cache believes what it holds of the lists as they are now.
        func isKept() throws -> Bool {
            let dictionary = try ScorerLoader.japaneseDictionary(at: nil)
            let key = LexiconCache.Key(files: try ScorerLoader.files(in: lists), dictionary: dictionary)
            return try cache.lexicon(#require(key)) != nil
        }

        var files: [URL] {
            get throws {
                let names = try FileManager.default.contentsOfDirectory(atPath: cache.folder.path).sorted()
                return names.map { cache.folder.appending(path: $0) }
            }
        }
    }

    private static let text = "a lovely day"

    @Test func cachedListsScoreAsCompiledOnes() throws {
        let bench = try Bench()
        let plain = try bench.valence(Self.text, cache: nil)
        #expect(plain ?? 0 > 50)
        for _ in 0..<2 { #expect(try bench.valence(Self.text, cache: bench.cache) == plain) }
        #expect(try bench.files.count == 1)
    }

    @Test func changedListsAreCompiledAnew() throws {
        let bench = try Bench()
        #expect(try bench.valence(Self.text, cache: bench.cache) ?? 0 > 50)
        try bench.write("lovely\tlemma\t\t-600")
        #expect(try bench.valence(Self.text, cache: bench.cache) ?? 0 < -50)
        #expect(try bench.files.count == 2)
    }

    @Test func damagedFilesAreWrittenAnew() throws {
        let bench = try Bench()
        let plain = try bench.valence(Self.text, cache: bench.cache)
        let file = try #require(try bench.files.first)
        let whole = try Data(contentsOf: file)
        var damaged = [Data(), whole.prefix(100), whole.dropLast(), whole + [0]]
        for place in stride(from: 0, to: whole.count, by: whole.count / 40) where whole[place] != 0 || place > 300 {
            var bytes = whole
            bytes[place] ^= 0x10
            damaged.append(bytes)
        }
        for bytes in damaged {
            try bytes.write(to: file)
            chmod(file.path, 0o600)
            #expect(try !bench.isKept())
            #expect(try bench.valence(Self.text, cache: bench.cache) == plain)
            #expect(try bench.isKept())
        }
    }

    @Test(arguments: [0o620, 0o602])
    func filesThatOthersMayWriteAreNotRead(mode: Int) throws {
        let bench = try Bench()
        let plain = try bench.valence(Self.text, cache: bench.cache)
        let file = try #require(try bench.files.first)
        chmod(file.path, mode_t(mode))
        #expect(try bench.valence(Self.text, cache: bench.cache) == plain)
        let mended = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mended == 0o600, "written anew")
    }

    /// The file of one list under the name of another has a right digest and a wrong key.
    @Test func listsUnderTheNameOfOthersAreNotRead() throws {
        let bench = try Bench()
        _ = try bench.valence(Self.text, cache: bench.cache)
        let praise = try #require(try bench.files.first)
        let praised = try Data(contentsOf: praise)
        try bench.write("lovely\tlemma\t\t-600")
        let blame = try bench.valence(Self.text, cache: bench.cache)
        for file in try bench.files where file != praise {
            try praised.write(to: file)
            chmod(file.path, 0o600)
        }
        #expect(try bench.valence(Self.text, cache: bench.cache) == blame)
    }

    @Test func aLinkIsNotFollowed() throws {
        let bench = try Bench()
        let plain = try bench.valence(Self.text, cache: bench.cache)
        let file = try #require(try bench.files.first)
        let aside = bench.folder.appending(path: "aside")
        try FileManager.default.moveItem(at: file, to: aside)
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: aside)
        #expect(try bench.valence(Self.text, cache: bench.cache) == plain)
        let kind = try FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
        #expect(kind == .typeRegular, "replaced, not written through")
    }

    @Test func withoutAFolderListsAreCompiledEachTime() throws {
        let bench = try Bench()
        let blocked = bench.folder.appending(path: "file")
        try Data().write(to: blocked)
        let cache = LexiconCache(folder: blocked.appending(path: "cache"))
        #expect(try bench.valence(Self.text, cache: cache) == bench.valence(Self.text, cache: nil))
    }

    @Test func theFilesUsedLastAreKept() throws {
        let bench = try Bench()
        for number in 0..<LexiconCache.mostFiles + 3 {
            try bench.write("lovely\tlemma\t\t\(500 + number)")
            _ = try bench.valence(Self.text, cache: bench.cache)
        }
        // What a killed process leaves goes with them.
        #expect(try bench.files.count == LexiconCache.mostFiles)
    }

    @Test(
        arguments: [
            (["KOE_CACHE": "/a"], "/a"), (["XDG_CACHE_HOME": "/b", "HOME": "/c"], "/b/koe"),
            (["HOME": "/c"], "/c/.cache/koe"),
            (["KOE_CACHE": "off", "HOME": "/c"], nil), ([:], nil), (["KOE_CACHE": "", "HOME": "/c"], "/c/.cache/koe"),
        ] as [([String: String], String?)]
    )
    func theFolderIsTheUsers(environment: [String: String], expected: String?) {
        #expect(LexiconCache(environment: environment)?.folder.path == expected)
    }
}
