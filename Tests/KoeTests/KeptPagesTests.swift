import Foundation
import Testing

/// A report is remade where its input changed.
struct KeptPagesTests {
    private func comments(_ range: Range<Int>, of brand: String) -> String {
        range.map { number in
            let text =
                number.isMultiple(of: 5) ? "The support was slow and rude." : "Support answered at once, very kind."
            let month = number % 12 + 1
            return """
                {"id":"\(brand)-\(number)","source":"shop","brand":"\(brand)","author_id":"u\(number)","text":"\(text)",\
                "posted_at":"2020-\(month < 10 ? "0" : "")\(month)-05T00:00:00Z"}
                """
        }
        .joined(separator: "\n") + "\n"
    }

    /// The number of each page's file, by its path: a page that is written anew is another file.
    private func files(of workspace: String) throws -> [String: Int] {
        let folder = URL(filePath: workspace).appending(path: "reports/latest")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
        return try Dictionary(
            uniqueKeysWithValues: paths.map { path in
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)
                return (path, try #require(attributes[.systemFileNumber] as? Int))
            }
        )
    }

    private func run(_ workspace: String, _ file: String) throws -> [String: Int] {
        #expect(try KoeProcess.run(["-w", workspace, "import", file]).status == 0)
        let run = try KoeProcess.run(["-w", workspace, "run"])
        #expect(run.status == 0, "\(run.errors)")
        return try files(of: workspace)
    }

    @Test func aNightWritesOnlyThePagesOfTheBrandsThatItTouches() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace("ws")
        let both = comments(0..<60, of: "Lotte") + comments(0..<60, of: "Uber")
        let before = try run(workspace, folder.file("a.ndjson", both))
        let after = try run(workspace, folder.file("b.ndjson", comments(60..<75, of: "Lotte")))
        let kept = Set(before.filter { after[$0.key] == $0.value }.keys)
        #expect(kept == ["brands/uber.html", "facets/uber.html"])
        #expect(before.keys.sorted() == after.keys.sorted())
    }
}
