import Feedback
import JSON

extension Score {
    /// A line that `koe score --stream` has written.
    ///
    /// - Throws: ``WorkspaceError`` `input` or `JSONError` when it is none.
    init(line: String) throws {
        try self.init(StreamObject(line))
    }

    private init(_ object: StreamObject) throws {
        guard let language = Language(rawValue: try object.text("lang")) else {
            throw StreamObject.fault("lang", "ja, en or und")
        }
        self.init(
            language: language,
            valence: try object.optionalInteger("valence"),
            handlingValence: try object.optionalInteger("handling"),
            facets: try object.objects("facets").map { part in
                guard let facet = Facet(rawValue: try part.text("name")),
                    let polarity = Polarity(rawValue: try part.integer("polarity"))
                else { throw StreamObject.fault("facets", "a list of facets") }
                return FacetMention(
                    facet: facet,
                    polarity: polarity,
                    range: try part.range(),
                    entry: try part.text("entry")
                )
            },
            signals: try object.objects("signals").map { part in
                guard let signal = LoyaltySignal(rawValue: try part.text("name")) else {
                    throw StreamObject.fault("signals", "a list of signals")
                }
                return SignalMention(signal: signal, range: try part.range(), entry: try part.text("entry"))
            },
            evidence: try object.objects("evidence").map { part in
                Evidence(
                    range: try part.range(),
                    entry: try part.text("entry"),
                    valence: try part.integer("valence"),
                    rule: try part.text("rule")
                )
            }
        )
    }
}

extension StreamObject {
    fileprivate func range() throws -> ByteRange {
        ByteRange(
            start: try integer("start"),
            length: try integer("length"),
            isInTitle: try optionalText("in") != nil
        )
    }
}
