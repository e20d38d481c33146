import Feedback
import Ingestion
import Store

/// What an import tells a person of a file beside its counts.
enum ImportNotes {
    /// Share of a file's rows that may carry the id of another row of the file before that is said.
    private static let repeatedShare = 0.01

    static func notes(of file: ImportSummary.File, _ counts: FileCounts, isDryRun: Bool) -> [String] {
        let remarks = counts.stored.remarks
        var notes: [String] = []
        if Double(remarks.repeated) > repeatedShare * Double(file.read) {
            notes.append(
                """
                \(file.file): \(remarks.repeated) of \(file.read) rows carry the id of another row of the file and count \
                as its states, such as \(list(remarks.repeatedIDs)); if these are different comments, map `id` to \
                another column or to none
                """
            )
        }
        if let id = counts.firstRoundedID {
            notes.append(
                """
                \(file.file): \(counts.roundedIDs) ids or case numbers were rounded by a spreadsheet, such as \(id), and \
                count for none; export the file anew and do not save it from a spreadsheet
                """
            )
        }
        if remarks.restarted > 0 {
            notes.append(
                """
                \(file.file): \(remarks.restarted) rows carry the id of an earlier comment with another author, text and \
                time, such as \(list(remarks.restartedIDs)); the ids seem to start anew in each file, and both comments \
                were kept
                """
            )
        }
        if remarks.takenBack > 0 {
            notes.append("\(file.file): \(remarks.takenBack) comments stored before were taken back by their source")
        }
        for (field, rows) in counts.unread.sorted(by: { $0.key < $1.key }) {
            let thing = Field(name: field)?.isTime == false ? "rating" : "time"
            let isDay = field == Field.postedAt.name
            let advice = isDay ? "; days without a year are dated where a mapping gives `asOf:`" : ""
            notes.append(
                "\(file.file): \(rows) rows came in without \(field), since what stands there is no \(thing)\(advice)"
            )
        }
        if counts.roughTimes > 0 {
            notes.append(
                """
                \(file.file): \(counts.roughTimes) rows tell no day, and are stored as written by the end of their month \
                or by when somebody looked
                """
            )
        }
        if counts.daysAlone > 0 {
            notes.append(
                """
                \(file.file): \(counts.daysAlone) rows have their day alone, since what stands for its clock is no time of \
                day
                """
            )
        }
        if file.read == 0 {
            notes.append("\(file.file) holds no rows; check that the export has finished and filters nothing out")
        }
        if !isDryRun, file.read > 0, file.stored + file.updated + file.duplicate == 0 {
            notes.append("\(file.file): none of its \(file.read) rows was stored\(reason(counts))")
        }
        return notes
    }

    /// What is said of a file whose source is named after it and its month.
    static func ofOneMonth(_ file: ImportSummary.File) -> String {
        """
        \(file.file): its source is called \(file.source) after the file; where the files of other months are of the same \
        source, name it by --source or under `sources:` in koe.yaml, so that what overlaps is one
        """
    }

    private static func reason(_ counts: FileCounts) -> String {
        let skipped = counts.skippedByReason.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.rawValue)" }
        var parts: [String] = []
        if let problem = counts.firstProblem {
            parts.append("line \(problem.line), byte \(problem.byte): \(problem.reason.rawValue): \(problem.message)")
        }
        if !skipped.isEmpty { parts.append("skipped: " + skipped.joined(separator: ", ")) }
        return parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
    }

    private static func list(_ ids: [String]) -> String { ids.map { "\"\($0)\"" }.joined(separator: ", ") }
}
