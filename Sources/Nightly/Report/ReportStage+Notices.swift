import Foundation
import Reports
import Store
package import Upkeep
package import Workspace

extension ReportStage {
    /// What the report that stands says of its flags, and the run that measured them.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is no report yet.
    package static func standingNotices(of context: WorkspaceContext) throws -> (notices: [Notice], run: Int64) {
        try context.database.read { db in
            guard let outcome = try standing(in: db) else {
                throw WorkspaceError(.input, "there is no report of this version yet; run koe run")
            }
            return (outcome.flagNotices, try RunTable.latest(in: db) ?? 0)
        }
    }
}

extension ReportStage.Outcome {
    /// What it says of its flags, as receivers are told.
    package var flagNotices: [Notice] {
        notices.map { Notice(flagID: $0.id, state: $0.state, isNew: $0.isNew, line: $0.line) }
    }
}
