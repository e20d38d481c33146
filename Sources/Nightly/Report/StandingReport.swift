import Feedback
import Foundation
import Reporting
import Reports
import Store
import Workspace

/// The report that nights keep up to date, as far as the next one takes it over.
struct StandingReport {
    let folder: URL

    /// Whether every file of it is as it was written.
    func isWhole(in db: StoreConnection) throws -> Bool {
        FileStamps.hold(try KeptReportTable.files(in: db), in: folder)
    }

    /// What it keeps of its brands; nothing where a file of it is gone or was changed.
    func brands(in database: KoeDatabase, workers: Int) throws -> [String: KeptBrand] {
        let records = try database.read { db in try isWhole(in: db) ? KeptReportTable.records(in: db) : [:] }
        let read = sideBySide(records.sorted { $0.key < $1.key }, workers: workers) { brand, record in
            KeptBrand(record: record).map { (brand, $0) }
        }
        return Dictionary(uniqueKeysWithValues: read.compactMap(\.self))
    }

    /// The parts of the brands that a draft takes over, by brand, without those that are not as they were written.
    func parts(of draft: ReportDraft, model: ReportModel, workers: Int) -> [String: BrandPart] {
        let files = ReportRenderer.joinedFiles(of: model)
        let kept = draft.brands.filter { $0.kept != nil }
        let parts = sideBySide(kept, workers: workers) { brand in
            brand.kept?.part(in: folder, files: files).map { (brand.report.name, $0) }
        }
        return Dictionary(uniqueKeysWithValues: parts.compactMap(\.self))
    }
}
