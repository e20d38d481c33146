import Foundation
import JSON
import Reports
import Store
import Workspace

/// How alike the scorer of a workspace reads the shipped pairs: read once for a scorer, since that takes longer than a
/// report in which little changed.
struct KeptParity {
    private struct Record: Codable {
        let input: String
        let parity: LanguageParity
    }

    private static let fact = "language parity"

    /// `nil` when no pairs are shipped.
    let parity: LanguageParity?
    private let input: String?

    init(of context: WorkspaceContext) throws {
        let pairs = context.resources.pairs
        guard FileManager.default.fileExists(atPath: pairs.path) else {
            (parity, input) = (nil, nil)
            return
        }
        let input = "\(KoeVersion.current) \(try context.scorerVersion()) \(try Digest.hex(ofFileAt: pairs))"
        let kept = try context.database.read { try FactTable.value(Self.fact, in: $0) }
            .flatMap { try? JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
        self.input = input
        if let kept, kept.input == input {
            parity = kept.parity
        } else {
            parity = try PairReading(of: pairs, scorer: context.loadScorer()).parity
        }
    }

    func remember(in db: StoreConnection) throws {
        guard let parity, let input else { return }
        try FactTable.set(Self.fact, to: JSONTreeEncoder.record(Record(input: input, parity: parity)), in: db)
    }
}
