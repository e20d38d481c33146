import Feedback
import Foundation
import Measures

/// Reads when an office is open, as `koe.yaml` says it.
///
/// Hours by days of the week, such as `mon-fri: 09:00-18:00`; several stretches are set apart by commas. Closed days are
/// `2026-12-29`, or `12-29` for every year, or two of one kind with `..` between.
struct OfficeHours {
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// - Throws: ``WorkspaceError`` `usage` for what cannot be read.
    static func calendar(_ office: SettingsFile.Office?, zone: Zone) throws -> BusinessCalendar {
        var hours = BusinessCalendar.mondayToFriday
        if let given = office?.hours {
            hours = [:]
            for (days, stretches) in given.sorted(by: { $0.key < $1.key }) {
                let open = try stretches.split(separator: ",").map { try Self.stretch($0, days: days) }
                for day in try weekdays(days) { hours[day] = open.isEmpty ? nil : open }
            }
        }
        var days: Set<Day> = []
        var yearly: Set<BusinessCalendar.MonthDay> = []
        for name in office?.closed ?? [] {
            if let range = Self.days(name) {
                days.formUnion(range)
            } else if let range = yearlyDays(name) {
                yearly.formUnion(range)
            } else {
                throw WorkspaceError(
                    .usage,
                    "office.closed: \"\(name)\" is no day; write 2026-12-29, or 12-29 for every year, or 12-29..01-03"
                )
            }
        }
        return BusinessCalendar(
            zone: zone,
            hours: hours,
            closesOnJapaneseHolidays: office?.japaneseHolidays ?? (zone.identifier == Zone.tokyo.identifier),
            closedDays: days,
            yearlyClosedDays: yearly
        )
    }

    /// `mon`, or `mon-fri`, as 1 Monday to 7 Sunday.
    private static func weekdays(_ name: String) throws -> [Int] {
        let parts = name.lowercased().split(separator: "-").map { weekdays.firstIndex(of: String($0)) }
        if parts.count == 1, let day = parts[0] { return [day + 1] }
        if parts.count == 2, let first = parts[0], let last = parts[1], first <= last {
            return (first...last).map { $0 + 1 }
        }
        throw WorkspaceError(.usage, "office.hours: \"\(name)\" is no day of the week; write mon or mon-fri")
    }

    /// `09:00-18:00`; 24:00 is the end of the day.
    private static func stretch(_ text: Substring, days: String) throws -> BusinessCalendar.Hours {
        let ends = text.filter { $0 != " " }.split(separator: "-").map(seconds)
        if ends.count == 2, let opens = ends[0], let closes = ends[1],
            let hours = BusinessCalendar.Hours(opens: opens, closes: closes)
        {
            return hours
        }
        throw WorkspaceError(.usage, "office.hours.\(days): \"\(text)\" must be like 09:00-18:00")
    }

    private static func seconds(_ clock: Substring) -> Int? {
        let parts = clock.split(separator: ":")
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        return hour * 3_600 + minute * 60
    }

    private static func days(_ name: String) -> [Day]? {
        let ends = name.components(separatedBy: "..").map { text -> Day? in
            let parts = text.split(separator: "-").map { Int($0) }
            guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
            return Day(year: year, month: month, day: day)
        }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
            return nil
        }
        return (first.number...last.number).map(Day.init(number:))
    }

    /// Days of every year; a stretch may go over New Year.
    private static func yearlyDays(_ name: String) -> [BusinessCalendar.MonthDay]? {
        // A leap year, so that 02-29 is a day.
        let leapYear = 2_000
        let ends = name.components(separatedBy: "..").map { text -> Day? in
            let parts = text.split(separator: "-").map { Int($0) }
            guard parts.count == 2, let month = parts[0], let day = parts[1] else { return nil }
            return Day(year: leapYear, month: month, day: day)
        }
        guard let first = ends.first ?? nil, var last = ends.last ?? nil, ends.count <= 2 else { return nil }
        if last < first { last = Day(number: last.number + 366) }
        return (first.number...last.number).map { BusinessCalendar.MonthDay(Day(number: $0)) }
    }
}

/// Reads the weights of facets, as `koe.yaml` says them.
enum GivenWeights {
    /// Greatest weight, so that sums of weights stay exact enough.
    private static let greatest = 1e6

    /// - Throws: ``WorkspaceError`` `usage` for a name that is no facet, or a weight under 0 or too great.
    static func weights(_ given: [String: SettingsNumber]?) throws -> FacetWeights? {
        guard let given, !given.isEmpty else { return nil }
        var weights: [Facet: Double] = [:]
        for (name, weight) in given.sorted(by: { $0.key < $1.key }) {
            guard let facet = Facet(rawValue: name) else {
                let known = Facet.allCases.map(\.rawValue).joined(separator: ", ")
                throw WorkspaceError(.usage, "facetWeights: \"\(name)\" is no facet; the facets are \(known)")
            }
            guard let value = SettingsNumber.value(of: weight.text), (0...greatest).contains(value) else {
                throw WorkspaceError(
                    .usage,
                    "facetWeights.\(name) is \"\(weight.text)\"; it must be a number from 0 to \(greatest)"
                )
            }
            weights[facet] = value
        }
        return FacetWeights(given: weights)
    }
}

extension BusinessCalendar {
    /// One line for `koe config`.
    var summary: String {
        func clock(_ seconds: Int) -> String {
            "\((seconds / 3_600).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
        }
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let days = (1...7).compactMap { day in
            hours[day].map { stretches in
                "\(names[day - 1]) "
                    + stretches.map { "\(clock($0.opens))-\(clock($0.closes))" }.joined(separator: " ")
            }
        }
        let closed = closedDays.count + yearlyClosedDays.count
        return days.joined(separator: ", ") + (closesOnJapaneseHolidays ? "; closed on Japanese holidays" : "")
            + (closed > 0 ? "; \(closed) more closed days" : "")
    }
}

extension FacetWeights {
    /// One line for `koe config`, in per cent.
    var summary: String {
        weights.map { "\($0.facet.rawValue) \(Int(($0.share * 100).rounded()))%" }.joined(separator: ", ")
    }
}
