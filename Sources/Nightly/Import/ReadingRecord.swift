import Ingestion
import Workspace

/// What decided how an input was read, as it is kept with the input.
struct ReadingRecord: Hashable {
    /// Changes with the program, the mapping and the settings.
    let plan: String
    /// The inputs of a source that share it are read alike; `nil` where no values told how the columns are read.
    let signature: String?
    /// Changes with what the values of these inputs told.
    let decision: String?

    init(plan: String, proposed: ProposedReading?) {
        self.plan = plan
        signature = proposed?.signature
        decision = proposed.map(Self.digest)
    }

    /// `nil` for an input that was not read to its end, or by a program that kept less.
    init?(_ text: String?) {
        let parts = (text ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        plan = parts[0]
        signature = parts[1].isEmpty ? nil : parts[1]
        decision = parts[2].isEmpty ? nil : parts[2]
    }

    var text: String { "\(plan) \(signature ?? "") \(decision ?? "")" }

    static func digest(_ proposed: ProposedReading) -> String {
        String(Digest.hex(Array(proposed.decision.utf8)).prefix(16))
    }
}
