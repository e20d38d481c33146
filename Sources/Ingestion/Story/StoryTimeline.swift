import Feedback

/// The steps of a case in the order in which a story tells them.
struct StoryTimeline {
    /// One step, while what is said of it is being gathered.
    private struct Step {
        var event: CaseEvent
        var tags: [String]
    }

    private let words: StoryWords
    private var steps: [Step] = []
    /// What the sentence before said of the time until the next step.
    private var delay: String?
    private var isSupposed = false
    private var supposedSentences = 0

    init(words: StoryWords) {
        self.words = words
    }

    /// The events, with what is said of each in its note.
    var events: [CaseEvent] {
        steps.map { step in
            var event = step.event
            event.note = step.tags.isEmpty ? nil : step.tags.joined(separator: ", ")
            return event
        }
    }

    /// Takes in the next sentence, folded.
    mutating func add(_ sentence: String) {
        guard let happened = withoutSupposition(sentence) else { return }
        let bytes = Array(happened.utf8)
        let told = StorySentences.unquoted(happened)
        if !StoryWords.holds(told, words.general) { addSteps(happened, bytes) }
        addTags(bytes)
    }

    // MARK: - Steps

    private mutating func addSteps(_ sentence: String, _ bytes: [UInt8]) {
        var found: [(place: Int, event: CaseEvent)] = []
        for cue in words.cues
        where !found.contains(where: { $0.event.kind == cue.kind && $0.event.actor == cue.actor.role }) {
            guard let place = cue.find(in: bytes) else { continue }
            let event = CaseEvent(kind: cue.kind, actor: cue.actor.role, channel: cue.channel)
            found.append((Self.comesAlong(bytes, place) ? Int.max : place, event))
        }
        // A refusal tells what was not done.
        if found.contains(where: { $0.event.kind == "refusal" }) {
            found.removeAll { ["refund", "replacement", "repair", "return"].contains($0.event.kind) }
        }
        addMoney(sentence, &found)
        if let rating = GivenStars.rating(in: sentence) {
            found.append(
                (
                    Int.max,
                    CaseEvent(
                        kind: "rating",
                        actor: .customer,
                        note: "\(rating.thousandths / 1_000) of \(rating.scale.high)"
                    )
                )
            )
        }
        let pause = StoryDelay.find(in: sentence)
        if found.isEmpty {
            delay = pause
            return
        }
        let after = pause ?? delay
        let speed = StoryDelay.duration(in: sentence)
        delay = nil
        // Sorted by place and, for equal places, by kind: the order of the table of cues must not matter.
        found.sort { ($0.place, $0.event.kind) < ($1.place, $1.event.kind) }
        for (_, event) in found {
            let isAgain = StoryWords.holds(bytes, StoryCue.words("再度|もう一度|ふたたび|again|once more"))
            append(event, isAgain: isAgain, after: after, speed: speed)
        }
    }

    /// Whether a thing is only what came along with another (代品とともに手紙が), which is told first then.
    private static func comesAlong(_ bytes: [UInt8], _ place: Int) -> Bool {
        let near = place..<min(bytes.count, place + 36)
        return StoryCue.words("とともに|と共に|と一緒に").contains { ByteSearch.firstIndex(of: $0, in: bytes, near) != nil }
    }

    private mutating func append(_ event: CaseEvent, isAgain: Bool, after: String?, speed: String?) {
        var extra: [String] = []
        if let after { extra.append(after) }
        if let speed, event.actor == .agent { extra.append(speed) }
        if let note = event.note { extra.append(note) }
        // The same step told once more adds to what is known of it.
        if !isAgain,
            let known = steps.suffix(3).lastIndex(where: {
                $0.event.kind == event.kind && $0.event.actor == event.actor
            }),
            steps.suffix(from: known).dropFirst().allSatisfy({ Self.mayStandBetween($0.event, event) })
        {
            if let amount = event.amount { steps[known].event.amount = amount }
            for tag in extra where !steps[known].tags.contains(tag) && after == nil { steps[known].tags.append(tag) }
            return
        }
        steps.append(Step(event: event, tags: extra))
    }

    /// Whether a step can stand between two tellings of one other step.
    private static func mayStandBetween(_ between: CaseEvent, _ event: CaseEvent) -> Bool {
        between.actor == event.actor || event.actor == .customer && between.kind == "rating"
    }

    /// `from 74 to 44.49` is a refund of the difference; an amount that was asked for is a charge.
    private func addMoney(_ sentence: String, _ found: inout [(place: Int, event: CaseEvent)]) {
        let amounts = StoryMoney.amounts(in: sentence)
        guard let first = amounts.first, let last = amounts.last else { return }
        let bytes = Array(sentence.utf8)
        if let index = found.firstIndex(where: { $0.event.kind == "refund" }) {
            let isDifference =
                amounts.count >= 2 && first.currency == last.currency && first.thousandths > last.thousandths
                && StoryWords.holds(bytes, StoryCue.words("最終的に|になっ|になり|に修正|に調整| to "))
            let refunded = isDifference ? first.thousandths - last.thousandths : last.thousandths
            found[index].event.amount = Money(thousandths: refunded, currency: first.currency)
            if isDifference { found[index].event.note = "\(Self.plain(first)) to \(Self.plain(last))" }
        } else if let place = Self.charge.lazy.compactMap({ ByteSearch.firstIndex(of: $0, in: bytes, 0..<bytes.count) })
            .first
        {
            found.append((place, CaseEvent(kind: "charge", actor: .agent, amount: last)))
        }
    }

    private static let charge = StoryCue.words("請求|引き落とされ|課金され|charged|billed|fare came to|fare was")

    private static func plain(_ money: Money) -> String {
        let cents = money.thousandths % 1_000 / 10
        let whole = "\(money.thousandths / 1_000)" + (cents == 0 ? "" : ".\(cents.padded(to: 2))")
        return money.currency.map { "\(whole) \($0)" } ?? whole
    }

    // MARK: - What is said of them

    private mutating func addTags(_ bytes: [UInt8]) {
        for tag in words.tags where tag.stands(in: bytes) {
            guard let index = steps.lastIndex(where: { tag.kinds.contains($0.event.kind) }),
                !steps[index].tags.contains(tag.name)
            else { continue }
            steps[index].tags.append(tag.name)
        }
    }

    /// What a sentence tells besides what the teller had supposed, which never came; `nil` when that is all.
    private mutating func withoutSupposition(_ sentence: String) -> String? {
        let bytes = Array(sentence.utf8)
        if !isSupposed {
            guard StoryWords.holds(bytes, words.supposed) else { return sentence }
            isSupposed = true
            supposedSentences = 0
        } else {
            supposedSentences += 1
        }
        let turn = words.supposedEnd.compactMap { word in
            ByteSearch.firstIndex(of: word, in: bytes, 0..<bytes.count).map { $0 + word.count }
        }.min()
        if let turn {
            isSupposed = false
            return String(decoding: bytes[turn...], as: UTF8.self)
        }
        // A supposition that nothing ends was about something else.
        if supposedSentences >= 8 { isSupposed = false }
        return nil
    }
}

extension StoryActor {
    /// The actor of a case's event.
    var role: AuthorRole? {
        switch self {
        case .customer: .customer
        case .company: .agent
        case .nobody: nil
        }
    }
}
