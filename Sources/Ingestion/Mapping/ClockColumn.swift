import Feedback

/// Tells which column holds the clock of the dates of another.
enum ClockColumn {
    /// Whether the values of a column are days without a time of day.
    static func isDateAlone(_ column: SourceSample.Column, _ format: String?) -> Bool {
        let reader = TimeReader(pattern: format.flatMap { TimePattern($0) }, zone: .workspace(.utc))
        return !column.values.isEmpty && !column.values.contains(where: reader.tellsClock)
    }

    /// Whether nearly all values are times of day, and not all of them spans of less than an hour.
    static func holdsClocks(_ column: SourceSample.Column) -> Bool {
        let values = column.values.filter { !AnswerWord.isNone($0) }
        let clocks = values.compactMap(ClockReader.read).filter(\.isOfNoDay)
        guard !clocks.isEmpty, clocks.count * 10 >= values.count * 8 else { return false }
        return clocks.count < 5 || clocks.contains { $0.hour > 0 }
    }

    /// How clocks of digits alone are written that lost their leading noughts, by the longest of them; `nil` for others.
    static func digits(_ column: SourceSample.Column) -> String? {
        let values = column.values.filter { !AnswerWord.isNone($0) }
        guard values.count >= 2, values.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        let format = values.contains { $0.utf8.count > 4 } ? "HHmmss" : "HHmm"
        let length = format.utf8.count
        let clocks = values.map { String(repeating: "0", count: max(0, length - $0.utf8.count)) + $0 }
        let isShort = values.contains { $0.utf8.count < length }
        return isShort && clocks.allSatisfy { ClockReader.read($0) != nil } ? format : nil
    }

    /// Whether a column is called after the halves of a day, and most of its values are words for them.
    ///
    /// A row of another word is quarantined: one such row must not take the half of the day from all others.
    static func holdsHalves(_ column: SourceSample.Column) -> Bool {
        let key = WidthFolding.key(column.name.split(separator: ".").last.map(String.init) ?? column.name)
        guard halfNames.contains(key) || halfParts.contains(where: key.contains) else { return false }
        let values = column.values.filter { !AnswerWord.isNone($0) }
        return values.count { CivilTime.Half($0) != nil } * 2 > values.count
    }

    /// Whether most times of a column are none that only a clock of 24 hours shows.
    static func fitsHalves(_ column: SourceSample.Column, _ format: String?) -> Bool {
        let reader = TimeReader(pattern: format.flatMap { TimePattern($0) }, zone: .workspace(.utc))
        let fitting = column.values.count { value in
            if let clock = ClockReader.read(value), clock.isOfNoDay { return clock.hour <= 12 }
            // What is no time shows no hour.
            guard let time = try? reader.read(value), time.zoneOrigin != .text else { return true }
            return time.instant.milliseconds / 3_600_000 % 24 <= 12
        }
        return fitting * 2 > column.values.count
    }

    /// Whether a column holds the zone of other columns, and not that of a person or a machine.
    ///
    /// A row whose zone is not known is quarantined: one such row must not move the times of all others.
    static func holdsZones(_ column: SourceSample.Column) -> Bool {
        let key = WidthFolding.key(column.name.split(separator: ".").last.map(String.init) ?? column.name)
        let values = column.values.filter { !AnswerWord.isNone($0) }
        guard !values.isEmpty, zones.contains(where: key.hasSuffix), !viewers.contains(where: key.contains) else {
            return false
        }
        let isOffset = ["utcoffset", "gmtoffset", "tzoffset", "timezoneoffset", "時差"].contains(where: key.hasSuffix)
        return values.count { ZoneName.isOne($0) || isOffset && ZoneName.isHours($0) } * 2 > values.count
    }

    static let zones = ["timezone", "tz", "zone", "offset", "タイムゾーン", "時差", "標準時"]
    private static let viewers = ["user", "customer", "client", "browser", "device", "agent", "account", "ユーザー", "顧客"]

    /// Whether the values of a column are whole times, each of the day that stands in the other or of the next to it.
    static func holdsTimes(_ column: SourceSample.Column, of dates: SourceSample.Column, _ format: String?) -> Bool {
        let reader = TimeReader(zone: .workspace(.utc))
        let days = TimeReader(pattern: format.flatMap { TimePattern($0) }, zone: .workspace(.utc))
        guard column.values.count == dates.values.count, column.values.contains(where: reader.tellsClock) else {
            return false
        }
        let near = zip(column.values, dates.values).count { written, day in
            // What is no time is of no day; why does not matter.
            guard let time = try? reader.read(written), let day = try? days.read(day) else { return false }
            return abs(time.instant.milliseconds - day.instant.milliseconds) <= 2 * 86_400_000
        }
        return near * 10 >= column.values.count * 9
    }

    /// The name that goes with that of the dates: of the same thing, or of nothing but the clock.
    static func best(of names: [String], for date: String, _ field: Field) -> String? {
        let thing = stem(of: bare(date), days)
        let stems = names.map { stem(of: bare($0), clocks) }
        if let same = zip(names, stems).first(where: { isClock($0) && isSame($1, thing) }) { return same.0 }
        guard field == .postedAt || field == .openedAt else { return nil }
        return zip(names, stems).first { name, stem in
            guard let stem, isClock(name), thing == "" || stem.isEmpty || thing == nil else { return false }
            return !others.contains(where: stem.contains)
        }?.0
    }

    /// A name without the zone that it ends with.
    private static func bare(_ name: String) -> String {
        ZoneName.inHeader(name) == nil ? name : NameHint.names(name).last ?? name
    }

    /// Whether a column goes with a time by its name: of the same thing, or of no thing, where the time is the writing.
    static func goes(_ name: String, with date: String, _ field: Field, _ words: [String]) -> Bool {
        guard let thing = stem(of: name, words) else { return field == .postedAt || field == .openedAt }
        if thing.isEmpty || general.contains(thing) { return true }
        let key = WidthFolding.key(date.split(separator: ".").last.map(String.init) ?? date)
        return key.hasPrefix(thing)
    }

    private static let general: Set<String> = ["utc", "gmt", "local", "the"]
    static let halves = ["午前午後", "ampm", "meridiem", "午前", "am"]
    private static let halfNames: Set<String> = ["", "am", "pm", "half", "period", "時間帯"]
    private static let halfParts = ["午前", "午後", "ampm", "meridi"]

    /// Whether two names speak of one thing, which one of them may say at more length: `回答` and `アンケート回答`.
    private static func isSame(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return false }
        return one == other || !one.isEmpty && !other.isEmpty && (one.hasSuffix(other) || other.hasSuffix(one))
    }

    /// What a name says beside its word for a day or a clock; `nil` where it has none.
    private static func stem(of name: String, _ words: [String]) -> String? {
        let key = WidthFolding.key(name.split(separator: ".").last.map(String.init) ?? name)
        for word in words {
            if key.hasSuffix(word) { return String(key.dropLast(word.count)) }
            if word.utf8.count == word.count, key.hasPrefix(word) {
                let rest = key.dropFirst(word.count)
                return String(rest.hasPrefix("of") ? rest.dropFirst(2) : rest)
            }
        }
        return nil
    }

    /// Whether a name is not that of the length of something.
    private static func isClock(_ name: String) -> Bool {
        let name = WidthFolding.string(name)
        return !lengths.contains(where: name.contains)
    }

    private static let days = ["年月日", "日付", "月日", "日", "date", "day"]
    private static let clocks = ["時刻", "時間", "時分秒", "時分", "time", "clock", "開始", "start"]
    private static let lengths = [
        "対応時間", "所要", "通話時間", "待ち", "待機", "保留", "経過", "応答時間", "処理時間", "作業時間", "回答時間", "滞在", "営業",
        "利用時間", "稼働", "duration", "elapsed", "response time", "handl", "wait", "talk", "hold", "resolution time",
        "processing", "time spent", "timezone", "time zone", "minutes", "seconds",
    ]
    /// What else than the writing a clock may tell.
    private static let others = [
        "終了", "完了", "返信", "回答", "対応", "更新", "予約", "来店", "到着", "出発", "配達", "配送", "希望", "解決", "end", "close",
        "complet", "resol", "reply", "respon", "update", "arriv", "depart", "deliver", "visit", "first", "last", "due",
        "zone", "scrap", "crawl", "fetch", "import", "export", "download", "取得", "収集",
    ]
}
