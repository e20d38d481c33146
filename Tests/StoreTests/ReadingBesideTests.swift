import Feedback
import Foundation
import GRDB
import Testing

@testable import Store

/// Whoever reads neither waits for a writer nor lets its log grow without bound.
struct ReadingBesideTests {
    private func withDatabase(_ body: (String, KoeDatabase) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "koe-beside-\(UUID().uuidString).db").path
        // Leftovers in the temporary folder harm nobody.
        defer { for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) } }
        try body(path, KoeDatabase(path: path))
    }

    @Test func aSearchIsAnsweredWhileARunWrites() throws {
        try withDatabase { path, writer in
            try writer.write { db in
                _ = try CommentTable.store([Feedback.Comment(source: "s", externalID: "1", text: "refund")], in: db)
                try SearchIndex.update(in: db)
            }
            try writer.write { db in
                let late = Feedback.Comment(source: "s", externalID: "2", text: "another refund")
                _ = try CommentTable.store([late], in: db)
                // Another process sees what was there before the transaction that is under way.
                let found = try KoeDatabase(readingPath: path).read {
                    try SearchIndex.search("refund", limit: 5, in: $0).ids
                }
                #expect(found == [1])
            }
        }
    }

    @Test func theLogIsCutWhileSomebodyHasTheDatabaseOpen() throws {
        try withDatabase { path, writer in
            let reader = KoeDatabase(readingPath: path)
            #expect(try reader.read { try CommentTable.count(in: $0) } == 0)
            // More than what is kept in the log before it goes into the file.
            let piece = String(repeating: "x", count: 1 << 20)
            try writer.write { db in
                for number in 0..<90 { try FactTable.set("piece \(number)", to: piece, in: db) }
            }
            func logSize() throws -> Int {
                try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
            }
            #expect(try logSize() > 80 << 20)
            for number in 0..<3 { try writer.write { try FactTable.set("small", to: "\(number)", in: $0) } }
            #expect(try logSize() <= 17 << 20)
            #expect(try reader.read { try FactTable.value("small", in: $0) } == "2")
        }
    }
}
