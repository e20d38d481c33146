import Foundation
import Testing

/// No page or table tells the name of a person whom another addresses.
struct KnownNamesTests {
    @Test func addressedAuthorsAndCustomersAreHiddenInReports() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        _ = try folder.file("ws/koe.yaml", "language: en\nbrands:\n  - name: Lotte\n")
        let rows = [
            #"{"id":"1","brand":"Lotte","author":"Quillfeather Anne","text":"Terrible support, no apology."}"#,
            #"{"id":"2","brand":"Lotte","author":"B","text":"Dear Ms Quillfeather, their support was terrible for me too."}"#,
            #"{"id":"3","brand":"Lotte","author":"鵜飼原一郎","text":"対応が最悪でした。"}"#,
            #"{"id":"4","brand":"Lotte","author":"C","text":">鵜飼原さん\n私も対応が最悪でした。お客様を何だと思っているのか。"}"#,
        ]
        let file = try folder.file("r.ndjson", rows.joined(separator: "\n") + "\n")
        #expect(try KoeProcess.run(["-w", workspace, "run", file]).status == 0)
        let latest = URL(filePath: workspace + "/reports/latest")
        let names = try #require(FileManager.default.enumerator(atPath: latest.path)).compactMap { $0 as? String }
        let files = names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".csv") || $0.hasSuffix(".json") }
        let texts = try files.map { String(decoding: try Data(contentsOf: latest.appending(path: $0)), as: UTF8.self) }
        #expect(texts.contains { $0.contains("Dear Ms Q…") } && texts.contains { $0.contains("お客様") })
        #expect(!texts.contains { $0.contains("Quillfeather") || $0.contains("鵜飼原") })
    }
}
