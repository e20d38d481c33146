import Feedback
import Store
import Testing

@testable import Linkage
@testable import Reporting

/// The cases that are found alike against every case compared with every other.
struct LikestCasesTests {
    private static let cases = 700
    /// The last of them went after the linking.
    private static let gone = 30
    private static let words = [
        "lamp", "parcel", "screen", "battery", "refund", "invoice", "delivery", "password", "button", "cable", "noise",
        "crack", "leak", "smell", "speed", "order",
    ]

    private struct Told {
        let supportCase: SupportCase
        let tokens: Set<UInt64>
    }

    private struct Dice {
        var state: UInt64

        mutating func callAsFunction(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    /// Few words are in many cases and many in few; some cases go under the name of others, and some went since.
    private static func made(_ dice: inout Dice) -> [SupportCase] {
        (0..<cases).map { number in
            var supportCase = SupportCase(caseID: "K\((number * 7_919) % 1_000)", origin: .imported, events: [])
            supportCase.brand = ["Acme", "Bolt", nil][dice(3)]
            supportCase.product = dice(3) == 0 ? nil : ["Lamp", "Desk", "Chair"][dice(3)]
            let told = (0..<1 + dice(3)).map { _ in words[dice(1 + dice(words.count))] }
            supportCase.subject = told.joined(separator: " ")
            return supportCase
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func theyAreThoseOfAWholeComparison(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let made = Self.made(&dice)
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            _ = try CaseTable.store(made, in: db)
            for supportCase in made {
                let id = try #require(try CaseTable.keyed(supportCase.caseID, in: db)).id
                try CaseIncidentTable.add(IncidentTokens(LinkCase(supportCase)).all, of: id, in: db)
            }
            let roots = Dictionary(
                uniqueKeysWithValues: (0..<40).map { (made[3 * $0].caseID, made[3 * $0 + 1].caseID) }
            )
            try CaseAliasTable.store(roots, in: db)
            for gone in made.suffix(Self.gone) { try CaseTable.delete(caseID: gone.caseID, in: db) }
            let all = made.map { Told(supportCase: $0, tokens: Set(IncidentTokens(LinkCase($0)).all)) }
            var found = 0
            let holders = IncidentHolders()
            for supportCase in made.dropLast(Self.gone) where dice(8) == 0 {
                let expected = Self.alike(supportCase, among: all, roots: roots)
                let alike = try SimilarCases.of(supportCase, in: db)
                #expect(alike.map(\.supportCase.caseID) == expected.map(\.id), "\(supportCase)")
                #expect(alike.map(\.likeness) == expected.map(\.likeness), "\(supportCase)")
                #expect(try SimilarCases.of(supportCase, holders: holders, in: db) == alike, "\(supportCase)")
                found += alike.count
            }
            #expect(found > 150)
        }
    }

    /// By the definition: those that share one of the rarest tokens are weighed, each by all that it shares.
    private static func alike(
        _ supportCase: SupportCase,
        among all: [Told],
        roots: [String: String]
    ) -> [(id: String, likeness: Int)] {
        let own = IncidentTokens(LinkCase(supportCase))
        let there = all.dropLast(gone).sorted { $0.supportCase.caseID < $1.supportCase.caseID }
        let holders = Dictionary(
            uniqueKeysWithValues: own.all.map { token in
                (token, all.count { $0.tokens.contains(token) })
            }
        )
        var candidates: Set<String> = []
        let rarest = own.searched.sorted { (holders[$0] ?? 0, $0) < (holders[$1] ?? 0, $1) }
        for token in rarest {
            if candidates.count > 5, (holders[token] ?? 0) > 300 || candidates.count >= 600 { break }
            candidates.formUnion(
                there.filter { $0.tokens.contains(token) }.prefix(600).map(\.supportCase.caseID)
            )
        }
        let likeness = IncidentLikeness(holders: holders, cases: there.count)
        let root = roots[supportCase.caseID] ?? supportCase.caseID
        let others = there.filter { other in
            let id = other.supportCase.caseID
            return candidates.contains(id) && id != root && roots[id] == nil
        }
        let weighed = others.map { other -> (id: String, likeness: Int) in
            let shared = own.all.filter { other.tokens.contains($0) }.map(likeness.weight(of:)).reduce(0, +)
            return (other.supportCase.caseID, likeness.thousandths(sharing: shared))
        }
        let alike = weighed.filter { $0.likeness >= 250 }.sorted { left, right in
            left.likeness == right.likeness ? left.id < right.id : left.likeness > right.likeness
        }
        return Array(alike.prefix(5))
    }
}
