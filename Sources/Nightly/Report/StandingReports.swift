import Foundation
import Workspace

/// The reports in the workspace's folder of reports.
struct StandingReports {
    let context: WorkspaceContext

    /// Makes every one of them anew, each in its language.
    ///
    /// `others`: whether the one that nights keep up to date is left out.
    /// - Returns: their folders, in the order of their names.
    func makeAnew(others: Bool = false) throws -> [String] {
        let folder = context.workspace.reports
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        var made: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let report = folder.appending(path: name)
            if name.hasPrefix("."), name.hasSuffix(".koe-new") {
                // What a process that was killed has left half-written.
                try FileManager.default.removeItem(at: report)
                continue
            }
            if others, name == ReportStage.latestName { continue }
            guard let language = ReportManifest.language(ofReportIn: report) else { continue }
            do {
                _ = try ReportStage(context: context, language: language).run(into: report, keepsOthers: true)
            } catch let error as WorkspaceError where error.code == .input {
                // Nobody is left to report on.
                try FileManager.default.removeItem(at: report)
            }
            made.append(report.path)
        }
        return made
    }
}
