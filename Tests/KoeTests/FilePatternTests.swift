import Testing

@testable import Nightly

/// Names of files as `koe.yaml` gives mappings for them.
struct FilePatternTests {
    @Test(arguments: [
        ("survey*.csv", "survey-2024.csv", true), ("survey*.csv", "survey.csv.gz", false), ("*", "", true),
        ("a?c*", "abc", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("", "a", false),
        ("*.csv", "レビュー.csv", true), ("??.csv", "é1.csv", true),
    ])
    func patternsMatchNames(pattern: String, name: String, matches: Bool) {
        #expect(FilePattern(pattern).matches(name) == matches)
    }

    /// Trying every star at every place would take longer than the world has been there.
    @Test(.timeLimit(.minutes(1))) func manyStarsEnd() {
        let pattern = String(repeating: "*a", count: 60) + "b"
        #expect(!FilePattern(pattern).matches(String(repeating: "a", count: 200)))
    }
}
