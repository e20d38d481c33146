import Feedback
import Testing

@testable import Ingestion

/// Which columns name the brand.
struct BrandColumnTests {
    private func brands(_ header: String, _ values: [String]) throws -> [String?] {
        let rows = values.enumerated().map {
            "2026-02-0\($0.offset + 1),\($0.element),The part broke on day \($0.offset).\n"
        }
        return try Importing.all("date,\(header),text\n" + rows.joined()).comments.map(\.brand)
    }

    @Test(arguments: [
        "店舗", "店舗名", "ご利用店舗", "店舗名（任意）", "対象ブランド", "ブランド", "会社", "会社名", "Brand", "Store Name", "Hotel_Name", "airline",
        "Company", "Company Name", "ご利用店舗をお選びください", "Which hotel did you stay at?",
    ]) func namesOfBrandsAreRead(name: String) throws {
        let values = ["Kita", "Minami", "Kita", "Kita"]
        #expect(try brands(name, values) == values)
    }

    @Test(arguments: [
        "店舗からの回答", "店舗コメント", "店舗より", "ショップコメント", "会社コメント", "ブランド回答", "Company Response", "Brand Response",
        "Hotel Response",
        "店舗への要望", "ブランドの好きなところ", "What do you dislike about our brand?", "会社規模", "company size", "Brand awareness",
    ]) func namesThatSpeakOfABrandAreNone(name: String) throws {
        #expect(try brands(name, ["Kita", "Minami", "Kita", "Kita"]).allSatisfy { $0 == nil })
    }

    @Test func sentencesAreNoBrands() throws {
        let values = ["駅前の店舗を利用しました。", "いつもの店で買いました", "I went to the one by the station last week"]
        for name in ["店舗", "Brand", "ブランド"] { #expect(try brands(name, values).allSatisfy { $0 == nil }) }
    }

    @Test(arguments: ["会社名", "Company Name"])
    func theCompanyOfAPersonIsNoBrand(name: String) throws {
        let csv = """
            date,Full name,\(name),text
            2026-02-01,Ann Lee,Kita Foods,The part broke on day one.
            2026-02-02,Bob Ray,Minami Steel,The part broke on day two.
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.brand) == [nil, nil] && comments.map(\.author) == ["Ann Lee", "Bob Ray"])
    }

    @Test func theCompanyOfWhoAnsweredASurveyIsNoBrand() throws {
        let csv = """
            会社名,NPS,ご意見
            北食品,9,説明が丁寧でした。
            南鉄鋼,3,電話がつながりません。
            """
        #expect(try Importing.all(csv).comments.map(\.brand) == [nil, nil])
    }
}
