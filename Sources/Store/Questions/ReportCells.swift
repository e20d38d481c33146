package import Feedback
package import GRDB

/// The cells that a report shows: of a million cells it needs some ten thousand.
package enum ReportCells {
    /// What is asked of the cells of one length of period.
    package struct Question: Sendable {
        package let length: PeriodLength
        /// Names of the measures that are asked for over all channels together.
        package var whole: Set<String>
        /// Names of those that are asked for by channel.
        package var byChannel: Set<String>

        package init(_ length: PeriodLength, whole: Set<String>, byChannel: Set<String>) {
            self.length = length
            self.whole = whole
            self.byChannel = byChannel
        }
    }

    /// The cells of a brand, those of each question in the order of period, channel and measure.
    package static func cells(of brand: String, _ questions: [Question], in db: Database) throws -> [CellRow] {
        try questions.flatMap { question in
            let condition = SQLPart("periodLength = ?", [question.length.rawValue])
            return try CellTable.cells(of: brand, where: condition, in: db) { channel in
                channel == CellGroup.allChannels ? question.whole : question.byChannel
            }
        }
    }
}
