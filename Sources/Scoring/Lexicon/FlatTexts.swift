/// Strings one behind the other in flat memory.
struct FlatTexts: Sendable {
    private let pool: FlatArray<UInt8>
    /// Where each begins; the last element is where the last string ends.
    private let starts: FlatArray<Int32>

    static func write(_ texts: [String], to writer: inout FlatWriter) {
        var pool: [UInt8] = []
        var starts: [Int32] = [0]
        for text in texts {
            pool += text.utf8
            starts.append(Int32(pool.count))
        }
        writer.write(pool)
        writer.write(starts)
    }

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        pool = try reader.array()
        starts = try reader.array()
        guard starts.count > 0, Int(starts[starts.count - 1]) == pool.count else { throw FlatReader.Damaged() }
    }

    var count: Int { starts.count - 1 }

    subscript(place: Int) -> String {
        String(decoding: pool.slice(Int(starts[place])..<Int(starts[place + 1])), as: UTF8.self)
    }
}

/// Terms of entries as scores name them, each made once by a worker.
struct TermTexts {
    private let texts: FlatTexts
    private var made: [String?]

    init(_ texts: FlatTexts) {
        self.texts = texts
        made = Array(repeating: nil, count: texts.count)
    }

    subscript(entry: Int32) -> String {
        mutating get {
            if let text = made[Int(entry)] { return text }
            let text = texts[Int(entry)]
            made[Int(entry)] = text
            return text
        }
    }
}
