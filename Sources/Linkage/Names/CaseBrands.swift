/// What a brand sounds like and which script it is written in.
package struct BrandSpelling: Hashable, Sendable {
    /// Hash of the sound.
    package let sound: UInt64
    /// A raw value of the scripts the linker knows.
    package let script: UInt64

    package init(sound: UInt64, script: UInt64) {
        self.sound = sound
        self.script = script
    }

    init(_ brand: BrandReference) {
        self.init(sound: brand.sound.value, script: brand.script.rawValue)
    }
}

/// How many cases have which brand.
package struct CaseBrands: Hashable, Sendable {
    /// Never zero.
    private var counts: [BrandSpelling: Int] = [:]

    package init() {}

    /// Adds cases of a brand, or takes them away.
    package mutating func add(_ cases: Int, of spelling: BrandSpelling) {
        let sum = counts[spelling, default: 0] + cases
        counts[spelling] = sum == 0 ? nil : sum
    }

    /// Whether a case has a brand of this sound.
    func isHeld(sound: UInt64) -> Bool {
        Script.allCases.contains { counts[BrandSpelling(sound: sound, script: $0.rawValue)] != nil }
    }

    /// Whether the cases write a brand of this sound in more than one script.
    func isPaired(sound: UInt64) -> Bool {
        Script.allCases.allSatisfy { counts[BrandSpelling(sound: sound, script: $0.rawValue)] != nil }
    }

    /// Ids of what may weigh differently with these brands than with others, ascending.
    package func changedTokens(since old: CaseBrands) -> [UInt64] {
        let sounds = Set(counts.keys.map(\.sound) + old.counts.keys.map(\.sound))
        let pairings = sounds.filter { isPaired(sound: $0) != old.isPaired(sound: $0) }
            .map { Frequency.pairing(ofSound: StableHash(value: $0)).id }
        let (new, former) = (scriptCounts, old.scriptCounts)
        let scripts = (Script.allCases + [nil]).map { Frequency.script($0).id }
            .filter { CountStep.of(new[$0] ?? 0) != CountStep.of(former[$0] ?? 0) }
        return (pairings + scripts).sorted()
    }

    /// Number of cases by the script of their brand, where the brand is written in one only.
    var scriptCounts: [UInt64: Int] {
        var result: [UInt64: Int] = [:]
        for (spelling, cases) in counts {
            let script = isPaired(sound: spelling.sound) ? nil : Script(rawValue: spelling.script)
            result[Frequency.script(script).id, default: 0] += cases
        }
        return result
    }

    /// Calls the body with every spelling and the number of its cases, in a fixed order.
    package func forEach(_ body: (BrandSpelling, Int) throws -> Void) rethrows {
        let spellings = counts.keys.sorted { ($0.sound, $0.script) < ($1.sound, $1.script) }
        for spelling in spellings { try body(spelling, counts[spelling] ?? 0) }
    }
}
