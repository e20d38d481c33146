import Feedback
import Measures
import Reports

/// Medians of handling times: first response and resolution, on the calendar and in business hours.
struct HandlingBuilder {
    let minimumVoices: Int

    /// Four rows, or none without a case that was answered or closed.
    func rows(_ times: [Measures.HandlingTime], period: String? = nil) -> [Reports.HandlingTime] {
        let summary = HandlingSummary(of: times)
        let medians: [(HandlingMeasure, HandlingClock, MedianInterval?)] = [
            (.firstResponse, .calendar, summary.firstResponse),
            (.firstResponse, .business, summary.firstResponseBusiness),
            (.resolution, .calendar, summary.resolution),
            (.resolution, .business, summary.resolutionBusiness),
        ]
        return medians.compactMap { measure, clock, median in
            median.map {
                Reports.HandlingTime(
                    measure: measure,
                    clock: clock,
                    cases: $0.count,
                    medianMinutes: minutes($0),
                    period: period
                )
            }
        }
    }

    /// The same by the year in which a case began, the oldest first.
    func years(_ times: [Measures.HandlingTime]) -> [Reports.HandlingTime] {
        let years = Dictionary(grouping: times) { Period(.year, containing: $0.day) }
        return years.sorted { $0.key.index < $1.key.index }.flatMap { rows($0.value, period: $0.key.description) }
    }

    private func minutes(_ median: MedianInterval) -> ValueRange? {
        guard median.count >= minimumVoices, let interval = median.interval else { return nil }
        return ValueRange(median.median * 60, (interval.lowerBound * 60)...(interval.upperBound * 60))
    }
}
