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
        var json = JSONWriter(.plain, behind: &bytes)
        write(to: &json)
        json.move(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Writes the object of the line.
    private func write(to json: inout JSONWriter) {
        json.openObject()
        json.name(plain: "id")
        json.raw(id)
        json.name(plain: "lang")
        json.string(score.language.rawValue)
        json.name(plain: "valence")
        if let valence = score.valence { json.integer(valence) } else { json.null() }
        json.name(plain: "score")
        json.thousandths(score.valence ?? 0)
        if let handling = score.handlingValence {
            json.name(plain: "handling")
            json.integer(handling)
        }
        json.name(plain: "facets")
        json.openArray()
        for mention in score.facets { json.object(of: mention) }
        json.closeArray()
        json.name(plain: "signals")
        json.openArray()
        for mention in score.signals { json.object(of: mention) }
        json.closeArray()
        json.name(plain: "evidence")
        json.openArray()
        for part in score.evidence { json.object(of: part) }
        json.closeArray()
        json.closeObject()
    }
}

extension JSONWriter {
    fileprivate mutating func object(of mention: FacetMention) {
        object(named: mention.facet.rawValue, mention.polarity, mention.range, entry: mention.entry)
    }

    fileprivate mutating func object(of mention: SignalMention) {
        object(named: mention.signal.rawValue, nil, mention.range, entry: mention.entry)
    }

    private mutating func object(named text: String, _ polarity: Polarity?, _ range: ByteRange, entry: String) {
        openObject()
        name(plain: "name")
        string(text)
        if let polarity {
            name(plain: "polarity")
            integer(polarity.rawValue)
        }
        place(range, entry: entry)
        closeObject()
    }

    fileprivate mutating func object(of part: Evidence) {
        openObject()
        place(part.range, entry: part.entry)
        name(plain: "valence")
        integer(part.valence)
        name(plain: "rule")
        string(part.rule)
        closeObject()
    }

    private mutating func place(_ range: ByteRange, entry: String) {
        name(plain: "start")
        integer(range.start)
        name(plain: "length")
        integer(range.length)
        if range.isInTitle {
            name(plain: "in")
            string("title")
        }
        name(plain: "entry")
        string(entry)
    }
}
