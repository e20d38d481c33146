import Testing

@testable import Nightly

struct RowIDsTests {
    @Test func rowIDsComeBackAcrossGaps() {
        var ids = RowIDs()
        let written: [Int64] = [-3, 1, 2, 3, 9, 10, 40, 41, 42]
        for id in written { ids.append(id) }
        #expect((0..<ids.count).map { ids[$0] } == written)
    }
}
