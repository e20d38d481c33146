import Feedback
import Ingestion

/// Reads single values and texts.
enum Texts {
    /// The first line is a pattern, where there are two.
    static func checkTime(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1)
        guard let text = lines.last.map(String.init) else { return }
        let pattern = lines.count > 1 ? TimePattern(String(lines[0])) : nil
        for zone in [TimeReader.DefaultZone.mapping(.tokyo), .none] {
            guard let time = try? TimeReader(pattern: pattern, zone: zone).read(text) else { continue }
            precondition(Zone.tokyo.format(time.instant).utf8.count >= 10)
        }
    }

    static func checkStory(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let comment = Comment(source: "s", externalID: "1", text: text)
        let first = StoryReader.cases(in: comment)
        precondition(first == StoryReader.cases(in: comment), "a story is read in two ways")
    }
}
