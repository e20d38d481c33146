/// What the report is about and what it was made from; shown on every page and under every picture.
package struct ReportHead: Codable, Hashable, Sendable {
    /// The user's own title; `nil` for the standard one.
    package var title: String?
    /// A sentence of the user's own under the title, such as "invented data"; `nil` for none.
    package var notice: String?
    package var runID: String
    /// The instant the report speaks of, ISO 8601 with offset, in `zone`.
    package var asOf: String
    /// Name in the zone database, such as `Asia/Tokyo`.
    package var zone: String
    /// Content hash of the database, as `koe verify` prints it.
    package var databaseHash: String
    package var lexiconVersion: String
    package var scorerVersion: String
    package var configVersion: String
    /// Version of the definitions of S, B and handling times.
    package var definitionVersion: String
    /// The command that makes this report again.
    package var command: String
    /// Equality margin in points, stated beforehand; above 0.
    package var margin: Double
    /// Below this many voices a value is "insufficient"; at least 1.
    package var minimumVoices: Int
    /// Level of every interval of the report, in percent.
    package var confidencePercent: Int

    package init(
        title: String? = nil,
        notice: String? = nil,
        runID: String,
        asOf: String,
        zone: String,
        databaseHash: String,
        lexiconVersion: String,
        scorerVersion: String,
        configVersion: String,
        definitionVersion: String,
        command: String,
        margin: Double,
        minimumVoices: Int,
        confidencePercent: Int = 95
    ) {
        self.title = title
        self.notice = notice
        self.runID = runID
        self.asOf = asOf
        self.zone = zone
        self.databaseHash = databaseHash
        self.lexiconVersion = lexiconVersion
        self.scorerVersion = scorerVersion
        self.configVersion = configVersion
        self.definitionVersion = definitionVersion
        self.command = command
        self.margin = margin
        self.minimumVoices = minimumVoices
        self.confidencePercent = confidencePercent
    }
}
