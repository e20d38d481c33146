import Feedback

extension NativeFormat {
    /// Three rows of header, the zone in the third; questions are `Q1`, `Q2` and so on, told by their values.
    static let qualtrics: NativeFormat = {
        var format = NativeFormat(
            "qualtrics",
            "Qualtrics (CSV)",
            signs: ["ResponseId", "RecordedDate"],
            columns: [
                .id: ["ResponseId"], .postedAt: ["RecordedDate", "EndDate"],
                .comment(.declaredLanguage): ["UserLanguage"],
            ]
        )
        format.aside = [
            "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "DistributionChannel",
            "Duration (in seconds)", "LocationLatitude", "LocationLongitude", "RecipientLastName",
            "RecipientFirstName", "ExternalReference",
        ]
        format.isWhole = false
        return format
    }()

    /// The old form: numbers above the names, the questions among these.
    static let qualtricsLegacy: NativeFormat = {
        var format = NativeFormat(
            "qualtrics-legacy",
            "Qualtrics, old form (CSV)",
            signs: ["ResponseID", "ResponseSet", "StartDate"],
            columns: [.id: ["ResponseID"], .postedAt: ["EndDate", "StartDate"], .authorID: ["EmailAddress"]]
        )
        format.aside = [
            "ResponseSet", "Name", "ExternalDataReference", "IPAddress", "Status", "Finished", "StartDate",
            "LocationLatitude", "LocationLongitude", "LocationAccuracy",
        ]
        format.isWhole = false
        return format
    }()

    /// Headers are `code. question`; an answer that was not sent has no `submitdate`.
    static let limeSurvey: NativeFormat = {
        var format = NativeFormat(
            "limesurvey",
            "LimeSurvey (CSV)",
            signs: ["id. Response ID", "submitdate. Date submitted"],
            columns: [
                .id: ["id. Response ID"], .postedAt: ["submitdate. Date submitted"],
                .comment(.declaredLanguage): ["startlanguage. Start language"],
            ]
        )
        format.aside = [
            "lastpage. Last page", "seed. Seed", "startdate. Date started", "datestamp. Date last action",
            "ipaddr. IP address", "refurl. Referrer URL",
        ]
        format.isWhole = false
        return format
    }()
}
