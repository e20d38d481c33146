import Feedback
import Foundation
import Store
import Testing

struct KoeDatabaseTests {
    @Test func connectionForReadingCannotWrite() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "koe-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // A leftover harms nobody.
        let path = folder.appending(path: "koe.db").path
        #expect(throws: (any Error).self) { try KoeDatabase(readingPath: path) }
        let comment = Feedback.Comment(source: "s", externalID: "0", text: "text")
        let writing = try KoeDatabase(path: path)
        _ = try writing.write { try CommentTable.store([comment], in: $0) }
        let reading = try KoeDatabase(readingPath: path)
        #expect(try reading.read { try CommentTable.count(in: $0) } == 1)
        #expect(throws: (any Error).self) { try reading.write { try CommentTable.store([comment], in: $0) } }
        #expect(throws: (any Error).self) { try reading.write { try VoiceTable.clear(in: $0) } }
    }
}
