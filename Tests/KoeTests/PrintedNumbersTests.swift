import Reports
import Testing

/// The reader of the generated reports finds what does not fit.
struct PrintedNumbersTests {
    @Test(arguments: [
        (
            "support strength 58.4 (57.0–59.8) and brand strength 57.0 (56.0–58.0) are equal; the difference is +1.4 (+0.7 to +2.1)",
            0
        ),
        (
            "support strength 58.4 (57.0–59.8) and brand strength 73.3 (72.7–73.9) are equal; the difference is +1.4 (+0.7 to +2.1)",
            1
        ),
        (
            "support strength 58.4 (57.0–59.8) and brand strength 57.0 (56.0–58.0) are different; the difference is +1.4 (−0.7 to +3.5)",
            1
        ),
        (
            "support strength 58.4 (57.0–59.8) and brand strength 57.0 (56.0–58.0) are equal; the difference is +1.4 (+1.5 to +3.5)",
            1
        ),
        ("the smallest fall is 167.2 points", 1),
        ("brand strength 57.0 (n = 4) against 82.8 (n = 7), a difference of −25.8 (−27.0 to −24.6)", 0),
        ("brand strength 57.0 (n = 4) against 82.8 (n = 7), a difference of −25.7 (−27.0 to −24.6)", 1),
    ])
    func faultsAreFound(sentence: String, faults: Int) {
        #expect(PrintedNumbers(language: .en).faults(in: sentence).count == faults)
    }

    @Test(arguments: [
        ("サポート力58.4（57.0～59.8）とブランド力57.0（56.0～58.0）は異なります。差は+1.4（+0.7～+2.1）ポイントです", 0),
        ("サポート力58.4（57.0～59.8）とブランド力73.3（56.0～58.0）は異なります。差は+1.4（+0.7～+2.1）ポイントです", 1),
        ("対応に触れた声のブランド力は57.0（声4件）で、触れていない声の82.8（声7件）より低くなっています。差は−25.7（−27.0～−24.6）", 1),
    ])
    func faultsAreFoundInJapanese(sentence: String, faults: Int) {
        #expect(PrintedNumbers(language: .ja).faults(in: sentence).count == faults)
    }
}
