/// Handling times of many cases: medians with intervals, in hours.
package struct HandlingSummary: Hashable, Sendable {
    /// Median hours to the first response, on the calendar; `nil` when nobody was answered.
    package let firstResponse: MedianInterval?
    /// The same in business hours.
    package let firstResponseBusiness: MedianInterval?
    /// Median hours to the resolution, on the calendar.
    package let resolution: MedianInterval?
    /// The same in business hours.
    package let resolutionBusiness: MedianInterval?
    /// Cases with a known start.
    package let cases: Int
    /// Cases without a first response yet, which no median holds.
    package let unanswered: Int
    /// Cases not closed yet, which no median holds.
    package let open: Int

    package init(of times: [HandlingTime]) {
        func median(_ seconds: [Int]) -> MedianInterval? { MedianInterval(seconds.map { Double($0) / 3_600 }) }
        let responses = times.compactMap(\.firstResponse)
        let resolutions = times.compactMap(\.resolution)
        firstResponse = median(responses.map(\.calendar))
        firstResponseBusiness = median(responses.map(\.business))
        resolution = median(resolutions.map(\.calendar))
        resolutionBusiness = median(resolutions.map(\.business))
        cases = times.count
        unanswered = times.count - responses.count
        open = times.count - resolutions.count
    }
}
