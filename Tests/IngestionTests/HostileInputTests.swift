import Feedback
import Testing

@testable import Ingestion

/// A small generator with a fixed seed, so that a failure can be repeated.
private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        // Constants of Knuth's MMIX generator.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: (state >> 33) % UInt64(sides))
    }
}

struct HostileInputTests {
    private static let seeds: [(name: String, format: SourceFormat)] = [
        ("reviews-utf8.csv", .csv), ("reviews-cp932.csv", .csv), ("reviews-jis.csv", .csv),
        ("reviews-utf16le.csv", .csv), ("google-play.csv", .csv),
        ("page-cocolog.txt", .page), ("page-cocolog.html", .page), ("page-stories.txt", .page),
        ("mail-box.mbox", .mail),
    ]
    private static let rows = Array(
        """
        {"id":"1","text":"日本語 \\u3042 \\"q\\"","rating":4,"posted_at":"2024-01-02T03:04:05Z","x":{"y":[1,2,{"z":null}]}}
        {"case_id":"K","events":[{"kind":"call","at":"2024-01-02T03:04:05+09:00","amount":1.5}]}
        {"id":"2","text":"plain","author_role":"agent"}

        """.utf8
    )

    private func run(_ bytes: [UInt8], _ format: SourceFormat, chunk: Int, rows: Int) -> Result<
        ImportBatch, IngestionError
    > {
        do {
            return .success(try Importing.all(bytes, format: format, chunk: chunk, rows: rows))
        } catch let error as IngestionError {
            return .failure(error)
        } catch {
            return .failure(IngestionError(.readFailed, file: "", message: "\(error)"))
        }
    }

    private func check(_ bytes: [UInt8], _ format: SourceFormat, _ dice: inout Dice) {
        let whole = run(bytes, format, chunk: 1 << 20, rows: 10_000)
        let parts = run(bytes, format, chunk: 1 + dice.roll(40), rows: 1 + dice.roll(5))
        #expect(whole == parts)
        guard case .success(let batch) = whole else { return }
        let skipped = batch.skipped.values.reduce(0, +)
        #expect(batch.rowsRead == batch.comments.count + batch.cases.count + batch.problems.count + skipped)
    }

    @Test func damagedInputsAreReadTheSameWayInAnyChunks() throws {
        var dice = Dice(state: 2_008_0405)
        var inputs = try Self.seeds.map { ($0.format, try Fixture.bytes($0.name)) }
        inputs.append((.ndjson, Self.rows))
        inputs.append((.json, Array("[".utf8) + Self.rows.map { $0 == 0x0A ? 0x2C : $0 } + Array("{}]".utf8)))
        let nested = #"[{"id":"p","title":"T","comments":[{"id":"1","text":"a","replies":[{"id":"2","text":"b"}]}]}]"#
        inputs.append((.json, Array(nested.utf8)))
        for (format, original) in inputs {
            for round in 0..<40 {
                var bytes = original
                for _ in 0...(round % 4) { damage(&bytes, &dice) }
                check(bytes, round % 5 == 0 ? .auto : format, &dice)
            }
        }
    }

    private func damage(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard !bytes.isEmpty else { return }
        let place = dice.roll(bytes.count)
        let odd: [UInt8] = [
            0x00, 0x22, 0x0A, 0x0D, 0x5C, 0x7B, 0x5B, 0x5D, 0x7D, 0x80, 0xE3, 0xFF, 0x1B, 0x3C, 0x2C, 0xD8,
        ]
        switch dice.roll(4) {
        case 0: bytes[place] = odd[dice.roll(odd.count)]
        case 1: bytes.insert(odd[dice.roll(odd.count)], at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(9)))
        default: bytes.append(contentsOf: bytes[place...].prefix(30))
        }
    }

    @Test func everyCutOfAnInputEndsInOrder() throws {
        var dice = Dice(state: 7)
        for end in 0...Self.rows.count { check(Array(Self.rows.prefix(end)), .ndjson, &dice) }
        let table = try Fixture.bytes("reviews-cp932.csv")
        for end in 0...table.count { check(Array(table.prefix(end)), .csv, &dice) }
    }

    /// Text that was decoded wrongly before it came here is still text: it must pass through untouched.
    @Test func mojibakeFromElsewhereIsKeptAsItIs() throws {
        let batch = try Importing.all("{\"id\":\"1\",\"text\":\"ã‚µãƒãƒ¼ãƒˆ\"}\n")
        #expect(batch.comments.first?.text == "ã‚µãƒãƒ¼ãƒˆ")
    }

    @Test func nestedDocumentsAreBounded() throws {
        let deep = String(repeating: "[", count: 200_000)
        #expect(
            try Importing.all("{\"id\":\"1\",\"x\":\(deep)\n{\"id\":\"2\",\"text\":\"b\"}\n", format: .ndjson).problems
                .map(\.reason) == [.tooDeep]
        )
        let nested = "{\"a\":" + String(repeating: "{\"a\":", count: 5_000)
        #expect(throws: Never.self) { _ = try? Importing.all(nested, format: .json) }
    }

    @Test func aPageThatIsTooLongIsRefused() {
        var options = Importing.options()
        options.limits.pageBytes = 1_000
        let error = #expect(throws: IngestionError.self) {
            try Importing.all(String(repeating: "words and words\n", count: 100), format: .page, options: options)
        }
        #expect(error?.code == .unreadable)
    }

    /// The header ends with its first line when a stray quote would take it over more; the rows after it are read.
    @Test func aStrayQuoteInAHeaderEndsWithItsLine() throws {
        let batch = try Importing.all("text,\"b\"x,\"c\nd\",e\n1,2,3,4\nlast,5\n", format: .csv)
        #expect(batch.comments.map(\.text) == ["d\"", "last"])
        #expect(batch.problems.map(\.line) == [3])
    }

    /// Names are looked at before the row is checked; bytes that are no text must not be taken for one.
    @Test(arguments: ["{\"NAME\":\"0\",\"text\":\"good\"}", "{\"rows\":[{\"NAME\":\"0\",\"text\":\"good\"}]}"])
    func namesThatAreNoTextAreAProblem(document: String) throws {
        let parts = document.split(separator: "NAME")
        let bytes = Array(parts[0].utf8) + [UInt8](repeating: 0xFF, count: 60) + Array(parts[1].utf8)
        let batch = try Importing.all(bytes, format: .json)
        #expect(batch.comments.isEmpty && batch.problems.map(\.reason) == [.badEncoding])
    }

    /// An endless line must not be held: the window stays near the limit while 10 MB go by.
    @Test func anEndlessRowDoesNotFillMemory() throws {
        var options = Importing.options()
        options.limits.rowBytes = 100_000
        var left = 160
        let chunk = [UInt8](repeating: 0x78, count: 65_536)
        let chunks = InputChunks {
            left -= 1
            return left > 0 ? chunk : left == 0 ? Array("\n{\"id\":\"2\",\"text\":\"b\"}\n".utf8) : nil
        }
        var importer = Importer(file: "x", chunks: chunks, format: .ndjson, options: options)
        let batch = try #require(try importer.next(maximumRows: 10))
        #expect(batch.problems.map(\.reason) == [.tooLarge] && batch.comments.map(\.externalID) == ["2"])
        #expect(batch.problems.first?.raw.count == options.limits.problemBytes)
    }
}
