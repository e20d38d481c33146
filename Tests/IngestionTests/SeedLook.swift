import Feedback
import Foundation
import Testing

@testable import Ingestion

struct SeedLook {
    @Test func look() throws {
        let brands = [BrandName("Lotte", aliases: ["ロッテ"]), BrandName("BOSE", aliases: ["ボーズ"]), BrandName("Zappos", aliases: ["ザッポス"]),
            BrandName("Uber", aliases: ["ウーバー"]), BrandName("Apple", aliases: ["アップル"], ambiguous: ["Apple", "アップル"])]
        for name in ["000_d61f135d9f633fca.txt", "003_22cac45063126ae8.txt"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: "/work/shared/seeds/" + name))
            let batch = try Importing.all(Array(data), file: name, options: Importing.options(brands))
            for c in batch.comments {
                print("---", c.source, c.externalID, c.brand ?? "-", c.author ?? "-", Importing.tokyo(c.postedAt), c.postedAt?.certainty as Any, c.rating as Any, "title:", c.title ?? "-", "re:", c.inReplyTo ?? "-", "th:", c.threadID ?? "-")
                print(c.text)
            }
            print(batch.problems, batch.rowsRead)
        }
        for name in ["comments.ndjson", "cases.ndjson"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: "/work/shared/eval/link_dev/" + name))
            let batch = try Importing.all(Array(data), file: name)
            print(name, batch.comments.count, batch.cases.count, batch.problems.prefix(3), batch.rowsRead, batch.comments.first as Any, batch.cases.first as Any)
        }
    }
}
extension SeedLook {
    @Test func stories() throws {
        let table = try String(contentsOf: URL(fileURLWithPath: "/work/main/Lexicons/brands.tsv"), encoding: .utf8)
        let brands = BrandName.list(table: table)
        for name in ["000_d61f135d9f633fca.txt", "003_22cac45063126ae8.txt"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: "/work/shared/seeds/" + name))
            let batch = try Importing.all(Array(data), file: name, options: Importing.options(brands))
            for c in batch.comments {
                print("##", c.brand ?? "-", c.author ?? "-", Importing.tokyo(c.postedAt))
                guard let k = StoryReader.cases(in: c) else { continue }
                print("  ", k.caseID, k.channel ?? "-", k.subject ?? "-", k.customer ?? "-")
                for e in k.events { print("   ", e.kind, e.actor as Any, e.channel ?? "-", e.note ?? "-", e.amount as Any) }
            }
        }
    }
}
