import Foundation
import Testing

@testable import Workspace

/// No author's name stands in the id of a voice.
struct VoiceNameTests {
    /// HMAC-SHA-256 of "Taro" under a key of 32 bytes of 0x0b, by Python's `hmac`.
    @Test func nameIsAKeyedHash() {
        let names = VoiceNames(key: WorkspaceKey(bytes: [UInt8](repeating: 0x0B, count: 32)))
        #expect(names.shown("author/Lotte/Taro/2014-12", brand: "Lotte") == "author/Lotte/d8d187255f4db9c7/2014-12")
        #expect(names.shown("author/A/B/Ta/ro/all", brand: "A/B").hasPrefix("author/A/B/"))
        #expect(!names.shown("author/A/B/Ta/ro/all", brand: "A/B").contains("ro/all"))
    }

    @Test(arguments: ["case/123", "comment/blog:1", "author/Other/Taro/all"])
    func idsThatNameNobodyStay(id: String) {
        #expect(VoiceNames(key: WorkspaceKey(bytes: [UInt8](repeating: 1, count: 32))).shown(id, brand: "Lotte") == id)
    }

    /// HMAC-SHA-256 of "090-7777-8888" under a key of 32 bytes of 0x0b, by Python's `hmac`.
    @Test func idsThatArePersonalAreHashesToo() {
        let names = VoiceNames(key: WorkspaceKey(bytes: [UInt8](repeating: 0x0B, count: 32)))
        #expect(names.shown(key: "shop:090-7777-8888") == "shop:214b65591dd2056d")
        #expect(names.shown("comment/shop:090-7777-8888", brand: "A") == "comment/shop:214b65591dd2056d")
        #expect(names.shown("case/090-7777-8888", brand: "A") == "case/214b65591dd2056d")
        #expect(names.shown(caseID: "story\u{1F}9") == "story:9")
    }

    @Test func keyStaysForLifeAndIsItsOwnersAlone() throws {
        let folder = try TemporaryFolder()
        let workspace = WorkspaceFolder(directory: folder.url)
        let id = "author/Lotte/Taro/all"
        let first = try VoiceNames(key: WorkspaceKey(of: workspace)).shown(id, brand: "Lotte")
        #expect(try VoiceNames(key: WorkspaceKey(of: workspace)).shown(id, brand: "Lotte") == first)
        let mode = try FileManager.default.attributesOfItem(atPath: workspace.keyFile.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let other = try TemporaryFolder()
        #expect(
            try VoiceNames(key: WorkspaceKey(of: WorkspaceFolder(directory: other.url))).shown(id, brand: "Lotte")
                != first
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["koe.key"])
    }

    @Test func damagedKeyIsRefused() throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("koe.key", "0b0b")
        #expect(throws: WorkspaceError.self) {
            try VoiceNames(key: WorkspaceKey(of: WorkspaceFolder(directory: folder.url)))
        }
    }

    @Test func outputsHoldNoNameAndTheirIdIsTaken() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        var rows = (0..<30).map { number in
            """
            {"id":"\(number)","brand":"Lotte","author":"Writer \(number)","posted_at":"2014-0\(1 + number % 9)-10T00:00:00Z",\
            "text":"The support was quick and polite."}
            """
        }
        rows.append(
            """
            {"id":"sign","brand":"Lotte","author":"Kaworu Nagisa","posted_at":"2015-12-10T00:00:00Z",\
            "text":"The support was slow and rude, and nobody explained anything."}
            """
        )
        let file = try folder.file("r.ndjson", rows.joined(separator: "\n"))
        #expect(try KoeProcess.run(["-w", workspace, "run", file]).status == 0)
        let voices = try KoeProcess.run(["-w", workspace, "export", "voices"]).output
        #expect(!voices.contains("author/Lotte/Kaworu"))
        let why = try KoeProcess.run(["-w", workspace, "why", "comment", "sign"]).output
        #expect(!why.contains("author/Lotte/Kaworu") && why.contains("author/Lotte/"))
        let measure = try KoeProcess.run(["-w", workspace, "why", "measure", "Lotte", "--limit", "0"]).output
        #expect(!measure.contains("Kaworu"))
        let table = try String(contentsOfFile: workspace + "/reports/latest/csv/early-signs.csv", encoding: .utf8)
        let id = try #require(table.split(separator: ",").first { $0.hasPrefix("author/Lotte/") }.map(String.init))
        #expect(!table.contains("Kaworu"))
        let flag = try KoeProcess.run(["-w", workspace, "why", "flag", id])
        #expect(flag.status == 0 && flag.output.contains("slow and rude"), "\(flag.errors)")
    }
}
