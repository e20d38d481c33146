/// The texts that the cells of a workbook share, in one run of bytes.
struct SharedStrings {
    private let limit: Int
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var run = TextRun()
    /// Whether there was more text than may be held.
    private(set) var isFull = false

    init(limit: Int) {
        self.limit = limit
    }

    /// The text at an index; `nil` when there is none.
    subscript(index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        return String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }

    mutating func take(_ events: [XmlEvent]) {
        for event in events {
            if case .close("si") = event {
                bytes.append(contentsOf: run.text.utf8)
                ends.append(bytes.count)
                run = TextRun()
            } else {
                run.take(event)
            }
            guard bytes.count + ends.count * 8 <= limit else {
                isFull = true
                (bytes, ends) = ([], [])
                return
            }
        }
    }
}

/// Joins the text of a cell out of its runs, without the readings that stand above Japanese words.
struct TextRun {
    private(set) var text = ""
    private var isText = false
    private var isReading = false

    mutating func take(_ event: XmlEvent) {
        switch event {
        case .open("rPh", _, _): isReading = true
        case .close("rPh"): isReading = false
        case .open("t", _, _): isText = !isReading
        case .close("t"): isText = false
        case .text(let part): if isText { text += part }
        default: break
        }
    }
}
