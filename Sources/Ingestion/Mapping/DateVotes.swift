/// How many dates of a column have the day first and how many the month, of those that can be read in one order only.
struct DateVotes {
    private(set) var dayFirst = 0
    private(set) var monthFirst = 0
    /// Dates of numbers with the year behind them, in whatever order.
    private(set) var dates = 0
    private let values: Int
    /// The first date of each kind.
    private var dayFirstDate = ""
    private var monthFirstDate = ""

    init(_ values: [String]) {
        self.values = values.count
        for value in values { add(value) }
    }

    private mutating func add(_ value: String) {
        guard let order = Self.order(value) else { return }
        dates += 1
        switch order {
        case .dayFirst:
            dayFirst += 1
            if dayFirst == 1 { dayFirstDate = value }
        case .monthFirst:
            monthFirst += 1
            if monthFirst == 1 { monthFirstDate = value }
        case .either: break
        }
    }

    /// Whether a value is a date of numbers with its year behind them, whose order others may tell.
    static func isDate(_ value: String) -> Bool { order(value) != nil }

    private static func order(_ value: String) -> CivilReader.DateOrder? {
        guard value.utf8.count <= 40, value.unicodeScalars.first?.properties.numericType != nil,
            let bytes = TimeText.folded(value)
        else { return nil }
        return CivilReader.order(bytes)
    }

    /// Whether a value is such a date that can be read in either order.
    static func isUntold(_ value: String) -> Bool { order(value) == .either }

    /// Whether some dates have the day first, and others the month.
    var isContradiction: Bool { dayFirst > 0 && monthFirst > 0 }

    /// Whether as many dates have the day first as the month.
    var isTie: Bool { isContradiction && dayFirst == monthFirst }

    /// What more of the dates show; `nil` for a tie, and where none tells it.
    var isDayFirst: Bool? { dayFirst == monthFirst ? nil : dayFirst > monthFirst }

    /// Whether most values are such dates.
    var areMost: Bool { dates * 2 > values }

    /// Whether a form of times does not speak against what more of the dates show.
    func allows(_ pattern: TimePattern?) -> Bool {
        guard let isDayFirst, let order = pattern?.isDayFirst else { return true }
        return order == isDayFirst
    }

    /// How the dates contradict each other, and what becomes of them.
    ///
    /// `isDayFirst`: what is taken to stand first; `nil` where that cannot be told.
    func words(taken isDayFirst: Bool?) -> String {
        let day = "\(dayFirst) of the rows looked at can be read with the day first only, such as \"\(dayFirstDate)\""
        let month = "\(monthFirst) with the month first only, such as \"\(monthFirstDate)\""
        let end =
            switch isDayFirst {
            case true?: "the day is taken to stand first, and rows that cannot be read so go to quarantine"
            case false?: "the month is taken to stand first, and rows that cannot be read so go to quarantine"
            case nil:
                """
                nobody can tell; say it with `format:` in a mapping, or take the odd ones out of quarantine with \
                `koe quarantine drop` and then `koe reread`
                """
            }
        return "\(day), and \(month): \(end)"
    }
}
