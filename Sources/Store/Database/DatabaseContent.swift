import Feedback
package import GRDB

/// The content of the database in one order that depends on nothing but the content.
///
/// Row ids, history of runs, the ledger of flags with its acknowledgements, and search indexes are left out, so two
/// databases that were filled by other batches, in another order or through a crash give the same bytes.
package enum DatabaseContent {
    /// Calls the body with pieces of bytes: for each table its name, then each value with its type and length.
    package static func forEachPiece(in db: Database, _ body: ([UInt8]) throws -> Void) throws {
        for (table, sql) in tables {
            var buffer = Array("\(table)\n".utf8)
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                for (name, value) in row {
                    if !added.isEmpty, table == "comment", added.contains(name) {
                        if value.isNull { continue }
                        append(name.databaseValue, to: &buffer)
                    }
                    append(value, to: &buffer)
                }
                if buffer.count > 1 << 16 {
                    try body(buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
            }
            try body(buffer)
        }
    }

    /// Columns that came later, behind all others: each counts with its name, and only where it holds something, so that
    /// content without them keeps its hash.
    private static let added = CommentColumn.added.flatMap(CommentColumns.names(of:))

    private static let tables = [
        (
            "comment",
            """
            SELECT \((["source", "externalID"] + CommentColumns.hashed).map { "comment.\($0)" }.joined(separator: ", ")),
                scorer.version, language, valence, handlingValence,
                facets, signals, score.evidence, link.caseID, relation, status, milliBits, marginMilliBits, method,
                link.evidence AS linkEvidence\(added.map { ", comment.\($0)" }.joined())
            FROM comment LEFT JOIN score ON score.commentID = comment.id
            LEFT JOIN scorer ON scorer.id = score.scorerID
            LEFT JOIN link ON link.commentID = comment.id
            ORDER BY source, externalID
            """
        ),
        (
            "supportCase",
            """
            SELECT caseID, origin, number, orderNumber, brand, product, customer, customerHandle, channel, openedAt,
                openedAtText, openedAtCertainty, closedAt, closedAtText, subject FROM supportCase ORDER BY caseID
            """
        ),
        (
            "caseEvent",
            """
            SELECT caseID, position, at, atText, kind, actor, caseEvent.channel, note, amountThousandths, currency
            FROM caseEvent JOIN supportCase ON supportCase.id = supportCaseID ORDER BY caseID, position
            """
        ),
        (
            "quarantine",
            "SELECT inputHash, line, byte, reason, message, raw FROM quarantine ORDER BY inputHash, byte, reason"
        ),
        (
            "voice",
            """
            SELECT voiceID, brand, caseID, author, month, channel, relation, isCounted, supportPolarity, supportBasis,
                brandPolarity, brandBasis, facets, signals FROM voice ORDER BY voiceID
            """
        ),
        (
            "voiceMember",
            """
            SELECT voice.voiceID, source, externalID FROM voiceMember JOIN voice ON voice.id = voiceMember.voiceID
            JOIN comment ON comment.id = commentID ORDER BY 1, 2, 3
            """
        ),
        (
            "cell",
            """
            SELECT brand, periodLength, period, channel, measure, n, sum, sumOfSquares, isSufficient FROM cell
            ORDER BY brand, periodLength, period, channel, measure
            """
        ),
        ("earlySign", "SELECT brand, voiceID, postedAt, reason FROM earlySign ORDER BY brand, voiceID"),
        ("flag", "SELECT flagID, brand, measure, channel, kind, firstBadPeriod FROM flag ORDER BY flagID"),
    ]

    /// Type letter, length and content, so that no two different rows can give the same bytes.
    private static func append(_ value: DatabaseValue, to buffer: inout [UInt8]) {
        switch value.storage {
        case .null: buffer.append(UInt8(ascii: "n"))
        case .int64(let number): buffer.append(contentsOf: "i\(number);".utf8)
        case .double(let number): buffer.append(contentsOf: "d\(number.bitPattern);".utf8)
        case .string(let text):
            buffer.append(contentsOf: "s\(text.utf8.count):".utf8)
            buffer.append(contentsOf: text.utf8)
        case .blob(let data):
            buffer.append(contentsOf: "b\(data.count):".utf8)
            buffer.append(contentsOf: data)
        }
    }
}
