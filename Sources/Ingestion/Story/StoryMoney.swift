import Feedback

/// Amounts of money in a sentence, in the order of the text.
enum StoryMoney {
    private static let after: [(word: String, currency: String)] = [
        ("ドル", "USD"), (" dollars", "USD"), (" dollar", "USD"), ("usd", "USD"), (" usd", "USD"), ("円", "JPY"),
        (" yen", "JPY"), ("ユーロ", "EUR"),
        (" euro", "EUR"), ("ポンド", "GBP"), (" pounds", "GBP"),
    ]
    private static let before: [(word: String, currency: String)] = [
        ("us$", "USD"), ("$", "USD"), ("¥", "JPY"), ("€", "EUR"), ("£", "GBP"),
    ]

    static func amounts(in sentence: String) -> [Money] {
        let bytes = Array(sentence.utf8)
        var found: [Money] = []
        var index = 0
        while index < bytes.count {
            guard let (thousandths, end) = number(bytes, index) else {
                index += 1
                continue
            }
            let lead = before.first { bytes[..<index].suffix($0.word.utf8.count).elementsEqual($0.word.utf8) }?.currency
            let tail = after.first { bytes[end...].starts(with: $0.word.utf8) }?.currency
            if let currency = lead ?? tail { found.append(Money(thousandths: thousandths, currency: currency)) }
            index = end
        }
        return found
    }

    /// `1,234.50` in thousandths.
    private static func number(_ bytes: [UInt8], _ start: Int) -> (thousandths: Int, end: Int)? {
        var index = start
        var whole = 0
        var count = 0
        while index < bytes.count, count < 12 {
            if (0x30...0x39).contains(bytes[index]) {
                whole = whole * 10 + Int(bytes[index] - 0x30)
                count += 1
            } else if bytes[index] != 0x2C || count == 0 || index + 1 >= bytes.count
                || !(0x30...0x39).contains(bytes[index + 1])
            {
                break
            }
            index += 1
        }
        guard count > 0 else { return nil }
        var value = whole * 1_000
        if index + 1 < bytes.count, bytes[index] == 0x2E, (0x30...0x39).contains(bytes[index + 1]) {
            var scanner = TimeScanner(bytes)
            scanner.position = index + 1
            value += scanner.milliseconds() ?? 0
            index = scanner.position
        }
        return (value, index)
    }
}
