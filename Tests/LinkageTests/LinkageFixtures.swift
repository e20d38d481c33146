import Feedback
import Foundation

@testable import Linkage

/// Cases and comments written by hand for the tests.
enum Sample {
    static let names: NameReadings = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        do {
            let data = try Foundation.Data(contentsOf: root.appending(path: "Lexicons/names.tsv"))
            return try NameReadings(tsv: [UInt8](data))
        } catch {
            fatalError("Lexicons/names.tsv cannot be read: \(error)")
        }
    }()

    /// A time on a day, at noon UTC.
    static func noon(_ year: Int, _ month: Int, _ day: Int) -> Instant {
        guard let date = Day(year: year, month: month, day: day) else { fatalError("no such day") }
        return Instant(seconds: Int64(date.number) * 86_400 + 43_200)
    }

    static func name(_ text: String) -> PersonName { NameNormaliser(names: names).name(text) }

    static func makeCase(
        _ caseID: String,
        number: String? = nil,
        order: String? = nil,
        brand: String? = "Sakuraya",
        product: String? = nil,
        customer: String? = nil,
        handle: String? = nil,
        opened: Instant? = noon(2020, 5, 10),
        subject: String? = nil
    ) -> LinkCase {
        var linkCase = LinkCase(caseID: caseID)
        linkCase.number = number
        linkCase.orderNumber = order
        linkCase.brand = brand
        linkCase.product = product
        linkCase.customer = customer
        linkCase.customerHandle = handle
        linkCase.openedAt = opened
        linkCase.subject = subject
        return linkCase
    }

    static func comment(
        _ id: String,
        _ text: String,
        author: String? = nil,
        account: String? = nil,
        brand: String? = "Sakuraya",
        product: String? = nil,
        posted: Instant? = noon(2020, 5, 20),
        thread: String? = nil,
        answers: String? = nil,
        role: AuthorRole = .customer
    ) -> LinkComment {
        var comment = LinkComment(source: "blog", externalID: id, text: text, role: role)
        comment.author = author
        comment.authorID = account
        comment.brand = brand
        comment.product = product
        comment.postedAt = posted
        comment.threadID = thread
        comment.inReplyTo = answers
        return comment
    }

    /// A table of 200 cases of invented people, so that frequencies mean something.
    static let crowd: [LinkCase] = {
        let families = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤"]
        let given = ["太郎", "花子", "健一", "由美", "翔太", "恵子", "直樹", "陽子"]
        let brands = ["Sakuraya", "Vantel", "Luma", "Tanpopo"]
        return (0..<200).map { place in
            makeCase(
                "crowd-\(place.padded(to: 3))",
                number: "\(20_000_000 + place * 7_919)",
                order: "B\((place * 104_729 + 11).padded(to: 8))",
                brand: brands[place % 4],
                product: ["掃除機V8", "緑茶", "ギフトカード"][place % 3],
                customer: families[place % 10] + given[(place / 10) % 8],
                opened: Instant(seconds: noon(2015, 1, 1).seconds + Int64(place) * 18 * 86_400)
            )
        }
    }()

    static func run(_ cases: [LinkCase]) -> LinkRun { LinkRun(cases: crowd + cases, names: names) }

    /// The link of a comment that stands alone.
    static func link(_ comment: LinkComment, among cases: [LinkCase]) -> CaseLink? {
        decision(on: comment, of: run(cases))?.link
    }

    /// The decision about a comment that stands alone.
    static func decision(on comment: LinkComment, of run: LinkRun) -> LinkDecision? {
        run.link(thread: [comment]).first?.decision
    }
}

/// A linear congruential generator (Knuth, MMIX), so that every run shuffles alike.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
