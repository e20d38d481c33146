package import Feedback
import JSON

/// The JSON that score, link and voice columns hold: arrays of flat objects of strings and integers.
package enum JSONText {
    package static func encode(_ mentions: [FacetMention]) -> String {
        array(mentions) { mention, json in
            json.member("name", mention.facet.rawValue)
            json.member("polarity", mention.polarity.rawValue)
            json.range(mention.range)
            json.member("entry", mention.entry)
        }
    }

    package static func encode(_ mentions: [SignalMention]) -> String {
        array(mentions) { mention, json in
            json.member("name", mention.signal.rawValue)
            json.range(mention.range)
            json.member("entry", mention.entry)
        }
    }

    package static func encode(_ evidence: [Evidence]) -> String {
        array(evidence) { part, json in
            json.range(part.range)
            json.member("entry", part.entry)
            json.member("valence", part.valence)
            json.member("rule", part.rule)
        }
    }

    package static func encode(_ evidence: [LinkEvidence]) -> String {
        array(evidence) { part, json in
            json.member("feature", part.feature)
            json.member("left", part.left)
            json.member("right", part.right)
            json.member("milliBits", part.milliBits)
        }
    }

    package static func encode(_ answers: [SurveyAnswer]) -> String {
        array(answers) { answer, json in
            json.member("instrument", answer.instrument.rawValue)
            json.member("thousandths", answer.rating.thousandths)
            json.member("low", answer.rating.scale.low)
            json.member("high", answer.rating.scale.high)
        }
    }

    package static func surveyAnswers(_ text: String) throws -> [SurveyAnswer] {
        try FlatObjectReader.objects(in: text).compactMap { object in
            let (low, high) = (try object.integer("low"), try object.integer("high"))
            // An answer stored before scales had a bound says nothing, as a rating on such a scale does.
            guard let scale = RatingScale(low: low, high: high) else { return nil }
            guard let instrument = SurveyInstrument(rawValue: try object.string("instrument")),
                let rating = Rating(thousandths: try object.integer("thousandths"), scale: scale),
                let answer = SurveyAnswer(instrument: instrument, rating: rating)
            else { throw FlatObjectReader.corrupt("answer") }
            return answer
        }
    }

    package static func facetMentions(_ text: String) throws -> [FacetMention] {
        try FlatObjectReader.objects(in: text).map { object in
            guard let facet = Facet(rawValue: try object.string("name")),
                let polarity = Polarity(rawValue: try object.integer("polarity"))
            else { throw FlatObjectReader.corrupt("facet") }
            return FacetMention(
                facet: facet,
                polarity: polarity,
                range: try object.range(),
                entry: try object.string("entry")
            )
        }
    }

    /// The members of an object of integers, in their order.
    static func integers(_ text: String) throws -> [(name: String, basisPoints: Int)] {
        if text == "{}" { return [] }
        return try FlatObjectReader.objects(in: "[\(text)]").flatMap { try $0.integers() }
    }

    package static func signalMentions(_ text: String) throws -> [SignalMention] {
        try FlatObjectReader.objects(in: text).map { object in
            guard let signal = LoyaltySignal(rawValue: try object.string("name")) else {
                throw FlatObjectReader.corrupt("signal")
            }
            return SignalMention(signal: signal, range: try object.range(), entry: try object.string("entry"))
        }
    }

    package static func evidence(_ text: String) throws -> [Evidence] {
        try FlatObjectReader.objects(in: text).map { object in
            Evidence(
                range: try object.range(),
                entry: try object.string("entry"),
                valence: try object.integer("valence"),
                rule: try object.string("rule")
            )
        }
    }

    package static func linkEvidence(_ text: String) throws -> [LinkEvidence] {
        try FlatObjectReader.objects(in: text).map { object in
            LinkEvidence(
                feature: try object.string("feature"),
                left: try object.string("left"),
                right: try object.string("right"),
                milliBits: try object.integer("milliBits")
            )
        }
    }

    private static func array<Element>(
        _ elements: [Element],
        members: (Element, inout JSONWriter) -> Void
    ) -> String {
        if elements.isEmpty { return "[]" }
        var writer = JSONWriter(.plain)
        writer.objects(elements, members: members)
        return writer.text
    }
}

extension JSONWriter {
    fileprivate mutating func range(_ range: ByteRange) {
        member("start", range.start)
        member("length", range.length)
        if range.isInTitle { member("in", "title") }
    }
}
