import NIOCore

/// Answers by what was asked, the least used of which give way.
///
/// Whoever asks for what somebody else is just making waits for that.
actor AnswerShelf {
    struct Key: Hashable, Sendable {
        /// Path and query.
        let uri: String
        /// Forms in a page are for one visitor.
        let visitor: String
        let isPacked: Bool
    }

    private static let mostAnswers = 512
    private static let mostBytes = 32 << 20

    private struct Place {
        let answer: KeptAnswer
        /// The later, the greater.
        var lastUse: Int
    }

    private var places: [Key: Place] = [:]
    private var bytes = 0
    private var uses = 0
    /// Those who wait, by what is being made; they learn whether there is anything to take.
    private var waiting: [Key: [CheckedContinuation<Bool, Never>]] = [:]

    /// A good answer; `nil` when the caller has to make it, and then to ``put(_:at:)`` it, whatever comes of it.
    func take(_ key: Key, isGood: @Sendable (KeptAnswer) -> Bool) async -> KeptAnswer? {
        while true {
            if let place = places[key], isGood(place.answer) {
                uses += 1
                places[key]?.lastUse = uses
                return place.answer
            }
            guard waiting[key] != nil else {
                waiting[key] = []
                return nil
            }
            guard await withCheckedContinuation({ waiting[key]?.append($0) }) else { return nil }
        }
    }

    /// Ends the making of an answer; `nil` when there is none to keep.
    func put(_ answer: KeptAnswer?, at key: Key) {
        for waiter in waiting.removeValue(forKey: key) ?? [] { waiter.resume(returning: answer != nil) }
        remove(key)
        guard let answer else { return }
        uses += 1
        places[key] = Place(answer: answer, lastUse: uses)
        bytes += answer.bytes.readableBytes
        while places.count > Self.mostAnswers || bytes > Self.mostBytes, let oldest { remove(oldest) }
    }

    private var oldest: Key? { places.min { $0.value.lastUse < $1.value.lastUse }?.key }

    private func remove(_ key: Key) {
        guard let place = places.removeValue(forKey: key) else { return }
        bytes -= place.answer.bytes.readableBytes
    }
}
