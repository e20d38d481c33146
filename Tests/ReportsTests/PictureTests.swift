import Testing

@testable import Reports

/// The arithmetic behind the pictures; expected values by hand.
struct PictureTests {
    @Test(arguments: [
        ("2008", 24_096.0, 24_108.0), ("2008-04", 24_099, 24_100), ("2008-Q2", 24_099, 24_102),
        ("2008-01-01", 24_096, 24_096 + 1.0 / 31),
    ])
    func periodsHaveAPlaceOnTheAxis(label: String, start: Double, end: Double) {
        #expect(PeriodSpan(label)?.start == start)
        #expect(PeriodSpan(label)?.end == end)
    }

    @Test(arguments: [
        "", "all", "08", "2008-13", "2008-4", "2008-Q5", "2008-02-30", "2008-W54", "x2008", "2008-04-05-06",
    ])
    func whatIsNoPeriodHasNone(label: String) {
        #expect(PeriodSpan(label) == nil)
    }

    @Test func axisMapsAndClamps() {
        let axis = Axis(low: 0, high: 100, start: 200, end: 0)
        #expect(axis.position(25) == 150)
        #expect(axis.position(-5) == 200)
        #expect(axis.position(105) == 0)
    }

    @Test(arguments: [
        (0.0, 100.0, 6, [0.0, 20, 40, 60, 80, 100]), (-20, 20, 6, [-20, -10, 0, 10, 20]),
        (70, 100, 6, [70, 75, 80, 85, 90, 95, 100]),
    ])
    func ticksAreRound(low: Double, high: Double, count: Int, expected: [Double]) {
        #expect(Axis(low: low, high: high, start: 0, end: 1).ticks(about: count) == expected)
    }

    @Test(arguments: [
        ([84.0, 86], 70.0, 100.0), ([0, 100], 0, 100), ([], 0, 100), ([99, 99.5], 70, 100), ([1], 0, 30),
    ])
    func strengthAxisKeepsThirtyPoints(values: [Double], low: Double, high: Double) {
        let limits = Axis.strengthLimits(around: values)
        #expect(limits.low == low)
        #expect(limits.high == high)
    }

    @Test func gapsBreakTheLine() throws {
        let range = ValueRange(value: 50, low: 40, high: 60)
        let values = try [("2008", range), ("2009", nil), ("2010", range), ("2011", range)].map { label, range in
            SeriesLine.Value(span: try #require(PeriodSpan(label)), range: range)
        }
        let runs = SeriesLine(look: .support, values: values).runs
        #expect(runs.map(\.count) == [1, 2])
    }

    @Test func labelsDoNotOverlap() throws {
        var board = LabelBoard(left: 0, right: 400, top: 0, bottom: 400)
        let places = [Point(x: 200, y: 200), Point(x: 203, y: 201)].map { board.place("Lotte", beside: $0) }
        let first = try #require(places[0])
        let second = try #require(places[1])
        #expect(first.point != second.point)
        #expect(first.anchor != second.anchor)
    }

    @Test func textIsEscapedInsideAPicture() {
        var drawing = Drawing(width: 10, height: 10)
        drawing.text("t", "<a&\"b\">", at: Point(x: 1, y: 2.25))
        drawing.text("t", "z", at: Point(x: 1, y: 2), anchor: .end)
        let markup = drawing.markup(id: "p", kind: "picture", title: "<t>", description: "&").html
        #expect(markup.contains("x=\"1\" y=\"2.3\">&lt;a&amp;&quot;b&quot;&gt;</text>"))
        #expect(markup.contains("<text class=\"t end\" x=\"1\" y=\"2\">z</text>"))
        #expect(markup.contains("<title id=\"p-title\">&lt;t&gt;</title>"))
        #expect(markup.contains("<desc id=\"p-desc\">&amp;</desc>"))
    }

    /// Marks of a line are one shape; a disc ends a tenth of a pixel before its start.
    @Test func likeShapesAreOne() {
        var drawing = Drawing(width: 10, height: 10)
        drawing.discs("d", at: [Point(x: 5, y: 7), Point(x: 6.25, y: 7)], radius: 2.5)
        drawing.diamonds("q", at: [Point(x: 5, y: 7)], radius: 3)
        drawing.lines(
            "l",
            [
                (start: Point(x: 1, y: 2), end: Point(x: 1, y: 9)), (start: Point(x: 1, y: 2), end: Point(x: 8, y: 2)),
                (start: Point(x: 1, y: 2), end: Point(x: 3, y: 4)),
            ]
        )
        drawing.discs("none", at: [], radius: 1)
        let markup = drawing.markup(id: "p", kind: "picture", title: "", description: "").html
        #expect(markup.contains(#"<path class="d" d="M5,4.5a2.5,2.5 0 1 1-0.1,0zM6.3,4.5a2.5,2.5 0 1 1-0.1,0z"/>"#))
        #expect(markup.contains(#"<path class="q" d="M5,4l3,3-3,3-3-3z"/>"#))
        #expect(markup.contains(#"<path class="l" d="M1,2V9M1,2H8M1,2L3,4"/>"#))
        #expect(!markup.contains("none"))
    }
}
