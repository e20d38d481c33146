/// How long a period of a series is.
package enum PeriodLength: String, Hashable, Sendable, CaseIterable {
    case week, month, quarter, year
    /// Everything in one period.
    case all
}

/// One calendar period, cut in the zone of the workspace.
package struct Period: Hashable, Comparable, Sendable {
    package let length: PeriodLength
    /// Whole periods since the one that holds 1970-01-01; 0 for `all`.
    package let index: Int

    package init(length: PeriodLength, index: Int) {
        self.length = length
        self.index = index
    }

    /// The period of a local day.
    ///
    /// Weeks begin on Monday (ISO 8601).
    package init(_ length: PeriodLength, containing day: Day) {
        let (year, month, _) = day.civil
        let months = (year - 1970) * 12 + month - 1
        self.length = length
        index =
            switch length {
            case .week: Int(Int64(day.number + 3).dividedDown(by: 7))
            case .month: months
            case .quarter: Int(Int64(months).dividedDown(by: 3))
            case .year: year - 1970
            case .all: 0
            }
    }

    /// The period that `description` names.
    ///
    /// - Returns: `nil` when the name is not one of that length.
    package init?(_ length: PeriodLength, named name: String) {
        let dash = name.utf8.firstIndex(of: 0x2D)
        let (year, rest) = (Int(name[..<(dash ?? name.endIndex)]), dash.map { name[name.utf8.index(after: $0)...] })
        switch (length, year, rest) {
        case (.all, nil, nil) where name == "all":
            self.init(length: .all, index: 0)
        case (.year, let year?, nil):
            self.init(length: .year, index: year - 1970)
        case (.quarter, let year?, let rest?):
            guard rest.first == "Q", let quarter = Int(rest.dropFirst()), (1...4).contains(quarter) else { return nil }
            self.init(length: .quarter, index: (year - 1970) * 4 + quarter - 1)
        case (.month, let year?, let rest?):
            guard let month = Int(rest), (1...12).contains(month) else { return nil }
            self.init(length: .month, index: (year - 1970) * 12 + month - 1)
        case (.week, let year?, let rest?):
            // ISO 8601: January 4th lies in the first week.
            guard rest.first == "W", let week = Int(rest.dropFirst()), let day = Day(year: year, month: 1, day: 4)
            else { return nil }
            self.init(length: .week, index: Period(.week, containing: day).index + week - 1)
            guard description == name else { return nil }
        default:
            return nil
        }
    }

    /// First day of the period; 1970-01-01 for `all`.
    package var firstDay: Day {
        switch length {
        case .week: Day(number: index * 7 - 3)
        case .month: Self.firstDay(ofMonth: index)
        case .quarter: Self.firstDay(ofMonth: index * 3)
        case .year: Self.firstDay(ofMonth: index * 12)
        case .all: Day(number: 0)
        }
    }

    package static func < (left: Period, right: Period) -> Bool {
        left.length == right.length ? left.index < right.index : left.length.rawValue < right.length.rawValue
    }

    private static func firstDay(ofMonth months: Int) -> Day {
        let year = Int(Int64(months).dividedDown(by: 12))
        return Day(year: 1970 + year, month: months - year * 12 + 1, day: 1) ?? Day(number: 0)
    }
}

extension Period: CustomStringConvertible {
    /// `2008-04`, `2008-Q2`, `2008`, `2008-W14` (ISO week) or `all`.
    package var description: String {
        let (year, month, _) = firstDay.civil
        switch length {
        case .week: return isoWeek
        case .month: return "\(year.padded(to: 4))-\(month.padded(to: 2))"
        case .quarter: return "\(year.padded(to: 4))-Q\((month + 2) / 3)"
        case .year: return year.padded(to: 4)
        case .all: return "all"
        }
    }

    /// ISO 8601: the week belongs to the year of its Thursday.
    private var isoWeek: String {
        let thursday = Day(number: firstDay.number + 3)
        let year = thursday.civil.year
        let newYear = Day(year: year, month: 1, day: 1) ?? thursday
        return "\(year.padded(to: 4))-W\(((thursday.number - newYear.number) / 7 + 1).padded(to: 2))"
    }
}
