import Measures
import Testing

struct JumpAttributionTests {
    private func cell(_ values: Int...) -> Cell {
        values.reduce(into: Cell()) { $0.merge(Cell(ofCustomer: 1, sum: $1, sumOfSquares: $1 * $1)) }
    }

    private func stratum(_ channel: String, _ source: String) -> JumpAttribution.Stratum {
        JumpAttribution.Stratum(channel: channel, instrument: source)
    }

    private func sum(_ parts: JumpAttribution) -> Int {
        parts.world + parts.mixOfChannels + parts.mixOfInstruments + parts.instrument + parts.software
    }

    @Test func onlyTheWorldChanges() throws {
        let sides = JumpAttribution.Sides(
            before: [stratum("mail", "a"): cell(4_000, 6_000)],
            after: [stratum("mail", "a"): cell(1_000, 3_000)]
        )
        let found = try #require(JumpAttribution(sides))
        #expect(found.world == -3_000_000 && found.total == -3_000_000)
        #expect(found.mix == 0 && found.instrument == 0 && found.software == 0)
        // Two customers a side, variance of each mean 10⁶: t with 2 degrees of freedom, 4.3026527297494.
        #expect(agrees(found.worldMargin, 4.3026527297494 * 2_000_000.0.squareRoot()))
    }

    /// Kitagawa by hand: shares ½ ½ → ¼ ¾, means 8,000 and 0 on both sides.
    @Test func onlyTheMixOfChannelsChanges() throws {
        let sides = JumpAttribution.Sides(
            before: [stratum("mail", "a"): cell(8_000, 8_000), stratum("web", "a"): cell(0, 0)],
            after: [stratum("mail", "a"): cell(8_000), stratum("web", "a"): cell(0, 0, 0)]
        )
        let found = try #require(JumpAttribution(sides))
        #expect(found.mixOfChannels == -2_000_000 && found.total == -2_000_000)
        #expect(found.world == 0 && found.mixOfInstruments == 0 && found.instrument == 0)
    }

    @Test func onlyTheMixOfSourcesInsideAChannelChanges() throws {
        let sides = JumpAttribution.Sides(
            before: [stratum("mail", "a"): cell(8_000, 8_000), stratum("mail", "b"): cell(0, 0)],
            after: [stratum("mail", "a"): cell(8_000), stratum("mail", "b"): cell(0, 0, 0)]
        )
        let found = try #require(JumpAttribution(sides))
        #expect(found.mixOfInstruments == -2_000_000 && found.mixOfChannels == 0)
        #expect(found.world == 0 && found.instrument == 0)
    }

    @Test func sourceThatBeginsIsTheInstrument() throws {
        let sides = JumpAttribution.Sides(
            before: [stratum("mail", "a"): cell(5_000, 5_000)],
            after: [stratum("mail", "a"): cell(5_000, 5_000), stratum("mail", "new"): cell(-5_000, -5_000)]
        )
        let found = try #require(JumpAttribution(sides))
        #expect(found.instrument == -5_000_000 && found.total == -5_000_000)
        #expect(found.world == 0 && found.mix == 0)
        #expect(found.instruments.map(\.isComparable) == [true, false])
    }

    @Test func withoutACommonSourceNothingIsComparable() throws {
        let sides = JumpAttribution.Sides(
            before: [stratum("mail", "a"): cell(5_000)],
            after: [stratum("mail", "b"): cell(1_000)]
        )
        let found = try #require(JumpAttribution(sides))
        #expect(!found.isComparable && found.instrument == -4_000_000 && found.world == 0)
        #expect(found.worldMargin == nil && sum(found) == found.total)
    }

    /// The difference of two differences: −4,000 as it is, −1,000 by the other version.
    @Test func anotherVersionGivesTheSoftwarePart() throws {
        func sides(_ before: Int, _ after: Int) -> JumpAttribution.Sides {
            JumpAttribution.Sides(
                before: [stratum("mail", "a"): cell(before, before)],
                after: [stratum("mail", "a"): cell(after, after)]
            )
        }
        let found = try #require(JumpAttribution(sides(5_000, 1_000), otherVersion: sides(3_000, 2_000)))
        #expect(found.total == -4_000_000 && found.software == -3_000_000 && found.world == -1_000_000)
    }

    @Test func partsAddUpWhateverTheVoices() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            func side() -> [JumpAttribution.Stratum: Cell] {
                var cells: [JumpAttribution.Stratum: Cell] = [:]
                for _ in 0..<(1 + generator.index(below: 12)) {
                    let value = generator.index(below: 20_001) - 10_000
                    let place = stratum("c\(generator.index(below: 3))", "s\(generator.index(below: 4))")
                    cells[place, default: Cell()].merge(Cell(ofCustomer: 1, sum: value, sumOfSquares: value * value))
                }
                return cells
            }
            let found = try #require(
                JumpAttribution(
                    JumpAttribution.Sides(before: side(), after: side()),
                    otherVersion: generator.index(below: 2) == 0
                        ? nil : JumpAttribution.Sides(before: side(), after: side())
                )
            )
            #expect(sum(found) == found.total)
        }
    }

    @Test func mixOfChannelsAgreesWithTheSplitOfAFlag() throws {
        let sides = JumpAttribution.Sides(
            before: [stratum("mail", "a"): cell(8_000, 3_000), stratum("web", "b"): cell(-2_000)],
            after: [stratum("mail", "a"): cell(1_000), stratum("web", "b"): cell(500, -4_000, 700)]
        )
        let found = try #require(JumpAttribution(sides))
        let byChannel = try #require(
            Attribution(
                before: ["mail": cell(8_000, 3_000), "web": cell(-2_000)],
                after: ["mail": cell(1_000), "web": cell(500, -4_000, 700)]
            )
        )
        #expect(found.mixOfChannels == byChannel.mix)
        #expect(abs(found.world + found.mixOfInstruments - byChannel.within) <= 2)
    }

    @Test func sideWithoutVoicesGivesNothing() {
        #expect(JumpAttribution(JumpAttribution.Sides(before: [stratum("mail", "a"): cell(1)], after: [:])) == nil)
        #expect(JumpAttribution(JumpAttribution.Sides()) == nil)
    }
}
