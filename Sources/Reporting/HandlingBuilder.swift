import Measures
import Reports

/// Medians of handling times: first response and resolution, on the calendar and in business hours.
struct HandlingBuilder {
    let minimumVoices: Int

    /// Four rows, or none without a case that was answered or closed.
    func rows(_ times: [Measures.HandlingTime]) -> [Reports.HandlingTime] {
        let summary = HandlingSummary(of: times)
        let medians: [(HandlingMeasure, HandlingClock, MedianInterval?)] = [
            (.firstResponse, .calendar, summary.firstResponse),
            (.firstResponse, .business, summary.firstResponseBusiness),
            (.resolution, .calendar, summary.resolution),
            (.resolution, .business, summary.resolutionBusiness),
        ]
        return medians.compactMap { measure, clock, median in
            median.map {
                Reports.HandlingTime(measure: measure, clock: clock, cases: $0.count, medianMinutes: minutes($0))
            }
        }
    }

    private func minutes(_ median: MedianInterval) -> ValueRange? {
        guard median.count >= minimumVoices, let interval = median.interval else { return nil }
        return ValueRange(median.median * 60, (interval.lowerBound * 60)...(interval.upperBound * 60))
    }
}
