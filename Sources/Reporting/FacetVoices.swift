import Feedback
import Reports
import Store

/// The voices that praise and blame each facet of a brand most.
struct FacetVoices {
    /// Quotes of one facet and direction at most.
    private static let most = 3
    /// Voices that are looked at for them, to pass over repeated words.
    private static let candidates = 40

    /// A facet and a way to speak of it.
    private struct Side: Hashable {
        let facet: String
        let isPraise: Bool
    }

    /// What puts one voice before another: how far it goes, what it says of the brand, how much it says, how new it is.
    private struct Candidate {
        let id: Int64
        let key: (Int, Int, Int, String)
        let voiceID: String

        func isBefore(_ other: Candidate) -> Bool {
            key == other.key ? voiceID < other.voiceID : key > other.key
        }
    }

    private var sides: [Side: (total: Int, best: [Candidate])] = [:]

    /// Reads the voices of a brand once.
    init(of brand: String, in db: StoreConnection) throws {
        try ReportVoices.forEachFacetVoice(of: brand, in: db) { voice in
            for facet in voice.facets where facet.basisPoints != 0 {
                let sign = facet.basisPoints.signum()
                add(
                    Candidate(
                        id: voice.id,
                        key: (abs(facet.basisPoints), voice.brandPolarity * sign, voice.richness, voice.month),
                        voiceID: voice.voiceID
                    ),
                    to: Side(facet: facet.name, isPraise: sign > 0)
                )
            }
        }
    }

    /// Quotes with words of their own, and how many voices speak of the facet this way.
    func quotes(
        of facet: Facet,
        isPraise: Bool,
        with builder: VerbatimBuilder,
        in db: StoreConnection
    ) throws -> FacetQuotes {
        guard let side = sides[Side(facet: facet.rawValue, isPraise: isPraise)] else { return FacetQuotes() }
        let evidence = VoiceEvidence(facet: facet.rawValue, direction: isPraise ? 1 : -1)
        var texts: Set<String> = []
        var quotes: [Verbatim] = []
        for candidate in side.best where quotes.count < Self.most {
            guard let quote = try evidence.quote(ofVoice: candidate.id, with: builder, in: db),
                texts.insert(quote.text).inserted
            else { continue }
            quotes.append(quote.verbatim)
        }
        return FacetQuotes(voices: side.total, quotes: quotes)
    }

    private mutating func add(_ candidate: Candidate, to side: Side) {
        sides[side, default: (0, [])].total += 1
        let best = sides[side]?.best ?? []
        if best.count == Self.candidates, let last = best.last, last.isBefore(candidate) { return }
        let place = best.firstIndex { candidate.isBefore($0) } ?? best.count
        sides[side]?.best.insert(candidate, at: place)
        if best.count == Self.candidates { sides[side]?.best.removeLast() }
    }
}
