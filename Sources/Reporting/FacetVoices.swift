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

    private struct Told {
        var total = 0
        var best = ReportVoices.BestVoices(limit: FacetVoices.candidates)

        mutating func add(_ voice: ReportVoices.TellingVoice) {
            total += 1
            best.add(voice)
        }
    }

    private var sides: [Side: Told] = [:]

    /// `voice`: of the brand, in any order; only what is counted speaks for others.
    mutating func add(_ voice: ReportVoices.BrandVoice) {
        guard voice.isCounted else { return }
        for facet in voice.facets where facet.basisPoints != 0 {
            let sign = facet.basisPoints.signum()
            add(
                ReportVoices.TellingVoice(
                    id: voice.id,
                    voiceID: voice.voiceID,
                    month: voice.month,
                    polarity: abs(facet.basisPoints),
                    brandPolarity: (voice.brandPolarity ?? 0) * sign,
                    richness: voice.richness
                ),
                to: Side(facet: facet.name, isPraise: sign > 0)
            )
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
        for voice in side.best.voices where quotes.count < Self.most {
            guard let quote = try evidence.quote(ofVoice: voice.id, with: builder, in: db),
                texts.insert(quote.text).inserted
            else { continue }
            quotes.append(quote.verbatim)
        }
        return FacetQuotes(voices: side.total, quotes: quotes)
    }

    private mutating func add(_ voice: ReportVoices.TellingVoice, to side: Side) {
        sides[side, default: Told()].add(voice)
    }
}
