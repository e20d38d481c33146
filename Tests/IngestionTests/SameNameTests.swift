import Feedback
import Testing

@testable import Ingestion

/// Columns that share a name.
struct SameNameTests {
    private let csv = """
        番号,商品A,理由,商品B,理由
        1,5,音が良くて毎日使っています。,2,すぐに壊れて残念でした。
        2,4,,1,電池が一日もちません。
        3,1,説明書が読みにくいです。,5,
        """

    @Test func theSecondIsKeptUnderANameOfItsOwn() throws {
        let mapping = try Importing.mapping(#"{"map":{"id":"番号","text":"理由 (2)","title":"理由"}}"#)
        let comments = try Importing.all(csv, options: Importing.options(mapping: mapping)).comments
        #expect(comments.map(\.text) == ["すぐに壊れて残念でした。", "電池が一日もちません。", ""])
        #expect(comments.map(\.title) == ["音が良くて毎日使っています。", nil, "説明書が読みにくいです。"])
    }

    @Test func bothAreReadWithoutAMapping() throws {
        let comments = try Importing.all(csv).comments
        #expect(
            comments.map(\.text) == [
                "音が良くて毎日使っています。\nすぐに壊れて残念でした。", "電池が一日もちません。", "説明書が読みにくいです。",
            ]
        )
    }

    @Test func theImportAndTheProposalSaySo() throws {
        var importer = Importer(
            file: "a.csv",
            chunks: InputChunks(bytes: Array(csv.utf8)),
            options: Importing.options()
        )
        _ = try importer.next(maximumRows: 10)
        #expect(importer.notes.contains("several columns have one name; the further ones are 理由 (2)"))
        let yaml = try MappingSuggester.suggest(
            file: "a.csv",
            chunks: InputChunks(bytes: Array(csv.utf8)),
            zone: "Asia/Tokyo"
        )
        #expect(yaml.contains("# several columns have one name; the further ones are 理由 (2)."))
        #expect(yaml.contains("text: {columns: [理由, \"理由 (2)\"]}"))
    }

    /// A column that nobody names fills what the first of its name left empty, and a name that is there stays another's.
    @Test func whatTheFirstLeftEmptyIsFilled() throws {
        let mapping = try Importing.mapping(#"{"map":{"text":"t"}}"#)
        let text = "t,t,t (2),t\na,b,c,d\n,b,c,d\n,,c,d\n,,c,\n"
        let batch = try Importing.all(text, options: Importing.options(mapping: mapping))
        #expect(batch.comments.map(\.text) == ["a", "b", "d"] && batch.skipped == [.noAnswer: 1])
        let third = try Importing.mapping(#"{"map":{"text":"t (4)"}}"#)
        let other = try Importing.all(text, options: Importing.options(mapping: third))
        #expect(other.comments.map(\.text) == ["d", "d", "d"])
    }

    @Test func namesThatDifferInCaseAreTwo() throws {
        let mapping = try Importing.mapping(#"{"map":{"text":"comment","title":"Comment"}}"#)
        let batch = try Importing.all("Comment,comment\nA,b\n", options: Importing.options(mapping: mapping))
        #expect(batch.comments.map(\.text) == ["b"] && batch.comments[0].title == "A")
    }

    @Test func aRepeatedHeaderIsStillLeftOut() throws {
        let batch = try Importing.all("id,text,text\n1,slow,\nid,text,text\n2,,late\n")
        #expect(batch.comments.map(\.text) == ["slow", "late"] && batch.skipped == [.repeatedHeader: 1])
    }
}
