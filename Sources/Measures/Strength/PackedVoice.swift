import Feedback

/// Who a voice is counted with: the brand's number and the code of the customer.
struct VoiceOwner: Hashable, Comparable, Sendable {
    let brand: Int32
    let customer: UInt64

    static func < (left: VoiceOwner, right: VoiceOwner) -> Bool {
        left.brand == right.brand ? left.customer < right.customer : left.brand < right.brand
    }
}

/// What counting needs of a voice, in few bytes.
struct PackedVoice: Sendable {
    var owner: VoiceOwner
    var channel: Int32
    /// `Int32.min` for an undated voice.
    let day: Int32
    var firstFacet: Int32
    let support: Int16
    let brandPolarity: Int16
    let rating: Int16
    let facetCount: UInt8
    let signals: SignalSet

    init(_ voice: Voice, brand: Int32, channel: Int32, firstFacet: Int) {
        owner = VoiceOwner(brand: brand, customer: voice.customerCode)
        self.channel = channel
        day = voice.day.map { Int32($0.number) } ?? Int32.min
        self.firstFacet = Int32(firstFacet)
        support = Self.packed(voice.supportPolarity)
        brandPolarity = Self.packed(voice.brandPolarity)
        rating = Self.packed(voice.rating)
        facetCount = UInt8(voice.facetPolarity.count)
        signals = voice.signals
    }

    static func packed(_ basisPoints: Int?) -> Int16 { basisPoints.map { Int16($0) } ?? Int16.min }

    static func unpacked(_ value: Int16) -> Int? { value == Int16.min ? nil : Int(value) }
}

/// A facet's polarity in three bytes.
struct PackedFacet: Sendable {
    private let order: UInt8
    private let basisPoints: Int16

    init(_ polarity: FacetPolarity) {
        order = UInt8(polarity.facet.order)
        basisPoints = Int16(polarity.basisPoints)
    }

    var polarity: FacetPolarity {
        FacetPolarity(facet: Facet.inOrder[Int(order)], basisPoints: Int(basisPoints))
    }
}
