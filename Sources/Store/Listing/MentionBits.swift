import Feedback
import Foundation
import GRDB
import GRDBSQLite

/// The SQL functions that tell what stored mentions speak of, as bits by ``NumberedCase/order``.
///
/// - `facetBits(mentions, polarity)`: the facets that a score mentions with a polarity.
/// - `signalBits(mentions)`: the signals that a score mentions.
/// - `votedBits(polarities)`: the facets of which a voice has a polarity.
///
/// They read the JSON of ``JSONText`` where SQLite holds it, once from end to end. What marks a name cannot stand inside a
/// value, where every quotation mark has a backslash before it.
enum MentionBits {
    static func add(to db: Database) {
        add("facetBits", arguments: 2, to: db) { context, _, values in
            let polarity = Polarity(rawValue: Int(sqlite3_value_int64(values?[1])))
            sqlite3_result_int64(context, polarity.map { MentionBits.facets($0, in: values?[0]) } ?? 0)
        }
        add("signalBits", arguments: 1, to: db) { context, _, values in
            sqlite3_result_int64(context, MentionBits.signals(in: values?[0]))
        }
        add("votedBits", arguments: 1, to: db) { context, _, values in
            sqlite3_result_int64(context, MentionBits.voted(in: values?[0]))
        }
    }

    private static func facets(_ polarity: Polarity, in mentions: OpaquePointer?) -> Int64 {
        bits(of: Facet.inOrder, after: beforeName, in: mentions, before: afterFacet[polarity.rawValue + 1])
    }

    private static func signals(in mentions: OpaquePointer?) -> Int64 {
        bits(of: LoyaltySignal.inOrder, after: beforeName, in: mentions, before: afterSignal)
    }

    private static func voted(in polarities: OpaquePointer?) -> Int64 {
        bits(of: Facet.inOrder, after: beforeKey, in: polarities, before: afterKey)
    }

    private static let beforeName = Array("\"name\":\"".utf8)
    private static let afterSignal = Array("\",".utf8)
    /// From the negative polarity to the positive one.
    private static let afterFacet = (-1...1).map { Array("\",\"polarity\":\($0),".utf8) }
    private static let beforeKey = Array("\"".utf8)
    private static let afterKey = Array("\":".utf8)

    private typealias Function =
        @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

    private static func add(_ name: String, arguments: Int32, to db: Database, _ function: @escaping Function) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
        sqlite3_create_function_v2(db.sqliteConnection, name, arguments, flags, nil, function, nil, nil, nil)
    }

    /// The bits of the cases whose names stand between two marks; none in no text.
    private static func bits<Case: NumberedCase & RawRepresentable<String>>(
        of cases: [Case],
        after start: [UInt8],
        in value: OpaquePointer?,
        before end: [UInt8]
    ) -> Int64 {
        guard let text = sqlite3_value_text(value), let first = start.first else { return 0 }
        var rest = UnsafeRawBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
        var bits: Int64 = 0
        while let base = rest.baseAddress, let mark = memchr(base, Int32(first), rest.count) {
            rest = UnsafeRawBufferPointer(rebasing: rest[(UnsafeRawPointer(mark) - base + 1)...])
            guard rest.starts(with: start.dropFirst()) else { continue }
            let names = UnsafeRawBufferPointer(rebasing: rest[(start.count - 1)...])
            for own in cases where isWritten(own.rawValue, at: names, before: end) { bits |= 1 << own.order }
        }
        return bits
    }

    /// Whether bytes begin with a name and what must stand behind it.
    private static func isWritten(_ name: String, at bytes: UnsafeRawBufferPointer, before end: [UInt8]) -> Bool {
        bytes.starts(with: name.utf8) && bytes.dropFirst(name.utf8.count).starts(with: end)
    }
}
