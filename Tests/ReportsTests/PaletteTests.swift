import Foundation
import Testing

/// Contrast of the style sheet's colours by WCAG 2.2: 4.5:1 for text, 3:1 for shapes that carry meaning.
struct PaletteTests {
    enum Scheme: String, CaseIterable {
        case light, dark, print
    }

    static let texts = [
        ("ink", "page"), ("quiet", "page"), ("support-text", "page"), ("brand-text", "page"), ("ink", "card"),
        ("quiet", "card"), ("alarm", "alarm-page"), ("ink", "support-soft"), ("ink", "brand-soft"),
        ("support-text", "support-soft"), ("brand-text", "brand-soft"), ("quiet", "margin"), ("inverse", "support"),
        ("ink", "line"),
    ]
    static let shapes = [
        ("support", "page"), ("brand", "page"), ("edge", "page"), ("support", "card"), ("brand", "card"),
        ("focus", "page"), ("edge", "margin"), ("brand", "margin"), ("support", "margin"),
    ]

    @Test(arguments: Scheme.allCases)
    func textIsReadable(scheme: Scheme) throws {
        let colours = try Self.colours(scheme)
        for (front, back) in Self.texts {
            let contrast = try Self.contrast(#require(colours[front]), #require(colours[back]))
            #expect(contrast >= 4.5, "\(front) on \(back) in \(scheme): \(contrast)")
        }
    }

    @Test(arguments: Scheme.allCases)
    func shapesStandOut(scheme: Scheme) throws {
        let colours = try Self.colours(scheme)
        for (front, back) in Self.shapes {
            let contrast = try Self.contrast(#require(colours[front]), #require(colours[back]))
            #expect(contrast >= 3, "\(front) on \(back) in \(scheme): \(contrast)")
        }
    }

    @Test func labelsOnOrangeAreReadable() throws {
        for scheme in Scheme.allCases {
            #expect(try Self.contrast(0, #require(try Self.colours(scheme)["brand"])) >= 4.5)
        }
    }

    /// WCAG 2.2, "relative luminance"; black on white is 21 by definition.
    @Test func contrastOfBlackOnWhiteIsTwentyOne() {
        #expect(abs(Self.contrast(0x000000, 0xFFFFFF) - 21) < 0.001)
        #expect(abs(Self.contrast(0x777777, 0xFFFFFF) - 4.48) < 0.005)
    }

    /// The colours that hold in a scheme: the first block, then what the scheme's own block replaces.
    private static func colours(_ scheme: Scheme) throws -> [String: Int] {
        let style = try #require(try Templates.load()["style"])
        let blocks = style.components(separatedBy: ":root").dropFirst().map { String($0.prefix { $0 != "}" }) }
        try #require(blocks.count == 3)
        var colours = read(blocks[0])
        if scheme == .dark { colours.merge(read(blocks[1])) { _, new in new } }
        if scheme == .print { colours.merge(read(blocks[2])) { _, new in new } }
        return colours
    }

    private static func read(_ block: String) -> [String: Int] {
        var colours: [String: Int] = [:]
        for declaration in block.components(separatedBy: ";") {
            let parts = declaration.components(separatedBy: ":").map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            guard parts.count == 2, let name = parts[0].components(separatedBy: "--").last, parts[1].hasPrefix("#")
            else { continue }
            colours[name] = Int(parts[1].dropFirst(), radix: 16)
        }
        return colours
    }

    private static func contrast(_ first: Int, _ second: Int) -> Double {
        let (a, b) = (luminance(first), luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func luminance(_ colour: Int) -> Double {
        let channels = [16, 8, 0].map { shift -> Double in
            let value = Double(colour >> shift & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
