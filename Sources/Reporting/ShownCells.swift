import Feedback
import Flags
import Measures
import Store

/// Reads those cells of a brand that its report is made of.
enum ShownCells {
    private static let strengths: [MeasureID] = [
        .support, .brand, .difference, .comparedSupport, .comparedBrand, .silentBrand,
    ]
    /// Has a cell wherever a counted voice is.
    private static let everyVoice = MeasureID.signalShare(.fan)

    /// - Parameters:
    ///   - brand: whose cells are read.
    ///   - flagged: names of the measures of its flags, which are drawn over quarters or years and by channel.
    ///   - db: read by brand.
    /// - Returns: every cell over all time, and those of months, quarters and years that are shown.
    /// - Throws: an error of the database.
    static func cells(of brand: String, flagged: Set<String>, in db: StoreConnection) throws -> BrandCells {
        let cells = try ReportCells.cells(of: brand, questions(flagged), in: db)
        return BrandCells(brand: brand, cells: cells.compactMap(KeyedCell.init))
    }

    private static func questions(_ flagged: Set<String>) -> [ReportCells.Question] {
        let all = names(MeasureID.all)
        let months = names(strengths + [everyVoice])
        let quarters = flagged.isEmpty ? [] : [ReportCells.Question(.quarter, whole: flagged, byChannel: flagged)]
        let yearly = flagged.union(names([.support, .brand]))
        return [
            ReportCells.Question(.all, whole: all, byChannel: all),
            ReportCells.Question(.month, whole: months, byChannel: names([.support])),
        ] + quarters + [ReportCells.Question(.year, whole: all, byChannel: yearly)]
    }

    private static func names(_ measures: [MeasureID]) -> Set<String> { Set(measures.map(\.rawValue)) }
}
