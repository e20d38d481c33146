import Feedback
import Foundation
import GRDB
import Store
import Testing

@testable import Nightly

/// What changed is made anew, and nothing else; the end is that of making everything anew.
struct ChangedVoicesTests {
    private static let kinds = CellKinds(minimumVoices: 3, hasWeeks: true)

    /// How many sequences of nights are tried; `KOE_SEQUENCES` asks for more.
    private static let sequences = ProcessInfo.processInfo.environment["KOE_SEQUENCES"].flatMap { Int($0) } ?? 320

    private static let person: @Sendable (String?) -> String? = { $0 }

    private func update(_ db: Database, beside database: KoeDatabase? = nil) throws {
        let update = ChangedVoices(
            zone: .utc,
            kinds: Self.kinds,
            person: Self.person,
            database: database,
            workers: 2
        )
        for brand in try update.update(in: db) {
            try EarlySignSearch(zone: .utc).run(on: brand, in: db)
            try VersionTable.update(brand, in: db)
        }
        try TouchedTables.clear(in: db)
    }

    /// The content as it is when everything is made anew, which is then forgotten.
    private func rebuilt(_ db: Database) throws -> [String] {
        var result: [String] = []
        try db.inSavepoint {
            try WholeMeasuring(zone: .utc, kinds: Self.kinds, person: Self.person)
                .run(comments: 0, in: db, progress: { _ in })
            for brand in try VoiceTable.brands(in: db) {
                try EarlySignSearch(zone: .utc).run(on: brand, in: db)
                try VersionTable.update(brand, in: db)
            }
            result = try picture(db)
            return .rollback
        }
        return result
    }

    private func picture(_ db: Database) throws -> [String] {
        let members = """
            SELECT voice.voiceID || ' ' || externalID FROM voiceMember JOIN voice ON voice.id = voiceMember.voiceID
            JOIN comment ON comment.id = commentID ORDER BY 1
            """
        let cells = "SELECT json_array(brand, period, channel, measure, n, sum, isSufficient) FROM cell ORDER BY 1"
        let days = "SELECT json_array(brand, day, voices, sum, negative, alike) FROM supportDay ORDER BY 1"
        let tallies = "SELECT json_array(brand, kind, name, month, n) FROM voiceTally ORDER BY 1"
        let signs = """
            SELECT json_array(brand, voiceID, (SELECT externalID FROM comment WHERE id = commentID)) FROM earlySign
            ORDER BY 1
            """
        let listed = """
            SELECT json_array(listedComment.brand, listedComment.postedAt, externalID, voice.voiceID, listedComment.month,
                listedComment.channel, stars, language, isLinked, measures, praise, named, blame, listedComment.signals,
                listedComment.product, listedComment.version)
            FROM listedComment JOIN comment ON comment.id = commentID
            LEFT JOIN voice ON voice.id = listedComment.voiceID ORDER BY 1
            """
        let versions = """
            SELECT json_array(brand, product, version, firstDay, lastDay, voices, n, sum, sumOfSquares, customers,
                customerSumSquares, customerSumCounts, customerCountSquares) FROM versionSum ORDER BY 1
            """
        return [try ContentSums.text(in: db)]
            + (try [members, cells, days, tallies, signs, listed, versions].flatMap { try String.fetchAll(db, sql: $0) })
    }

    @Test func everySequenceOfNightsEndsWhereARebuildDoes() throws {
        var signs = 0
        for seed in 1...Self.sequences {
            var sequence = try NightSequence(seed: UInt64(seed))
            for _ in 0...seed % 4 {
                try sequence.change()
                try sequence.database.write { try update($0) }
            }
            try sequence.database.write { db in
                #expect(try picture(db) == rebuilt(db), "sequence \(seed)")
                #expect(try ContentSums.differences(in: db) == [], "sequence \(seed)")
                signs += try FindingTable.earlySigns(in: db).count
            }
        }
        #expect(signs > 0, "no sequence has an early sign, so none was compared")
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func brandsReckonedBesideTheTransactionEndThereToo(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let database = try KoeDatabase(path: folder.url.appending(path: "koe.db").path)
        #expect(database.readsBesideWriter)
        var sequence = try NightSequence(seed: seed, in: database)
        for _ in 0..<4 {
            try sequence.change()
            try database.write { try update($0, beside: database) }
        }
        let (made, expected, differences) = try database.write { db in
            (try picture(db), try rebuilt(db), try ContentSums.differences(in: db))
        }
        #expect(made == expected)
        #expect(differences == [])
    }

    @Test func nothingNewTouchesNothing() throws {
        var sequence = try NightSequence(seed: 5)
        for _ in 0..<4 { try sequence.change() }
        try sequence.database.write { db in
            try update(db)
            let before = db.totalChangesCount
            let changed = try ChangedVoices(zone: .utc, kinds: Self.kinds, person: Self.person).update(in: db)
            #expect(changed == [])
            #expect(db.totalChangesCount == before)
        }
    }

    @Test func aVoiceThatStaysKeepsItsRow() throws {
        var stayed = 0
        for seed in 1...20 {
            var sequence = try NightSequence(seed: UInt64(seed))
            var before: [String: Int64] = [:]
            for _ in 0..<4 {
                try sequence.change()
                let after = try sequence.database.write { db in
                    try update(db)
                    let rows = try Row.fetchAll(db, sql: "SELECT voiceID, id FROM voice")
                    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int64) })
                }
                for (name, id) in after where before[name] != nil {
                    #expect(before[name] == id, "sequence \(seed): \(name)")
                    stayed += 1
                }
                before = after
            }
        }
        #expect(stayed > 0, "no voice outlived a night")
    }

    @Test func listedCommentsThatAreAsTheyWereStay() throws {
        var sequence = try NightSequence(seed: 5)
        for _ in 0..<20 { try sequence.change() }
        try sequence.database.write { db in
            try update(db)
            try #require(Int.fetchOne(db, sql: "SELECT count(*) FROM listedComment") ?? 0 > 5)
            try db.execute(sql: "INSERT INTO touchedComment SELECT id FROM comment WHERE TRUE ON CONFLICT DO NOTHING")
            try db.execute(
                sql: """
                    CREATE TEMP TABLE change (commentID INTEGER);
                    CREATE TEMP TRIGGER come AFTER INSERT ON listedComment BEGIN INSERT INTO change VALUES (NEW.commentID); END;
                    CREATE TEMP TRIGGER go AFTER DELETE ON listedComment BEGIN INSERT INTO change VALUES (OLD.commentID); END;
                    """
            )
            try update(db)
            #expect(try Int64.fetchAll(db, sql: "SELECT commentID FROM change") == [])
            // The triggers see what changes.
            try db.execute(sql: "UPDATE comment SET ratingThousandths = 2500, ratingLow = 1, ratingHigh = 6")
            try update(db)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM change") ?? 0 > 0)
        }
    }
}
