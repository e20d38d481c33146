import JSON

/// What a finished report holds of one brand: a report that comes after takes it over where nothing of the brand has
/// changed.
package struct BrandPart: Sendable {
    /// What the pages of the whole tell of it, with personal data hidden.
    package let outline: BrandReport
    /// Paths of its own pages.
    package let pages: [String]
    /// Its value in `report.json`, then its rows in each table that tells of brands.
    package let bytes: [[UInt8]]

    package init(outline: BrandReport, pages: [String], bytes: [[UInt8]]) {
        self.outline = outline
        self.pages = pages
        self.bytes = bytes
    }
}

/// Where bytes stand in a file of a report.
package struct FileSlice: Codable, Hashable, Sendable {
    /// Path of the file inside the folder of the report.
    package let path: String
    package let start: Int
    package let count: Int
}

/// A brand's part of a report that has been drawn.
package struct DrawnBrand: Sendable {
    package let part: BrandPart
    /// Where the bytes of the part stand.
    package let slices: [FileSlice]
}

/// The files of a report that are put together of the parts of its brands.
struct JoinedFiles {
    private static let document = "report.json"
    /// How many values of `report.json` that of a brand stands in.
    private static let depth = 3

    let model: ReportModel
    /// In the order of the model.
    let parts: [BrandPart]

    /// Their paths, in the order of the bytes of a part.
    static func paths(in model: ReportModel) -> [String] {
        var empty = model
        empty.brands = []
        return [document] + CSVTables(model: empty).ofBrands.map(path)
    }

    private static func path(of table: CSVTable) -> String { "csv/\(table.name).csv" }

    /// The bytes of a brand in each of the files.
    static func bytes(of brand: BrandReport, in model: ReportModel) throws -> [[UInt8]] {
        var single = model
        single.brands = [brand]
        let value = try JSONTreeEncoder.pieces(of: brand, .report, depth: depth).pieces
        return [JSONTreeEncoder.joined(value)] + CSVTables(model: single).ofBrands.map(\.lines)
    }

    /// Hands on each file.
    ///
    /// - Returns: where the bytes of each part stand in them.
    func draw(_ receive: (ReportFile) throws -> Void) throws -> [[FileSlice]] {
        var slices = try drawDocument(receive)
        var empty = model
        empty.brands = []
        for (place, table) in CSVTables(model: empty).ofBrands.enumerated() {
            let path = Self.path(of: table)
            let rows = parts.map { $0.bytes[place + 1] }
            var start = table.header.count
            for (brand, own) in rows.enumerated() {
                slices[brand].append(FileSlice(path: path, start: start, count: own.count))
                start += own.count
            }
            try receive(ReportFile(path: path, pieces: [table.header] + rows))
        }
        return slices
    }

    private func drawDocument(_ receive: (ReportFile) throws -> Void) throws -> [[FileSlice]] {
        let values = parts.map { $0.bytes[0] }
        let document = ReportDocument(report: model, brands: values.map { JSONPart(pieces: [$0]) })
        let (pieces, places) = try JSONTreeEncoder.pieces(of: document, .report, depth: 0)
        try receive(ReportFile(path: Self.document, pieces: pieces + [[0x0A]]))
        return zip(places, values).map { [FileSlice(path: Self.document, start: $0, count: $1.count)] }
    }
}

/// The content of `report.json`.
private struct ReportDocument: Encodable {
    /// What is said of one brand, in every language.
    struct Sentences: Encodable {
        let brand: String
        let en: [String]
        let ja: [String]
    }

    /// The model with values of brands that are written already.
    struct Report: Encodable {
        enum Key: CodingKey {
            case brands
        }

        var model: ReportModel
        let brands: [JSONPart]

        func encode(to encoder: any Encoder) throws {
            try model.encode(to: encoder)
            // Of two members of one name the later counts.
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(brands, forKey: .brands)
        }
    }

    /// Name and version of the format.
    let format = "koe-report/2"
    let report: Report
    /// By brand, in the order of the report.
    let sentences: [Sentences]

    init(report model: ReportModel, brands: [JSONPart]) {
        var bare = model
        bare.brands = []
        report = Report(model: bare, brands: brands)
        sentences = model.brands.map { brand in
            func told(_ language: ReportLanguage) -> [String] {
                language.phrases.sentences(of: brand, minimumVoices: model.head.minimumVoices)
            }
            return Sentences(brand: brand.name, en: told(.en), ja: told(.ja))
        }
    }
}
