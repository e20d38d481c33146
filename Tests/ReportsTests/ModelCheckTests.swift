import Feedback
import Reports
import Testing

/// A report that would be empty or wrong is not drawn.
struct ModelCheckTests {
    /// A fault, the code and the place it must be told with.
    struct Fault: CustomTestStringConvertible {
        let name: String
        let code: ReportError.Code
        let place: String
        let make: @Sendable (inout ReportModel) -> Void

        var testDescription: String { name }
    }

    static let faults = [
        Fault(name: "no brand", code: .emptyModel, place: "brands") { $0.brands = [] },
        Fault(name: "no source", code: .emptyModel, place: "coverage.sources") { $0.coverage.sources = [] },
        Fault(name: "no hash", code: .emptyModel, place: "head.databaseHash") { $0.head.databaseHash = "" },
        Fault(name: "ledger claims to add up", code: .inconsistentModel, place: "coverage.ledgerAddsUp") {
            $0.coverage.sources[0].read += 1
        },
        Fault(name: "ledger claims not to", code: .inconsistentModel, place: "coverage.ledgerAddsUp") {
            $0.coverage.ledgerAddsUp = false
        },
        Fault(name: "not a number", code: .numberOutOfRange, place: "brands[Lotte].verdict") {
            $0.brands[0].verdict.whole.difference?.value = .nan
        },
        Fault(name: "above 100", code: .numberOutOfRange, place: "brands[Lotte].verdict") {
            $0.brands[0].verdict.whole.support.range?.high = 101
        },
        Fault(name: "value outside interval", code: .inconsistentModel, place: "brands[Lotte].verdict") {
            $0.brands[0].verdict.whole.support.range?.low = 85
        },
        Fault(name: "equal without the test", code: .inconsistentModel, place: "brands[Lotte].verdict") {
            $0.brands[0].verdict.whole.isEqualWithinMargin = false
        },
        Fault(name: "numbers do not subtract", code: .inconsistentModel, place: "brands[Lotte].verdict") {
            $0.brands[0].verdict.whole.difference?.value = -1.9
        },
        Fault(name: "different voices", code: .inconsistentModel, place: "brands[Lotte].verdict") {
            $0.brands[0].verdict.whole.brand.voices = 402
        },
        Fault(
            name: "estimate beyond the scale",
            code: .numberOutOfRange,
            place: "superseded[Kaze Mobile/facet.speed/2011-05]"
        ) {
            $0.superseded[0].difference = -100.2
        },
        Fault(name: "value for too few", code: .inconsistentModel, place: "brands[Lotte].facets[explanation]") {
            $0.brands[0].facets[0].strength.voices = 4
        },
        Fault(name: "periods out of order", code: .inconsistentModel, place: "brands[Lotte].yearly") {
            $0.brands[0].yearly.swapAt(0, 1)
        },
        Fault(name: "unknown facet", code: .unknownName, place: "brands[Lotte].facets[zeal]") {
            $0.brands[0].facets[0].facet = "zeal"
        },
        Fault(name: "brand twice", code: .inconsistentModel, place: "brands") { $0.brands[1].name = "Lotte" },
        Fault(
            name: "fall that rises",
            code: .inconsistentModel,
            place: "brands[Hinode Foods].flags[hinode-support-2014-03]"
        ) {
            $0.brands[1].flags[0].difference = ValueRange(value: 3, low: 1, high: 5)
        },
        Fault(name: "endless difference", code: .numberOutOfRange, place: "brands[Lotte].yearOverYear[2014]") {
            $0.brands[0].yearOverYear[0].mix = .infinity
        },
        Fault(name: "explained change of nobody", code: .unknownName, place: "explained[Nobody]") {
            $0.explained[0].brand = "Nobody"
        },
    ]

    private static let wholeFaults = Set(["brands", "coverage", "head", "explained[Nobody]"])

    /// Faults of the report as a whole.
    @Test(arguments: faults.filter { isWhole($0) })
    func faultIsRefusedAndNamed(fault: Fault) throws {
        var model = SampleReport.model
        fault.make(&model)
        let templates = try Templates.load()
        let error = #expect(throws: ReportError.self) {
            try ReportRenderer.render(model, language: .en, templates: templates)
        }
        #expect(error?.code == fault.code)
        #expect(error?.place == fault.place)
    }

    /// A brand that fails its checks, or its part of the appendix, is left out by name; the others stay.
    @Test(arguments: faults.filter { !isWhole($0) })
    func faultOfOneBrandLeavesThatOut(fault: Fault) throws {
        var model = SampleReport.model
        fault.make(&model)
        let sound = try model.withoutUnsoundBrands()
        #expect(sound.leftOut.count == 1)
        #expect(sound.leftOut[0].reason.hasPrefix(fault.place))
        #expect(sound.brands.count + sound.superseded.count == model.brands.count + model.superseded.count - 1)
        let files = try ReportRenderer.render(model, language: .en, templates: Templates.load())
        let summary = try #require(files.first { $0.path == "summary.txt" })
        #expect(String(decoding: summary.bytes, as: UTF8.self).contains("\(sound.leftOut[0].brand) is left out"))
    }

    @Test func reportWithoutASoundBrandIsRefused() throws {
        var model = SampleReport.model
        for place in model.brands.indices { model.brands[place].verdict.margin = -1 }
        let error = #expect(throws: ReportError.self) { try model.withoutUnsoundBrands() }
        #expect(error?.place == "brands")
    }

    static func isWhole(_ fault: Fault) -> Bool {
        wholeFaults.contains(fault.place) || ["coverage.", "head."].contains { fault.place.hasPrefix($0) }
    }

    @Test func ledgerThatHonestlyDoesNotAddUpIsReportedOnEveryPage() throws {
        var model = SampleReport.model
        model.coverage.sources[0].read += 3
        model.coverage.ledgerAddsUp = false
        for file in try ReportRenderer.render(model, language: .en, templates: Templates.load()) {
            guard file.path.hasSuffix(".html") || file.path.hasPrefix("summary") else { continue }
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.contains("does not add up: 3 of 1,238 rows"), "\(file.path)")
        }
    }

    @Test(arguments: ["index", "quote", "style"])
    func missingTemplateIsNamed(name: String) throws {
        var templates = try Templates.load()
        templates[name] = nil
        let error = #expect(throws: ReportError.self) {
            try ReportRenderer.render(SampleReport.model, language: .en, templates: templates)
        }
        #expect(error == ReportError(.missingTemplate, at: name, error?.reason ?? ""))
    }

    @Test(arguments: ["no pragma", "{{% CONTENT_TYPE:TEXT}}{{word.nosuchword}}", "{{% CONTENT_TYPE:TEXT}}{{#open}}"])
    func brokenTemplateIsRefused(text: String) throws {
        var templates = try Templates.load()
        templates["flag"] = text
        let error = #expect(throws: ReportError.self) {
            try ReportRenderer.render(SampleReport.model, language: .en, templates: templates)
        }
        #expect(error?.code == .badTemplate)
        #expect(error?.place == "flag")
    }
}
