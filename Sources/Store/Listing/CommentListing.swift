package import Feedback
package import GRDB

/// One narrow row a comment, by which lists of comments are chosen and counted without reading what people wrote.
///
/// The measuring makes it in its transaction, so that a list and the measures speak of the same voices. A comment stands
/// under the brand, the channel, the product and the version of its voice, as the measures count it, even where the
/// voice has none and the comment has. No part of the content that is hashed.
package enum CommentListing {
    /// Where comments without a time stand: before all others.
    static let undated: Int64 = -1 << 53
    /// Stands for the brand of comments that name none.
    static let noBrand = ""
    /// Stands for the channel of comments that name none, as voices have it.
    package static let noChannel = "unknown"

    /// Makes the rows of the comments that changed since the last measuring, where they are others.
    package static func update(in db: Database) throws {
        let touched = "(SELECT commentID FROM touchedComment)"
        try db.execute(
            sql: """
                DELETE FROM listedComment WHERE commentID IN \(touched)
                    AND (\(columns)) IS NOT (\(selection) WHERE comment.id = listedComment.commentID);
                INSERT INTO listedComment (\(columns)) \(selection) WHERE comment.id IN \(touched)
                    AND NOT EXISTS (SELECT 1 FROM listedComment WHERE listedComment.commentID = comment.id);
                """
        )
    }

    /// Makes all rows anew.
    package static func rebuild(in db: Database) throws {
        try ListTally.rebuild(in: db) {
            // Rows and index come in their order, for SQLite appends much faster than it inserts.
            try db.execute(
                sql: """
                    DROP INDEX listedCommentID;
                    DELETE FROM listedComment;
                    INSERT INTO listedComment (\(columns)) \(selection) ORDER BY 1, 2, 3;
                    \(Schema.listedIndex)
                    """
            )
        }
    }

    /// Comments that came or changed since the last measuring, and are not listed as they are now.
    package static func waiting(in db: Database) throws -> Int { try TouchedTables.count(in: db) }

    private static let columns = """
        brand, postedAt, commentID, voiceID, month, channel, stars, language, isLinked, measures, praise, named, blame,
        signals, product, version
        """

    /// What the row of a comment holds, in the order of ``columns``.
    private static let selection = """
        SELECT coalesce(voice.brand, comment.brand, '\(noBrand)'), coalesce(comment.postedAt, \(undated)), comment.id,
            voice.id, voice.month, coalesce(voice.channel, comment.channel, '\(noChannel)'),
            CASE WHEN ratingLow < ratingHigh
                THEN 1000 + 4 * (ratingThousandths - 1000 * ratingLow) / (ratingHigh - ratingLow) END,
            score.language,
            link.relation IN ('same_case', 'follow_up', 'about') AND link.status IN ('auto', 'confirmed') IS TRUE,
            \(measures), facetBits(score.facets, 1), facetBits(score.facets, 0), facetBits(score.facets, -1),
            signalBits(score.signals),
            iif(voice.id IS NULL, comment.product, voice.product),
            iif(voice.id IS NULL, comment.appVersion, voice.version)
        FROM comment
        LEFT JOIN score ON score.commentID = comment.id
        LEFT JOIN link ON link.commentID = comment.id
        LEFT JOIN voiceMember ON voiceMember.commentID = comment.id
        LEFT JOIN voice ON voice.id = voiceMember.voiceID
        """

    /// Stands at the comment with the least row id of each counted voice: one a voice.
    static let firstOfVoice = 1 << 30

    /// How many comments are listed: what is stored, less what waits and is not listed yet.
    static func count(in db: Database) throws -> Int {
        let unlisted = """
            SELECT count(*) FROM touchedComment CROSS JOIN comment ON comment.id = touchedComment.commentID
            LEFT JOIN listedComment ON listedComment.commentID = comment.id WHERE listedComment.commentID IS NULL
            """
        return try ContentSums.count(of: "comment", in: db) - (Int.fetchOne(db, sql: unlisted) ?? 0)
    }

    /// What the voice of the comment counts for; 0 where it is not counted.
    private static var measures: String {
        """
        coalesce(voice.isCounted * (\(ListedMeasure.counted.bit)
            + (comment.id = (SELECT min(commentID) FROM voiceMember AS own WHERE own.voiceID = voice.id))
                * \(firstOfVoice)
            + (voice.supportPolarity IS NOT NULL) * \(ListedMeasure.support.bit)
            + (voice.brandPolarity IS NOT NULL) * \(ListedMeasure.brand.bit)
            + votedBits(voice.facets) * \(ListedMeasure.facets)), 0)
        """
    }
}

/// A number of a report that voices count for, and that can be asked for its comments.
package enum ListedMeasure: Hashable, Sendable {
    /// Every voice that is counted.
    case counted
    /// Voices whose support polarity is known.
    case support
    /// Voices whose brand polarity is known.
    case brand
    /// Voices that praise or blame a facet, or name it.
    case facet(Facet)

    /// As cells and addresses call it: `voices`, `support`, `brand`, `facet.speed`; `nil` for other names.
    package init?(name: String) {
        switch name {
        case "voices": self = .counted
        case "support": self = .support
        case "brand": self = .brand
        default:
            guard name.hasPrefix(Self.facetPrefix),
                let facet = Facet(rawValue: String(name.dropFirst(Self.facetPrefix.count)))
            else { return nil }
            self = .facet(facet)
        }
    }

    private static let facetPrefix = "facet."

    package var name: String {
        switch self {
        case .counted: "voices"
        case .support: "support"
        case .brand: "brand"
        case .facet(let facet): Self.facetPrefix + facet.rawValue
        }
    }

    var bit: Int {
        switch self {
        case .counted: 1
        case .support: 2
        case .brand: 4
        case .facet(let facet): Self.facets << facet.order
        }
    }

    /// Bit of the facet that comes first.
    static let facets = 8
}

extension Facet {
    fileprivate var bit: Int { 1 << order }
    var listedBit: Int { bit }
}

extension LoyaltySignal {
    var bit: Int { 1 << order }
}
