import Foundation
import Testing

/// Every name by which an import knows a brand, and the one that reports print, asks for that brand.
struct BrandNameTests {
    private static let settings = """
        language: en
        brands:
          - name: Acme
            aliases: [アクメ, Acme Retail]
            japaneseName: アクメ商店
          - name: Quiet

        """
    private static let rows = #"""
        {"id":"1","source":"web","brand":"アクメ","author":"A","posted_at":"2014-12-01T10:00:00Z","text":"Rude staff."}
        {"id":"2","source":"web","brand":"Newcomer","author":"B","posted_at":"2014-12-02T10:00:00Z","text":"Great support."}

        """#

    @Test func everyNameAsksForItsBrandAndOthersAreRefused() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        _ = try folder.file("ws/koe.yaml", Self.settings)
        let file = try folder.file("r.ndjson", Self.rows)
        #expect(try KoeProcess.run(["-w", workspace, "run", file]).status == 0)
        let names = [
            "Acme": ["Acme", "ACME", "アクメ", "ｱｸﾒ", "acme retail", "アクメ商店"], "Newcomer": ["newcomer"],
        ]
        for (brand, asked) in names.flatMap({ brand, names in names.map { (brand, $0) } }) {
            let result = try KoeProcess.run(["-w", workspace, "why", "measure", asked, "--json"])
            #expect(
                result.status == 0 && result.output.contains("\"brand\" : \"\(brand)\""),
                "\(asked) \(result.errors)"
            )
        }
        // A brand of the settings without a comment is one; a well-known one that nobody speaks of is none here.
        #expect(try KoeProcess.run(["-w", workspace, "flags", "--brand", "quiet"]).status == 0)
        for asked in ["Nobody", "Lotte"] {
            for command in [["flags", "--brand", asked], ["review", "--brand", asked], ["power", "--brand", asked]] {
                let result = try KoeProcess.run(["-w", workspace] + command)
                #expect(
                    result.status != 0 && result.errors.contains("no brand has the name \"\(asked)\""),
                    "\(command)"
                )
                #expect(result.errors.contains("brands with voices: Acme, Newcomer"), "\(command)")
            }
        }
    }
}
