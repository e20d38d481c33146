package import Feedback

/// Gathers voices in any order and adds them up into cells.
///
/// Every order of adding and every way of splitting and merging gives the same cells. A voice must be added once only;
/// voices that are not counted are passed over. Each takes about 48 bytes until the cells are made; where voices come
/// sorted by customer, a `CellAccumulator` holds the sums only.
package struct CellBuilder: Sendable {
    private var voices: [PackedVoice] = []
    private var facets: [PackedFacet] = []
    /// Survey answers of the few voices that have any, by their place in `voices`.
    private var answers: [Int: [SurveyAnswer]] = [:]
    private var brands = NumberedNames()
    private var channels = NumberedNames()

    package init() {}

    /// Number of counted voices gathered.
    package var count: Int { voices.count }

    /// Gathers one voice.
    package mutating func add(_ voice: Voice) {
        guard voice.isCounted else { return }
        if !voice.answers.isEmpty { answers[voices.count] = voice.answers }
        voices.append(
            PackedVoice(
                voice,
                brand: brands.number(of: voice.brand),
                channel: channels.number(of: voice.channel),
                firstFacet: facets.count
            )
        )
        facets += voice.facetPolarity.map(PackedFacet.init)
    }

    /// Takes over the voices of another builder.
    package mutating func merge(_ other: CellBuilder) {
        let (voiceOffset, facetOffset) = (voices.count, Int32(facets.count))
        for packed in other.voices {
            var moved = packed
            moved.owner = VoiceOwner(
                brand: brands.number(of: other.brands.names[Int(packed.owner.brand)]),
                customer: packed.owner.customer
            )
            moved.channel = channels.number(of: other.channels.names[Int(packed.channel)])
            moved.firstFacet += facetOffset
            voices.append(moved)
        }
        facets += other.facets
        for (index, given) in other.answers { answers[index + voiceOffset] = given }
    }

    /// The cells of all periods of some lengths, each for every channel and for all channels together, sorted by key.
    ///
    /// Undated voices stand in the period `all` only. O(n log n).
    package func cells(lengths: [PeriodLength] = CellAccumulator.defaultLengths) -> [KeyedCell] {
        accumulated(lengths).cells()
    }

    /// The same by brand, period and channel, in this order.
    package func byPeriod(lengths: [PeriodLength] = CellAccumulator.defaultLengths) -> [PeriodCells] {
        accumulated(lengths).byPeriod()
    }

    private func accumulated(_ lengths: [PeriodLength]) -> CellAccumulator {
        let order = voices.indices.sorted { voices[$0].owner < voices[$1].owner }
        var accumulator = CellAccumulator(lengths: lengths)
        var start = 0
        while start < order.count {
            let first = voices[order[start]].owner
            let end = order[start...].firstIndex { voices[$0].owner != first } ?? order.count
            accumulator.add(customer: order[start..<end].map(voice))
            start = end
        }
        return accumulator
    }

    /// A gathered voice, as much of it as counts.
    private func voice(_ index: Int) -> Voice {
        let packed = voices[index]
        let own = facets[Int(packed.firstFacet)..<Int(packed.firstFacet) + Int(packed.facetCount)]
        return Voice(
            id: "",
            brand: brands.names[Int(packed.owner.brand)],
            day: packed.day == Int32.min ? nil : Day(number: Int(packed.day)),
            channel: channels.names[Int(packed.channel)],
            supportPolarity: PackedVoice.unpacked(packed.support),
            brandPolarity: PackedVoice.unpacked(packed.brandPolarity),
            facetPolarity: own.map(\.polarity),
            signals: packed.signals,
            rating: PackedVoice.unpacked(packed.rating),
            answers: answers[index] ?? []
        )
    }
}
