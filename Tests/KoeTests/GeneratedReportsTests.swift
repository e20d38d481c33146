import Feedback
import Foundation
import Measures
import Reports
import Testing

@testable import Flags
@testable import Reporting

/// Reports over 500 generated workspaces, from voices over cells to the text that a reader sees.
struct GeneratedReportsTests {
    private static let workspaces = 500
    private static let minimumVoices = 5

    @Test func everyWorkspaceGivesAReportThatAgreesWithItself() throws {
        let templates = try Self.templates()
        let readers = Self.readers
        for number in 0..<Self.workspaces {
            let workspace = GeneratedWorkspace(number: number)
            let made = Self.model(workspace)
            let model = try made.withoutUnsoundBrands()
            #expect(model.leftOut.isEmpty, "workspace \(number): \(model.leftOut)")
            for (brand, voices) in zip(model.brands, workspace.brands) {
                Self.check(brand, voices: voices, readers: readers, "workspace \(number), \(brand.name)")
            }
            // Pages hold what the sentences hold; to draw all of them would take minutes.
            guard number.isMultiple(of: 50) else { continue }
            for language in ReportLanguage.allCases {
                let files = try ReportRenderer.render(model, language: language, templates: templates)
                let index = try #require(files.first { $0.path == "index.html" })
                let page = String(decoding: index.bytes, as: UTF8.self)
                for sentence in ReportRenderer.verdicts(of: model, language: language) {
                    #expect(page.contains(sentence), "workspace \(number)")
                }
            }
        }
    }

    @Test func threeHundredBrandsAreOneReport() throws {
        let workspace = GeneratedWorkspace(number: 7, brands: 300)
        let readers = Self.readers
        let model = try Self.model(workspace).withoutUnsoundBrands()
        #expect(model.brands.count == 300 && model.leftOut.isEmpty)
        for (brand, voices) in zip(model.brands, workspace.brands) {
            Self.check(brand, voices: voices, readers: readers, brand.name)
        }
        let files = try ReportRenderer.render(model, language: .ja, templates: Self.templates())
        #expect(files.count { $0.path.hasPrefix("brands/") } == 300)
        for file in files where file.path.hasSuffix(".html") {
            #expect(file.bytes.count <= 300_000, "\(file.path): \(file.bytes.count)")
        }
    }

    private static var readers: [ReportLanguage: PrintedNumbers] {
        Dictionary(uniqueKeysWithValues: ReportLanguage.allCases.map { ($0, PrintedNumbers(language: $0)) })
    }

    private static func check(
        _ brand: BrandReport,
        voices: [Voice],
        readers: [ReportLanguage: PrintedNumbers],
        _ place: String
    ) {
        let both = voices.count { $0.supportPolarity != nil && $0.brandPolarity != nil }
        #expect(brand.verdict.whole.voices == both, "\(place)")
        for language in ReportLanguage.allCases {
            let sentences = ReportRenderer.sentences(
                of: brand.verdict,
                brand: brand.name,
                minimumVoices: minimumVoices,
                language: language
            )
            for sentence in sentences {
                for fault in readers[language]?.faults(in: sentence) ?? ["no reader"] {
                    Issue.record("\(place): \(fault): \(sentence)")
                }
            }
            let told = sentences.filter { $0.contains(language == .en ? "that have both)" : "（両方がわかる声") }
            let stretches = [brand.verdict.recent, brand.verdict.whole].compactMap { $0 }
                .filter { $0.state != .insufficient }
            #expect(told.count == stretches.count, "\(place)")
            for (sentence, stretch) in zip(told, stretches) {
                let count = grouped(stretch.voices)
                let size = language == .en ? "n = \(count) " : "（両方がわかる声\(count)件）"
                #expect(sentence.contains(size), "\(place)")
            }
        }
        for point in brand.yearly + brand.monthly {
            let levels = [point.support.range, point.brand.range].compactMap { $0 }.flatMap { [$0.low, $0.high] }
            #expect((levels + [point.adjustedSupport ?? 0]).allSatisfy { (0...100).contains($0) }, "\(place)")
        }
    }

    private static func grouped(_ count: Int) -> String {
        count < 1_000 ? "\(count)" : "\(count / 1_000),\(String("\(1_000 + count % 1_000)".dropFirst()))"
    }

    private static func model(_ workspace: GeneratedWorkspace) -> ReportModel {
        var across = AcrossBrandsBuilder()
        let brands = workspace.brands.enumerated().map { index, voices in
            var builder = CellBuilder()
            for voice in voices { builder.add(voice) }
            let cells = BrandCells(brand: workspace.name(of: index), cells: builder.cells())
            let verdicts = VerdictBuilder(margin: 5, minimumVoices: minimumVoices)
            let result = verdicts.result(of: cells)
            across.add(AcrossBrandsBuilder.months(of: result))
            let series = SeriesBuilder(cells: cells, minimumVoices: minimumVoices)
            return BrandReport(
                name: cells.brand,
                verdict: verdicts.verdict(result),
                yearly: series.points(.year),
                monthly: series.points(.month),
                yearOverYear: YearChangeBuilder(minimumVoices: minimumVoices, zone: .utc).changes(of: cells),
                insufficient: FallSight(notes: workspace.notes(on: cells)).note(
                    on: cells
                ),
                command: "koe why measure X all"
            )
        }
        return ReportModel(
            head: workspace.head(minimumVoices: minimumVoices),
            brands: brands,
            acrossBrands: across.result,
            coverage: workspace.coverage
        )
    }

    private static func templates() throws -> [String: String] {
        let folder = KoeProcess.checkout.appending(path: "Reports/templates")
        var texts: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            texts[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
        }
        return texts
    }
}
