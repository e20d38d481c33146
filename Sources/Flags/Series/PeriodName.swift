import Feedback
import Foundation
import Workspace

/// Names of periods as people type them.
package enum PeriodName {
    /// Whether a month such as `2014-12` lies in `all`, `2014`, `2014-Q4`, `2014-12` or `2014-01..2014-12`.
    package static func contains(_ period: String, month: String) -> Bool {
        if period == "all" || period == month { return true }
        if period.contains("..") {
            // What is no range of periods holds no month, and the caller says so.
            return (try? months(of: period))?.contains(month) ?? false
        }
        let parts = month.split(separator: "-")
        guard parts.count == 2, let number = Int(parts[1]) else { return false }
        return period == parts[0] || period == "\(parts[0])-Q\((number + 2) / 3)"
    }

    /// First and last month of `2014`, `2014-Q4`, `2014-12`, or of two of these with `..` between.
    ///
    /// - Throws: ``WorkspaceError`` `usage` for anything else.
    package static func months(of name: String) throws -> ClosedRange<String> {
        let parts = name.components(separatedBy: "..")
        let ranges = parts.compactMap(range)
        guard let first = ranges.first, let last = ranges.last, ranges.count == parts.count, parts.count <= 2,
            first.lowerBound <= last.upperBound
        else {
            throw WorkspaceError(
                .usage,
                "\"\(name)\" is no period; write 2014, 2014-Q4, 2014-12 or two of them, as 2013-10..2014-03"
            )
        }
        return month(first.lowerBound)...month(last.upperBound)
    }

    /// Months since January 1970.
    private static func range(_ name: String) -> ClosedRange<Int>? {
        if let year = Period(.year, named: name) { return year.index * 12...(year.index * 12 + 11) }
        if let quarter = Period(.quarter, named: name) { return quarter.index * 3...(quarter.index * 3 + 2) }
        return Period(.month, named: name).map { $0.index...$0.index }
    }

    private static func month(_ index: Int) -> String { Period(length: .month, index: index).description }
}
