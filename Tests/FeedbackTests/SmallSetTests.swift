import Feedback
import Testing

struct SmallSetTests {
    /// Every case fits, and its number is its place, so that no two share a bit.
    @Test func everyFacetAndSignalHasABitOfItsOwn() {
        #expect(Facet.allCases.map(\.order) == Array(Facet.allCases.indices))
        #expect(LoyaltySignal.allCases.map(\.order) == Array(LoyaltySignal.allCases.indices))
        #expect(Facet.allCases.count <= UInt64.bitWidth && LoyaltySignal.allCases.count <= UInt64.bitWidth)
        for facet in Facet.allCases { #expect(Array(FacetSet([facet])) == [facet]) }
        for signal in LoyaltySignal.allCases { #expect(Array(SignalSet([signal])) == [signal]) }
    }

    /// Written by hand: remedy is facet 6 and speed 0, so the bits are 64 and 1.
    @Test func isReadInTheOrderOfTheCases() {
        let set: FacetSet = [.remedy, .speed, .remedy]
        #expect(Array(set) == [.speed, .remedy])
        #expect(set.rawValue == 65)
        #expect(FacetSet().isEmpty && !set.isEmpty)
    }

    @Test func followsTheLawsOfSets() {
        var set: SignalSet = [.fan, .churn]
        #expect(set.contains(.fan) && !set.contains(.distrust))
        #expect(set.insert(.fan).inserted == false)
        #expect(set.remove(.fan) == .fan && set.remove(.fan) == nil)
        #expect(set.update(with: .recommend) == nil)
        #expect(set == [.churn, .recommend])
        #expect(set.union([.fan]) == [.fan, .recommend, .churn])
        #expect(set.intersection([.fan, .churn]) == [.churn])
        #expect(set.symmetricDifference([.churn, .fan]) == [.recommend, .fan])
        #expect(SignalSet([.churn]).isSubset(of: set))
    }

    /// A set of an enum that has outgrown the integer stops the program rather than lose a case.
    @Test func caseThatDoesNotFitStopsTheProgram() async {
        await #expect(processExitsWith: .failure) { _ = SmallSet<Outgrown>([Outgrown(order: 64)]) }
    }
}

private struct Outgrown: NumberedCase {
    static let allCases = (0...64).map(Outgrown.init)

    let order: Int
}
