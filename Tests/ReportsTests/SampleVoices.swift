import Feedback
import Reports

/// Quoted comments, a case, a flag and an early sign of the sample report, all in our own words.
enum SampleVoices {
    private static func word(_ text: String, _ weight: Int) -> TextSegment {
        TextSegment(
            text: text,
            highlight: Highlight(kind: .valence, polarity: weight.signum(), weight: weight, name: text)
        )
    }

    private static func facet(_ text: String, _ facet: Facet, _ polarity: Int) -> TextSegment {
        TextSegment(text: text, highlight: Highlight(kind: .facet, polarity: polarity, name: facet.rawValue))
    }

    static let gum = Verbatim(
        commentID: "blog:1",
        source: "blog",
        author: "山田太郎",
        date: "2008-04-05",
        dateIsUpperBound: true,
        language: "ja",
        title: "ガムの包み",
        segments: [
            TextSegment(text: "包みのおかしいガムについて電話すると、"), facet("すぐに話を聞いて", .speed, 1),
            TextSegment(text: "くれました。後日、"), facet("原因を書いた手紙", .explanation, 1),
            TextSegment(text: "まで届き、"), word("感動", 780),
            TextSegment(
                text: "してファンになりました",
                highlight: Highlight(kind: .signal, polarity: 1, name: LoyaltySignal.fan.rawValue)
            ), TextSegment(text: "。"),
        ],
        rating: QuotedRating(thousandths: 4_500, low: 1, high: 5),
        choice: .influential,
        support: 1,
        brand: 1,
        caseID: "story-blog-1",
        command: "koe -w shop why comment blog:1"
    )

    static let masked = Verbatim(
        commentID: "reviews:17",
        source: "reviews",
        author: "<b>Mallory</b>",
        language: "en",
        segments: [
            TextSegment(text: "Call me at 03-1234-"), TextSegment(text: "5678 or mail m.doe@example.org: "),
            facet("nobody explained", .explanation, -1), TextSegment(text: " <script>alert(1)</script> & \"why\"."),
        ],
        isShortened: true,
        choice: .random,
        support: -1,
        command: "koe -w shop why comment reviews:17"
    )

    static let earlySign = EarlySign(
        id: "lotte-2014-12-blog-3",
        period: "2014-12",
        reason: .contradictsRecord,
        blamedFacets: ["explanation", "responsibility"],
        record: SampleReport.strength(388, 84, 6),
        similarCaseID: "story-blog-1",
        verbatim: Verbatim(
            commentID: "blog:3",
            source: "blog",
            author: "reader",
            date: "2014-12-20",
            language: "ja",
            segments: [
                TextSegment(text: "同じような問い合わせをしましたが、"), facet("原因の説明はなく", .explanation, -1),
                TextSegment(text: "、残念でした。"),
            ],
            choice: .exemplar,
            support: -1,
            command: "koe -w shop why comment blog:3"
        ),
        related: [
            Verbatim(
                commentID: "blog:4",
                source: "blog",
                author: "writer",
                date: "2014-12-21",
                language: "ja",
                segments: [TextSegment(text: "応対が変わってしまったのかもしれません。")],
                choice: .exemplar,
                command: "koe -w shop why comment blog:4"
            )
        ],
        command: "koe -w shop why comment blog:3"
    )

    static let gumCase = CaseTimeline(
        caseID: "story-blog-1",
        isFromStory: true,
        subject: "ガムの包み",
        customer: "山田太郎",
        steps: [
            CaseStep(kind: "call", actor: .customer, channel: "toll-free"),
            CaseStep(kind: "return", actor: .customer, channel: "post"),
            CaseStep(at: "2008-03-25", kind: "card", actor: .agent, note: "調査中の連絡、電話 090-1234-5678"),
            CaseStep(at: "2008-04-04", kind: "letter", actor: .agent, note: "原因と再発防止策"),
            CaseStep(at: "2008-04-04", kind: "replacement", actor: .agent, amount: "JPY 100"),
        ],
        facets: [CaseFacet(facet: .explanation, polarity: 1), CaseFacet(facet: .effort, polarity: -1)],
        signals: ["fan", "cross-buy"],
        similarCaseIDs: ["similar-9"]
    )

    static let flag = ChangeFlag(
        id: "hinode-support-2014-03",
        state: .new,
        kind: .step,
        firstPeriod: "2014-03",
        firstPeriodLow: "2014-02",
        firstPeriodHigh: "2014-04",
        lastGoodPeriod: "2014-02",
        firstDetectable: "2014-05",
        firstReported: "2014-06-01T03:00:00+09:00",
        before: SampleReport.strength(221, 70.1, 2.4),
        after: SampleReport.strength(170, 55.3, 2.9),
        windows: ChangeWindows(beforeFrom: "2012-01", beforeTo: "2014-02", afterFrom: "2014-03", afterTo: "2014-12"),
        difference: SampleReport.range(-14.2, -17.9, -10.5),
        plain: PlainChange(lowRating: "1–2", beforePercent: 8.2, afterPercent: 15.4),
        p: 0.005,
        q: 0.008,
        resolution: 0.005,
        seriesTested: 16,
        within: -14.1,
        mix: -0.7,
        facets: [Mover(name: "explanation", change: -21.5, voices: 64), Mover(name: "speed", change: -9.25)],
        channels: [Mover(name: "電話", change: -17.8, voices: 90)],
        releases: [
            Release(
                product: "シール帳",
                new: ["2.1"],
                firstDay: "2014-03-04",
                earlier: ["1.8", "1.9", "2.0", "2.0 <beta>", "2.0.1"],
                before: SampleReport.strength(52, 81, 7),
                after: SampleReport.strength(61, 62, 8),
                difference: SampleReport.range(-19, -30, -8),
                versions: [
                    VersionRow(
                        product: "シール帳",
                        version: "2.0 <beta>",
                        firstDay: "2012-02-01",
                        lastDay: "2014-01-05",
                        strength: SampleReport.strength(52, 81, 7),
                        place: .earlier
                    ),
                    VersionRow(
                        product: "シール帳",
                        version: "2.1",
                        firstDay: "2014-03-04",
                        lastDay: "2014-12-30",
                        strength: SampleReport.strength(61, 62, 8),
                        place: .within
                    ),
                    VersionRow(
                        product: "シール帳",
                        version: "2.2",
                        firstDay: "2014-11-20",
                        lastDay: "2014-12-30",
                        strength: SampleReport.few(3),
                        place: .later
                    ),
                ]
            )
        ],
        series: [
            LevelPoint(period: "2013-Q4", strength: SampleReport.strength(52, 70, 8)),
            LevelPoint(period: "2014-Q1", strength: SampleReport.strength(49, 61.5, 8)),
            LevelPoint(period: "2014-Q2", strength: SampleReport.few(3)),
            LevelPoint(period: "2014-Q3", strength: SampleReport.strength(50, 55, 8)),
        ],
        exemplars: [
            Verbatim(
                commentID: "reviews:301",
                source: "reviews",
                author: "Kim",
                date: "2014-03-11",
                language: "en",
                segments: [
                    facet("Nobody could say why", .explanation, -1), TextSegment(text: " it had happened again."),
                ],
                rating: QuotedRating(thousandths: 2_000, low: 1, high: 5),
                choice: .exemplar,
                support: -1,
                brand: -0.5,
                caseID: "K17",
                command: "koe -w shop why comment reviews:301"
            ),
            Verbatim(
                commentID: "reviews:377",
                source: "reviews",
                author: "Jun",
                date: "2014-01-30",
                language: "en",
                segments: [
                    TextSegment(text: "Write to jun@example.com: "), facet("still no reason", .explanation, -1),
                ],
                choice: .exemplar,
                support: -1,
                command: "koe -w shop why comment reviews:377"
            ),
        ],
        exemplarVoices: 61,
        contrasts: [
            Verbatim(
                commentID: "reviews:140",
                source: "reviews",
                date: "2013-10-02",
                language: "ja",
                segments: [facet("理由を丁寧に説明して", .explanation, 1), TextSegment(text: "もらえました。")],
                choice: .exemplar,
                support: 1,
                command: "koe -w shop why comment reviews:140"
            )
        ],
        contrastVoices: 1,
        cases: [
            CaseTimeline(
                caseID: "K17",
                isFromStory: false,
                subject: "Form of m.doe@example.org",
                steps: [CaseStep(at: "2014-03-02", kind: "opened", actor: .customer)]
            )
        ],
        command: "koe -w shop why flag hinode-support-2014-03"
    )

    static let improvement = ChangeFlag(
        id: "hinode-speed-2013-08",
        state: .acknowledged,
        kind: .decline,
        measure: .facet,
        facet: "speed",
        channel: "mail",
        firstPeriod: "2013-08",
        firstReported: "2014-05-01T03:00:00+09:00",
        acknowledged: "2014-05-07T10:30:00+09:00",
        note: "Ask pat@example.com about the new form.",
        before: SampleReport.strength(40, 51, 6),
        after: SampleReport.strength(38, 62, 6),
        difference: SampleReport.range(11, 2.6, 19.4),
        p: 0.012,
        q: 0.048,
        seriesTested: 16,
        command: "koe -w shop why flag hinode-speed-2013-08"
    )
}
