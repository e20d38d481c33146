import Feedback
import Foundation
import Reports
import Store
import Testing

@testable import Reporting

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

    /// Somebody is known for every word by which one of the people is addressed: the whole name, its first and its last
    /// part, and the surname of a name in kanji.
    @Test(arguments: [
        ("田中太郎", ["田中太郎", "田中", "田中太"]), ("田中さくら", ["田中さくら"]), ("佐藤　花子", ["佐藤 花子", "佐藤", "花子"]),
        ("@neko_22", ["neko_22"]), ("Jane Ann Doe", ["jane ann doe", "jane", "doe"]), ("SMITH", ["smith"]),
        ("Thea", ["thea"]), ("林", ["林"]), ("J. Li", ["j. li", "j.", "li"]), ("Team", []), ("Al B", ["al b", "al"]),
        ("五十嵐一", ["五十嵐一", "五十", "五十嵐"]),
    ])
    func everyWordHasItsBearer(name: String, addressed: [String]) throws {
        let words = [
            "田中", "田中太", "田中太郎", "田", "中太郎", "田中さ", "田中さくら", "佐藤", "佐藤 花子", "花子", "neko", "neko_22", "jane",
            "ann", "doe", "jane ann", "jane ann doe", "smith", "smi", "the", "thea", "林", "林檎", "j.", "li", "j. li",
            "team",
            "al", "b", "al b", "五十", "五十嵐", "五十嵐一", "嵐一",
        ]
        for isCustomer in [false, true] {
            let database = try KoeDatabase.inMemory()
            try database.write { db in
                try PersonQueries.index(in: db)
                for (number, name) in ["Other Person", name, name, "田中ひろし", "Theodore X"].enumerated() {
                    var comment = Feedback.Comment(source: "s", externalID: "\(number)", text: "")
                    var supportCase = SupportCase(caseID: "\(number)", origin: .imported, events: [])
                    if isCustomer { supportCase.customer = name } else { comment.author = name }
                    _ = try CommentTable.store([comment], in: db)
                    _ = try CaseTable.store([supportCase], in: db)
                }
                let found = try words.filter { word in
                    let bearers = try KnownNames.bearers(of: [word], in: db)
                    return bearers.contains { NameForms.forms(of: $0).contains(word) }
                }
                #expect(Set(found) == Set(addressed))
                #expect(try KnownNames.bearers(of: words, in: db).count == found.count)
            }
        }
    }
}
