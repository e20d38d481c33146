import Feedback

extension RowBuilder {
    func time(_ field: Field, _ row: FieldRow) throws(RowFault) -> Timestamp? {
        guard let text = value(field, row), let reader = schema.times[field.place] else { return nil }
        do throws(TimeFault) {
            let time = try reader.read(text, parts(field, row))
            if Self.years.contains(time.instant.milliseconds) { return time }
            if Self.isSecondary(field) { return nil }
            throw Self.otherYear
        } catch {
            // The time of something beside the comment costs that time, and not the comment.
            if RelativeTime.isOne(text) { return ago(text, field, row, reader) }
            if Self.isSecondary(field) { return nil }
            if field == .postedAt, let partial = PartialDate(text) { return try time(partial, text, row, reader) }
            throw RowFault(reason: error.reason, message: "\(field.name): \(error.message)")
        }
    }

    /// What the columns beside that of a time hold.
    private func parts(_ field: Field, _ row: FieldRow) -> TimeParts {
        let source = schema.sources[field.place]
        var parts = TimeParts(clock: clock(field, row), clockDigits: source.clockDigits)
        parts.half = source.halfSlot.flatMap { cell(row[$0], field) }
        if let slot = source.zoneSlot, let name = cell(row[slot], field) { parts.zone = (name, zone(name)) }
        return parts
    }

    /// What the column of a time's clock holds.
    private func clock(_ field: Field, _ row: FieldRow) -> String? {
        let source = schema.sources[field.place]
        for slot in source.clockSlots {
            if let cell = cell(row[slot], field) { return cell }
        }
        guard let hour = source.hourSlot.flatMap({ part($0, "時", field, row) }) else { return nil }
        let minute = source.minuteSlot.flatMap { part($0, "分", field, row) } ?? "0"
        return "\(hour):\(minute.utf8.count == 1 ? "0" : "")\(minute)"
    }

    /// What a cell holds without its unit.
    private func part(_ slot: Int, _ unit: String, _ field: Field, _ row: FieldRow) -> String? {
        cell(row[slot], field).map { $0.hasSuffix(unit) ? String($0.dropLast()) : $0 }
    }

    /// The zone that a row names; `nil` for what is none.
    private func zone(_ name: String) -> Zone? {
        if let known = zones[name] { return known }
        let zone = ZoneName.zone(name, resolve: options.resolveZone)
        if zones.count < 1_000 { zones[name] = zone }
        return zone
    }

    /// A date whose parts stand in columns of their own, as far as they are told.
    func date(_ slots: DateSlots, _ field: Field, _ row: FieldRow) -> String? {
        func part(_ slot: Int?, _ unit: String) -> String? { slot.flatMap { self.part($0, unit, field, row) } }
        let (year, month, day) = (part(slots.year, "年"), part(slots.month, "月"), part(slots.day, "日"))
        guard let month else { return year.map { "\($0)年" } }
        // A month may be named, or stand with its year.
        if month.contains(where: \.isLetter) || month.utf8.count > 2, !month.contains("月") {
            let isWhole = month.contains { "-/年".contains($0) }
            return isWhole ? month : [day, month, year].compactMap { $0 }.joined(separator: " ")
        }
        guard let year else { return day.map { "\(month)月\($0)日" } ?? "\(month)月" }
        if year.utf8.count == 2 { return "\(year)年\(month)月" + (day.map { "\($0)日" } ?? "") }
        return [year, month, day].compactMap { $0 }.joined(separator: "-")
    }

    /// Whether the comment's day stands without its clock, because what a row has for one is none.
    func isDayAlone(_ comment: Comment, _ row: FieldRow) -> Bool {
        let parts = TimeParts(clock: clock(.postedAt, row), clockDigits: schema[.postedAt].clockDigits)
        guard comment.postedAt != nil else { return false }
        guard let clock = parts.clock else { return isHalfAlone(row) }
        return parts.timeOfDay == nil && schema.times[Field.postedAt.place]?.tells(clock) != true
    }

    /// Whether a row tells the half of a day and no hour of it.
    private func isHalfAlone(_ row: FieldRow) -> Bool {
        let source = schema[.postedAt]
        guard let half = source.halfSlot, source.clockSlots.isEmpty, source.hourSlot == nil,
            cell(row[half], .postedAt) != nil,
            let written = value(.postedAt, row)
        else { return false }
        return schema.times[Field.postedAt.place]?.tellsClock(written) == false
    }

    /// A date that tells no day: of a month its end, marked as that time or earlier, and of a day without a year the latest
    /// before somebody looked; else none.
    private func time(
        _ partial: PartialDate,
        _ text: String,
        _ row: FieldRow,
        _ reader: TimeReader
    ) throws(RowFault) -> Timestamp? {
        do throws(TimeFault) {
            switch partial {
            case .less: return nil
            case .month(let year, let month):
                let end = try reader.end(ofYear: year, month: month, original: text)
                guard let end, Self.years.contains(end.instant.milliseconds) else { throw Self.otherYear }
                return end
            case .day(let day):
                guard let moment = seen(.postedAt, row, reader, isLate: true) else { return nil }
                return try reader.latest(day, parts(.postedAt, row), notAfter: moment.instant, original: text)
            }
        } catch {
            throw RowFault(reason: error.reason, message: "\(Field.postedAt.name): \(error.message)")
        }
    }

    /// A time told from when somebody looked, where the mapping says when; it was written then or before.
    private func ago(_ text: String, _ field: Field, _ row: FieldRow, _ reader: TimeReader) -> Timestamp? {
        guard let moment = seen(field, row, reader), let instant = RelativeTime.instant(text, from: moment.instant)
        else { return nil }
        return Timestamp(instant: instant, original: text, zoneOrigin: moment.zoneOrigin, certainty: .notAfter)
    }

    /// When somebody looked; without a moment that can be read the comment stays without a date.
    ///
    /// `isLate`: whether a day alone is taken at its end.
    private func seen(_ field: Field, _ row: FieldRow, _ reader: TimeReader, isLate: Bool = false) -> Timestamp? {
        let source = schema[field]
        var seen = source.seenText
        if let slot = source.seenSlot, case .text(let cell) = row[slot] { seen = cell }
        // The moment of a mapping need not be written as the times are.
        guard let seen, let time = (try? reader.read(seen)) ?? (try? reader.withoutPattern.read(seen)) else {
            return nil
        }
        guard isLate, !reader.tellsClock(seen) else { return time }
        let end = Instant(milliseconds: time.instant.milliseconds + 86_399_999)
        return Timestamp(instant: end, original: time.original, zoneOrigin: time.zoneOrigin)
    }

    private static let otherYear = TimeFault(
        reason: .badTime,
        message: "the year is not between 1970 and 2100; correct it in the source"
    )

    /// 1970 to 2100, and a day before for zones east of UTC, in milliseconds.
    private static let years: Range<Int64> = -86_400_000..<4_133_980_800_000

    private static func isSecondary(_ field: Field) -> Bool {
        field == .comment(.updatedAt) || field == .comment(.repliedAt)
    }
}
