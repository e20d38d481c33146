import Testing

@testable import Nightly

struct ParentsElsewhereTests {
    /// The second name is the first one in other bytes, which Swift takes for equal.
    @Test func sourcesComeBackByteForByte() {
        let names = ["\u{304C}", "\u{304B}\u{3099}", "mail", "\u{304C}"]
        var parents = ParentsElsewhere()
        for (place, name) in names.enumerated() { parents.append(name, of: Int64(place * 3)) }
        for (place, name) in names.enumerated() {
            #expect(parents[Int64(place * 3)].map { Array($0.utf8) } == Array(name.utf8))
        }
        #expect(parents[-1] == nil)
        #expect(parents[4] == nil)
        #expect(parents[99] == nil)
    }
}
