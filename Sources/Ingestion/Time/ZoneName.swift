import Feedback

/// Zones as columns, headers and mappings name them.
enum ZoneName {
    /// The zone that a text names: an offset, as `+09:00`, `UTC+9` and `(GMT-05:00) Eastern Time`, one of RFC 822, as `PST`,
    /// or a name, as `America/New_York`, `Pacific Time` and `日本時間`.
    ///
    /// `resolve`: the zone of a name of the zone database.
    static func zone(_ text: String, resolve: (String) -> Zone?) -> Zone? {
        let folded = EdgeSpace.trimmed(WidthFolding.string(text))
        if let offset = offset(folded) { return fixed(offset) }
        if let name = name(folded) { return resolve(name) }
        return text.contains("/") || folded == "utc" ? resolve(EdgeSpace.trimmed(text)) : nil
    }

    /// Whether a text looks like the name of a zone, in a column of any name.
    static func isOne(_ text: String) -> Bool {
        let folded = EdgeSpace.trimmed(WidthFolding.string(text))
        return offset(folded) != nil && !isNumber(folded) || name(folded) != nil || isPlace(text)
    }

    /// Whether a text is a count of hours, as columns of offsets hold.
    static func isHours(_ text: String) -> Bool { isNumber(text) && offset(text) != nil }

    /// What a header says of the zone of its column, as `Time (PST)`, `Created at (UTC)` and `日時 JST` do.
    static func inHeader(_ name: String) -> String? {
        let folded = EdgeSpace.trimmed(WidthFolding.string(name))
        if let last = folded.last, ")]".contains(last), let open = folded.lastIndex(where: { "([".contains($0) }) {
            let inner = String(folded[folded.index(after: open)...].dropLast())
            let written = inner.split(separator: ":").last.map { EdgeSpace.trimmed(String($0)) } ?? inner
            for text in [inner, written] where isOne(text) { return canonical(text) }
            // In brackets the name of a place is written as it is.
            let place = name.drop { !"([（［".contains($0) }.dropFirst().dropLast()
            return isPlace(String(place)) ? String(place) : nil
        }
        let words = folded.split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "-" && $0 != ":" }
        guard words.count > 1 || folded.hasSuffix("日本時間"), let last = words.last.map(String.init) else { return nil }
        if last.hasSuffix("日本時間") { return canonical("日本時間") }
        return isAbbreviation(last) ? canonical(last) : nil
    }

    /// A name that mappings take.
    private static func canonical(_ text: String) -> String {
        if text == "utc" || text == "gmt" { return "UTC" }
        if text == "jst" { return "Asia/Tokyo" }
        return name(text) ?? offset(text).map(written) ?? text
    }

    private static func fixed(_ offset: Int) -> Zone {
        offset == 0 ? .utc : Zone(identifier: written(offset), initialOffset: offset)
    }

    /// `+09:00`.
    private static func written(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        return (offset < 0 ? "-" : "+") + (minutes / 60).padded(to: 2) + ":" + (minutes % 60).padded(to: 2)
    }

    /// Seconds east of UTC.
    private static func offset(_ folded: String) -> Int? {
        if isNumber(folded), let hours = Int(folded), (-12...14).contains(hours) { return hours * 3_600 }
        // A minus of print is one of a keyboard.
        var scanner = TimeScanner(Array(folded.replacing("−", with: "-").utf8))
        let isBracketed = scanner.take(0x28)
        guard let offset = scanner.offset() else { return nil }
        return scanner.isAtEnd || isBracketed && scanner.take(0x29) ? offset : nil
    }

    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        return (1...2).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isAbbreviation(_ word: String) -> Bool {
        word.utf8.count >= 3 && word.utf8.allSatisfy { $0 >= 0x61 } && offset(word) != nil
    }

    /// `America/New_York`.
    private static func isPlace(_ text: String) -> Bool {
        let parts = EdgeSpace.trimmed(text).split(separator: "/", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && areas.contains(String(parts[0]))
            && parts.dropFirst().allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && part.first?.isUppercase == true
            }
    }

    private static func name(_ folded: String) -> String? {
        let plain = folded.prefix { $0 != "(" }
        return names[EdgeSpace.trimmed(String(plain))]
    }

    private static let areas: Set<String> = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
        "US", "Canada", "Etc",
    ]
    /// What programs and people call zones, by the names of the zone database.
    private static let names: [String: String] = [
        "日本": "Asia/Tokyo", "日本時間": "Asia/Tokyo", "日本標準時": "Asia/Tokyo", "東京": "Asia/Tokyo", "大阪": "Asia/Tokyo",
        "japan": "Asia/Tokyo", "tokyo": "Asia/Tokyo", "osaka": "Asia/Tokyo", "japan time": "Asia/Tokyo",
        "japan standard time": "Asia/Tokyo", "tokyo standard time": "Asia/Tokyo",
        "pt": "America/Los_Angeles", "pacific time": "America/Los_Angeles", "us pacific": "America/Los_Angeles",
        "mt": "America/Denver", "mountain time": "America/Denver", "ct": "America/Chicago",
        "central time": "America/Chicago", "et": "America/New_York", "eastern time": "America/New_York",
        "us eastern": "America/New_York", "協定世界時": "UTC", "世界協定時": "UTC", "世界標準時": "UTC",
        "coordinated universal time": "UTC", "cet": "Europe/Paris", "cest": "Europe/Paris", "kst": "Asia/Seoul",
        "韓国時間": "Asia/Seoul", "hkt": "Asia/Hong_Kong", "sgt": "Asia/Singapore", "london": "Europe/London",
    ]
}
