import Foundation
import Testing

/// The committed sample report is what comes out of the sample, byte for byte, and no word in it is read against its
/// ratings; `make sample` writes it anew.
///
/// Committed are the pages and summaries in Japanese, and the first page and summaries in English; the voices behind the
/// facets are many quotes in the form of the brands' pages, and are left out.
struct SampleReportTests {
    @Test func sampleGivesTheCommittedReport() throws {
        let folder = try TemporaryFolder()
        let workspace = folder.url.appending(path: "sample").path
        #expect(try KoeProcess.run(["sample", workspace]).status == 0)
        let run = try KoeProcess.run(["-w", workspace, "run"])
        #expect(run.status == 0, "\(run.errors)")
        let audit = try KoeProcess.run(["-w", workspace, "lexicon", "audit"])
        #expect(audit.status == 0, "\(audit.output)")
        #expect(
            try KoeProcess.run(["-w", workspace, "report", "--lang", "en", "--out", workspace + "/en"]).status == 0
        )
        let committed = KoeProcess.checkout.appending(path: "Reports/sample/report")
        for (language, made) in [("ja", workspace + "/reports/latest"), ("en", workspace + "/en")] {
            try expectSame(committed.appending(path: language), URL(filePath: made)) { name in
                name.hasPrefix("summary.")
                    || (language == "ja" ? name.hasSuffix(".html") && !name.hasPrefix("facets/") : name == "index.html")
            }
        }
    }

    private func expectSame(_ committed: URL, _ made: URL, isKept: (String) -> Bool) throws {
        let names = try files(of: made).filter(isKept)
        #expect(try files(of: committed) == names)
        for name in names {
            let expected = try Data(contentsOf: committed.appending(path: name))
            let found = try Data(contentsOf: made.appending(path: name))
            #expect(expected == found, "\(name) differs; if the change is meant, run make sample and review the diff")
        }
    }

    private func files(of folder: URL) throws -> [String] {
        let walk = try #require(FileManager.default.enumerator(atPath: folder.path))
        return walk.compactMap { $0 as? String }.filter { $0.contains(".") }.sorted()
    }
}
