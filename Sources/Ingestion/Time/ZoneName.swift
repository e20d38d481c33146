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
        if let name = name(folded) { return resolve(name) ?? Self.offset(name).map(fixed) }
        return text.contains("/") || folded == "utc" ? resolve(EdgeSpace.trimmed(text)) : nil
    }

    /// Whether a text looks like the name of a zone, in a column of any name.
    static func isOne(_ text: String) -> Bool {
        let folded = EdgeSpace.trimmed(WidthFolding.string(text))
        return offset(folded) != nil && !isNumber(folded) || name(folded) != nil || isPlace(text)
    }

    /// Whether a text is a count of hours, as columns of offsets hold.
    static func isHours(_ text: String) -> Bool { isNumber(text) && offset(text) != nil }

    /// What a header says of the zone of its column, as `Time (PST)`, `Time (PST/PDT)` and `日時 JST` do.
    static func inHeader(_ name: String) -> String? {
        if let inner = bracketed(name) { return inner.compactMap(known).first }
        let folded = EdgeSpace.trimmed(WidthFolding.string(name))
        let words = folded.split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "-" && $0 != ":" }
        guard let last = words.last.map(String.init) else { return nil }
        if let written = endings.first(where: last.hasSuffix) { return names[written] }
        return words.count > 1 && isAbbreviation(last) ? known(last) : nil
    }

    /// What a header says of a zone that nobody can tell: a name of several zones, as `IST`, or one that is not known.
    static func untold(inHeader name: String) -> String? {
        guard inHeader(name) == nil else { return nil }
        if let inner = bracketed(name) { return inner.first(where: ZoneSign.isOne) }
        let words = name.split { !$0.isLetter && !$0.isNumber }
        guard words.count > 1, let last = words.last.map(String.init), ZoneSign.isAmbiguous(last) else { return nil }
        return last
    }

    /// What stands in brackets at the end of a header, and of that what stands behind a colon.
    private static func bracketed(_ name: String) -> [String]? {
        var rest = Array(EdgeSpace.trimmed(name))
        while let last = rest.last, "*＊※ ".contains(last) { rest.removeLast() }
        guard let last = rest.last, closing.contains(last) else { return nil }
        var depth = 0
        for place in rest.indices.reversed() {
            if closing.contains(rest[place]) { depth += 1 }
            if opening.contains(rest[place]) { depth -= 1 }
            guard depth == 0 else { continue }
            let inner = EdgeSpace.trimmed(String(rest[(place + 1)..<(rest.count - 1)]))
            let tail = inner.split { ":：".contains($0) }.last.map { EdgeSpace.trimmed(String($0)) }
            return [inner] + (tail.map { [$0] } ?? [])
        }
        return nil
    }

    private static let opening = "([（［【〔"
    private static let closing = ")]）］】〕"

    /// The zone that a text names as mappings take it; `nil` for what names none, or several.
    private static func known(_ text: String) -> String? {
        let folded = EdgeSpace.trimmed(WidthFolding.string(text))
        if ZoneSign.isAmbiguous(folded) { return nil }
        if let pair = ZoneSign.ofTwoHalves(folded) { return pair }
        if isPlace(text) { return EdgeSpace.trimmed(text) }
        return isOne(folded) ? canonical(folded) : nil
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
    /// Names with which a header may end without a space before them.
    private static let endings = names.keys.filter { $0.hasSuffix("時間") || $0.hasSuffix("標準時") }.sorted {
        ($1.count, $0) < ($0.count, $1)
    }
    /// What programs and people call zones, by the names of the zone database.
    private static let names: [String: String] = [
        "日本": "Asia/Tokyo", "日本時間": "Asia/Tokyo", "日本標準時": "Asia/Tokyo", "東京": "Asia/Tokyo", "大阪": "Asia/Tokyo",
        "japan": "Asia/Tokyo", "tokyo": "Asia/Tokyo", "osaka": "Asia/Tokyo", "japan time": "Asia/Tokyo",
        "japan standard time": "Asia/Tokyo", "tokyo standard time": "Asia/Tokyo", "tokyo time": "Asia/Tokyo",
        "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "pacific time": "America/Los_Angeles",
        "pacific standard time": "America/Los_Angeles", "us pacific": "America/Los_Angeles",
        "us/pacific": "America/Los_Angeles", "太平洋時間": "America/Los_Angeles", "太平洋標準時": "America/Los_Angeles",
        "米国太平洋時間": "America/Los_Angeles", "mt": "America/Denver", "mountain time": "America/Denver",
        "mountain standard time": "America/Denver", "山岳部時間": "America/Denver", "山地時間": "America/Denver",
        "ct": "America/Chicago", "central time": "America/Chicago", "central standard time": "America/Chicago",
        "us central": "America/Chicago", "中部時間": "America/Chicago", "米国中部時間": "America/Chicago",
        "中部標準時": "America/Chicago",
        "et": "America/New_York", "eastern": "America/New_York", "eastern time": "America/New_York",
        "eastern standard time": "America/New_York", "us eastern": "America/New_York", "東部時間": "America/New_York",
        "米国東部時間": "America/New_York", "東部標準時": "America/New_York", "ニューヨーク時間": "America/New_York",
        "new york time": "America/New_York", "alaska time": "America/Anchorage", "hawaii time": "Pacific/Honolulu",
        "hst": "Pacific/Honolulu", "ハワイ時間": "Pacific/Honolulu", "協定世界時": "UTC", "世界協定時": "UTC", "世界標準時": "UTC",
        "グリニッジ標準時": "UTC", "coordinated universal time": "UTC", "universal time": "UTC", "zulu": "UTC",
        "cet": "Europe/Paris", "cest": "Europe/Paris", "central european time": "Europe/Paris",
        "中央ヨーロッパ時間": "Europe/Paris", "中央欧州時間": "Europe/Paris", "london": "Europe/London",
        "london time": "Europe/London", "uk time": "Europe/London", "british time": "Europe/London",
        "british summer time": "Europe/London", "英国時間": "Europe/London", "イギリス時間": "Europe/London",
        "kst": "Asia/Seoul", "korea standard time": "Asia/Seoul", "韓国時間": "Asia/Seoul", "hkt": "Asia/Hong_Kong",
        "hong kong time": "Asia/Hong_Kong", "香港時間": "Asia/Hong_Kong", "sgt": "Asia/Singapore",
        "singapore time": "Asia/Singapore", "シンガポール時間": "Asia/Singapore", "china standard time": "Asia/Shanghai",
        "china time": "Asia/Shanghai", "beijing time": "Asia/Shanghai", "中国時間": "Asia/Shanghai",
        "北京時間": "Asia/Shanghai",
        "中国標準時": "Asia/Shanghai", "台湾時間": "Asia/Taipei", "台北時間": "Asia/Taipei", "taipei time": "Asia/Taipei",
        "india standard time": "Asia/Kolkata", "india time": "Asia/Kolkata", "indian standard time": "Asia/Kolkata",
        "インド時間": "Asia/Kolkata", "インド標準時": "Asia/Kolkata", "タイ時間": "Asia/Bangkok", "ベトナム時間": "Asia/Ho_Chi_Minh",
        "msk": "Europe/Moscow", "moscow time": "Europe/Moscow", "wib": "+07:00", "ict": "+07:00", "pkt": "+05:00",
        "pht": "Asia/Manila", "sast": "Africa/Johannesburg", "brt": "-03:00", "aest": "+10:00", "aedt": "+11:00",
        "awst": "+08:00",
        "nzst": "+12:00", "nzdt": "+13:00", "australian eastern time": "Australia/Sydney",
        "sydney time": "Australia/Sydney", "シドニー時間": "Australia/Sydney",
    ]
}
