import Feedback
import Foundation
import Testing

@testable import Store

/// Steps of one transaction: seen by each other at once, by other readers when it is committed, and gone together.
struct SharedTransactionTests {
    private struct Stop: Error {}

    private let folder = FileManager.default.temporaryDirectory.appending(path: "koe-shared-\(UUID().uuidString)")

    private func withDatabase(_ body: (KoeDatabase) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // A leftover in the temporary folder harms nobody.
        try body(KoeDatabase(path: folder.appending(path: "koe.db").path))
    }

    private func comment(_ id: String) -> Feedback.Comment {
        Feedback.Comment(source: "web", externalID: id, text: "Good.")
    }

    @Test func stepsShowWhenTheyAreKept() throws {
        try withDatabase { database in
            let transaction = try SharedTransaction(database)
            try transaction.commit()
            for (place, id) in ["a", "b"].enumerated() {
                let count = try transaction.step { db in
                    _ = try CommentTable.store([comment(id)], in: db)
                    return try CommentTable.count(in: db)
                }
                #expect(count == place + 1)
                #expect(try database.read { try CommentTable.count(in: $0) } == 0)
            }
            try transaction.commit()
            #expect(try database.read { try CommentTable.count(in: $0) } == 2)
        }
    }

    @Test func aStepThatFailsTakesThoseSinceTheLastCommitWithIt() throws {
        try withDatabase { database in
            let transaction = try SharedTransaction(database)
            try transaction.step { _ = try CommentTable.store([comment("kept")], in: $0) }
            try transaction.commit()
            try transaction.step { _ = try CommentTable.store([comment("lost")], in: $0) }
            #expect(throws: Stop.self) {
                try transaction.step { db in
                    _ = try CommentTable.store([comment("lost too")], in: db)
                    throw Stop()
                }
            }
            #expect(try database.read { try CommentTable.count(in: $0) } == 1)
            try transaction.step { _ = try CommentTable.store([comment("next")], in: $0) }
            try transaction.commit()
            #expect(try database.read { try CommentTable.count(in: $0) } == 2)
            // What writes alone comes after it as ever.
            try database.write { _ = try CommentTable.store([comment("alone")], in: $0) }
            #expect(try database.read { try CommentTable.count(in: $0) } == 3)
        }
    }

    @Test func aDatabaseForReadingAloneTakesNone() throws {
        #expect(throws: (any Error).self) { try SharedTransaction(KoeDatabase(readingPath: "/nowhere/koe.db")) }
    }
}
