import Synchronization

/// The cases that a thread of comments is held against: each is read once, for most are asked for many times and lie
/// outside memory.
///
/// Forgets everything once it holds too much.
final class ReadCases: Sendable {
    private static let most = 512

    private struct Known {
        var records: [Int: CaseRecord] = [:]
        var numbers: [Int: CaseNumbers] = [:]
    }

    private let index: CaseIndex
    private let known = Mutex(Known())

    init(of index: CaseIndex) {
        self.index = index
    }

    subscript(place: Int) -> CaseRecord {
        known.withLock { known in
            if let record = known.records[place] { return record }
            if known.records.count >= Self.most { known = Known() }
            let record = index.cases[place]
            known.records[place] = record
            return record
        }
    }

    func numbers(at place: Int) -> CaseNumbers {
        let record = self[place]
        return known.withLock { known in
            if let numbers = known.numbers[place] { return numbers }
            let numbers = record.numbers
            known.numbers[place] = numbers
            return numbers
        }
    }
}
