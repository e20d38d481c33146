import Feedback
import Reports
import Store

/// The voices of one side of a change that show it best, from all of its months.
struct SideVoices {
    /// Voices quoted at most.
    private static let most = 20
    /// Voices of one month that are looked at, to pass over repeated words.
    private static let candidates = 12

    let brand: String
    /// Raw value of a facet; `nil` for support as a whole.
    let facet: String?
    /// `nil` for all channels, and for all products.
    let channel: String?
    let product: String?
    /// −1 for blame, 1 for praise.
    let direction: Int
    /// First and last month, such as `2014-03`.
    let months: ClosedRange<String>

    /// What is quoted of a side.
    struct Choice {
        /// Those that show the side best first, each with words of its own.
        let quotes: [VoiceEvidence.Quote]
        /// Voices that show the side.
        let total: Int
    }

    /// Every month gives its best voice in turn until there are enough; of more months than that, as many are taken at
    /// even distances, the first and the last among them.
    func quotes(with builder: VerbatimBuilder, in db: StoreConnection) throws -> Choice {
        let (months, total) = try ReportVoices.telling(
            of: brand,
            facet: facet,
            channel: channel,
            product: product,
            direction: direction,
            months: self.months,
            limit: Self.candidates,
            in: db
        )
        var groups = EvenChoice.places(Self.most, of: months).map { $0.voices[...] }
        var texts: Set<String> = []
        var chosen: [(voice: ReportVoices.TellingVoice, quote: VoiceEvidence.Quote)] = []
        var isGrowing = true
        while isGrowing, chosen.count < Self.most {
            isGrowing = false
            for place in groups.indices where chosen.count < Self.most {
                while let voice = groups[place].popFirst() {
                    guard let quote = try evidence.quote(ofVoice: voice.id, with: builder, in: db),
                        texts.insert(quote.text).inserted
                    else { continue }
                    chosen.append((voice, quote))
                    isGrowing = true
                    break
                }
            }
        }
        return Choice(quotes: chosen.sorted { $0.voice.isBefore($1.voice) }.map(\.quote), total: total)
    }

    private var evidence: VoiceEvidence { VoiceEvidence(facet: facet, direction: direction) }
}

/// A few of many, at even distances.
enum EvenChoice {
    /// `count` of the items, the first and the last among them; all of them where they are no more.
    static func places<Item>(_ count: Int, of items: [Item]) -> [Item] {
        guard items.count > count else { return items }
        guard count > 1 else { return Array(items.prefix(count)) }
        return (0..<count).map { items[$0 * (items.count - 1) / (count - 1)] }
    }
}
