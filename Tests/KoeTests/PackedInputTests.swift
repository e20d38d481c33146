import Foundation
import Testing

/// Archives and workbooks among the files of an import.
struct PackedInputTests {
    private let folder: TemporaryFolder
    private let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace()
    }

    private func fixture(_ name: String) -> String {
        KoeProcess.checkout.appending(path: "Tests/Fixtures/ingestion/\(name)").path
    }

    private func comments() throws -> [String] {
        let export = try KoeProcess.run(["-w", workspace, "export", "comments", "--format", "ndjson"])
        return export.output.split(separator: "\n").map(String.init)
    }

    @Test func everyFileOfAZipIsReadAndUndoneWithIt() throws {
        let run = try KoeProcess.run(["-w", workspace, "import", fixture("archive.zip")])
        // The note that stands beside the tables is no input, and said to be none.
        #expect(run.status == 1 && run.errors.contains("archive.zip/notes.txt"), "\(run.errors)")
        #expect(run.output.contains("archive.zip/2026/january.csv"))
        #expect(try comments().count == 3)
        let undo = try KoeProcess.run(["-w", workspace, "import", "undo", "archive.zip"])
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(try comments().isEmpty)
    }

    /// What tells of the data is no data, and neither is a file that holds nothing.
    @Test func aReadmeBesideTheDataFailsNothing() throws {
        let run = try KoeProcess.run(["-w", workspace, "import", fixture("delivery.zip")])
        #expect(run.status == 0, "\(run.errors)")
        for name in ["README.txt", "docs/LICENSE", "empty.csv"] {
            #expect(run.errors.contains(name) && run.errors.contains("left out"), "\(run.errors)")
        }
        #expect(try comments().count == 2)
    }

    @Test func aGzipIsWhatIsPackedInIt() throws {
        #expect(try KoeProcess.run(["-w", workspace, "import", fixture("reviews.csv.gz")]).status == 0)
        #expect(try comments().count == 3)
        let again = try KoeProcess.run(["-w", workspace, "import", fixture("reviews.csv.gz")])
        #expect(again.status == 0 && again.output.contains("imported 0 new"))
    }

    @Test func aWorkbookIsReadSheetBySheetWithItsMapping() throws {
        let run = try KoeProcess.run(["-w", workspace, "import", fixture("survey.xlsx")])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("survey.xlsx/回答") && run.errors.contains("is hidden"))
        #expect(try comments().count == 3)
        let again = try KoeProcess.run(["-w", workspace, "reread"])
        #expect(again.output.contains("survey.xlsx/回答"), "\(again.output)")
        let suggestion = try KoeProcess.run(["import", "--suggest", fixture("survey.xlsx")])
        #expect(suggestion.status == 0 && suggestion.output.contains("text: 内容"), "\(suggestion.errors)")
    }
}
