package import Feedback
import JSON

/// One line of a response stream.
package struct ScoreResponse: Hashable, Sendable {
    /// JSON token of the request's `id`.
    package let id: [UInt8]
    package let score: Score

    package init(id: [UInt8], score: Score) {
        self.id = id
        self.score = score
    }

    /// Appends the line, with its line feed.
    ///
    /// A text in an unknown language has `"valence":null,"score":0`; only one with clauses about handling has
    /// `"handling"`, their valence.
    package func append(to bytes: inout [UInt8]) {
        var json = JSONWriter(.plain)
        write(to: &json)
        json.move(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Writes the object of the line.
    private func write(to json: inout JSONWriter) {
        json.openObject()
        json.name("id")
        json.raw(id)
        json.member("lang", score.language.rawValue)
        json.name("valence")
        if let valence = score.valence { json.integer(valence) } else { json.null() }
        json.name("score")
        json.thousandths(score.valence ?? 0)
        if let handling = score.handlingValence { json.member("handling", handling) }
        json.array("facets", score.facets) { mention, json in
            json.member("name", mention.facet.rawValue)
            json.member("polarity", mention.polarity.rawValue)
            json.place(mention.range, entry: mention.entry)
        }
        json.array("signals", score.signals) { mention, json in
            json.member("name", mention.signal.rawValue)
            json.place(mention.range, entry: mention.entry)
        }
        json.array("evidence", score.evidence) { part, json in
            json.place(part.range, entry: part.entry)
            json.member("valence", part.valence)
            json.member("rule", part.rule)
        }
        json.closeObject()
    }
}

extension JSONWriter {
    fileprivate mutating func array<Element>(
        _ name: String,
        _ elements: [Element],
        members: (Element, inout JSONWriter) -> Void
    ) {
        self.name(name)
        objects(elements, members: members)
    }

    fileprivate mutating func place(_ range: ByteRange, entry: String) {
        member("start", range.start)
        member("length", range.length)
        if range.isInTitle { member("in", "title") }
        member("entry", entry)
    }
}
