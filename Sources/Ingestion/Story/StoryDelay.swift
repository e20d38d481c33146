/// How long after the step before it a step came, as a story tells it.
enum StoryDelay {
    private static let fixed: [(words: [[UInt8]], name: String)] = [
        (StoryCue.words("翌日|the next day|the following day|next morning"), "1 day later"),
        (StoryCue.words("翌週|the next week|the following week|a week later|after a week|1週間後|一週間後"), "1 week later"),
        (StoryCue.words("程なく|ほどなく|まもなく|間もなく|soon after|before long"), "soon"),
        (StoryCue.words("さっそく|早速|すぐに返|immediately|right away|at once"), "at once"),
    ]
    private static let numbers: [(word: String, value: Int)] = [
        ("twelve", 12), ("eleven", 11), ("ten", 10), ("nine", 9), ("eight", 8), ("seven", 7), ("six", 6), ("five", 5),
        ("four", 4),
        ("three", 3), ("two", 2), ("十", 10), ("九", 9), ("八", 8), ("七", 7), ("六", 6), ("五", 5), ("四", 4), ("三", 3),
        ("二", 2),
    ]
    private static let units: [(word: String, name: String)] = [
        ("日", "days"), ("週間", "weeks"), ("か月", "months"), ("ヶ月", "months"), ("カ月", "months"), ("時間", "hours"),
        ("分", "minutes"),
        (" day", "days"), (" week", "weeks"), (" month", "months"), (" hour", "hours"), (" minute", "minutes"),
    ]

    /// The delay a sentence tells, such as `10 days later` or `soon`.
    static func find(in sentence: String) -> String? {
        let bytes = Array(sentence.utf8)
        if let (amount, unit) = counted(bytes) { return "\(amount) \(unit) later" }
        return fixed.first { StoryWords.holds(bytes, $0.words) }?.name
    }

    /// How quickly a step was done, such as `within 10 minutes`.
    static func duration(in sentence: String) -> String? {
        let bytes = Array(sentence.utf8)
        for index in bytes.indices {
            guard let (amount, unit, end) = amount(bytes, index) else { continue }
            let after = bytes[end...]
            if after.starts(with: "で".utf8) || bytes[..<index].suffix(4).elementsEqual(" in ".utf8)
                || bytes[..<index].suffix(8).elementsEqual(" within ".utf8)
            {
                return "within \(amount) \(unit)"
            }
        }
        return nil
    }

    /// A number with a unit that waiting, 後, `later` or `after` makes a delay.
    private static func counted(_ bytes: [UInt8]) -> (Int, String)? {
        let waits = StoryWords.holds(bytes, StoryCue.words("待つこと|待って|待ったあと|waited"))
        for index in bytes.indices {
            guard let (amount, unit, end) = amount(bytes, index) else { continue }
            var after = bytes[end...]
            if after.first == UInt8(ascii: "s") { after = after.dropFirst() }
            let isLater = ["後", "ほどして", "ほど経", "たって", "経って", " later"].contains { after.starts(with: $0.utf8) }
            let isAfter = bytes[..<index].suffix(6).elementsEqual("after ".utf8)
            if isLater || isAfter || waits, unit != "minutes" || isLater { return (amount, unit) }
        }
        return nil
    }

    private static func amount(_ bytes: [UInt8], _ start: Int) -> (Int, String, end: Int)? {
        guard let (value, next) = number(bytes, start) else { return nil }
        for (word, name) in units where bytes[next...].starts(with: word.utf8) {
            return (value, name, next + word.utf8.count)
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], _ start: Int) -> (Int, Int)? {
        let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
        if isDigit(bytes[start]) {
            if start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == 0x2E { return nil }
            var scanner = TimeScanner(Array(bytes[start..<min(bytes.count, start + 4)]))
            return scanner.number(digits: 1...3).map { ($0, start + scanner.position) }
        }
        for (word, value) in numbers where bytes[start...].starts(with: word.utf8) {
            return (value, start + word.utf8.count)
        }
        return nil
    }
}
