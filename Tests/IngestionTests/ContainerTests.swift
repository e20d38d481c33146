import Feedback
import Testing

@testable import Ingestion

/// Inputs that hold others: gzip, zip and workbooks.
struct ContainerTests {
    /// The members with their text.
    private func members(_ bytes: [UInt8], limits: ContainerLimits = ContainerLimits()) throws -> [(String, [UInt8])] {
        let container = try Container(file: "input", input: RandomInput(bytes: bytes), limits: limits)
        var members: [(String, [UInt8])] = []
        while let member = try container.next() {
            var text: [UInt8] = []
            while let piece = try member.chunks.next(file: "input") { text += piece }
            members.append((member.name, text))
        }
        return members
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func allPartsOfAGzipAreOneText() throws {
        let found = try members(Fixture.bytes("reviews.csv.gz"))
        #expect(found.map(\.0) == [""])
        #expect(lines(found[0].1).map { $0.prefix(2) } == ["id", "1,", "2,", "3,"])
    }

    @Test func aDamagedGzipIsToldByItsSum() throws {
        var bytes = try Fixture.bytes("reviews.csv.gz")
        bytes[bytes.count - 8] ^= 0xFF
        let error = #expect(throws: IngestionError.self) { try members(bytes) }
        #expect(error?.message.contains("damaged gzip") == true)
        #expect(throws: IngestionError.self) { try members(Array(bytes.prefix(60))) }
    }

    @Test func aDamagedMemberIsToldByItsSum() throws {
        var bytes = try Fixture.bytes("stored.zip")
        let row = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("\n1,nobody".utf8)) })
        #expect(try members(bytes).count == 1)
        // The first 1 is the id of the row: as a 9 it would be another row.
        bytes[row + 1] = UInt8(ascii: "9")
        let error = #expect(throws: IngestionError.self) { try members(bytes) }
        #expect(error?.message.contains("damaged archive") == true)
    }

    @Test func membersOfAZipAreFilesOfTheirOwn() throws {
        let found = try members(Fixture.bytes("archive.zip"))
        // Folders and what archivers of Macintoshes add are left out, and no name leads out of the archive.
        #expect(found.map(\.0) == ["2026/january.csv", "2026/february.csv", "notes.txt"])
        #expect(
            lines(found[1].1) == [
                "id,posted_at,text,rating", "3,2026-02-03T09:05:00+09:00,Nobody called back,1",
            ]
        )
    }

    @Test func whatUnpacksToMuchMoreIsRefused() throws {
        var limits = ContainerLimits()
        limits.unpackedBytes = 100
        let error = #expect(throws: IngestionError.self) { try members(Fixture.bytes("archive.zip"), limits: limits) }
        #expect(error?.message.contains("unpacks to more than 100 bytes") == true)
        limits = ContainerLimits()
        limits.freeBytes = 1_000
        let bomb = #expect(throws: IngestionError.self) { try members(Fixture.bytes("zeros.csv.gz"), limits: limits) }
        #expect(bomb?.message.contains("times its size") == true)
        limits = ContainerLimits()
        limits.members = 2
        #expect(throws: IngestionError.self) { try members(Fixture.bytes("archive.zip"), limits: limits) }
    }

    @Test func aCutOffZipIsAFault() throws {
        let bytes = try Fixture.bytes("archive.zip")
        for length in stride(from: 4, to: bytes.count, by: 97) {
            // Whatever is left, nothing hangs or traps; a zip without its directory is read as far as it goes.
            _ = try? members(Array(bytes.prefix(length)))
        }
        #expect(throws: IngestionError.self) { try members(Array(bytes.prefix(120))) }
    }

    @Test(arguments: ["survey.xlsx", "archive.zip", "reviews.csv.gz"])
    func damagedArchivesAreFaultsOrReadAndNeverMore(_ name: String) throws {
        let original = try Fixture.bytes(name)
        for place in stride(from: 0, to: original.count, by: 3) {
            var bytes = original
            bytes[place] ^= UInt8(1 << (place % 8))
            // Whether what is left can be read does not matter here: nothing traps, hangs or grows without bound.
            let text = (try? members(bytes))?.reduce(0) { $0 + $1.1.count } ?? 0
            #expect(text < 1 << 20)
        }
    }

    @Test func sheetsAreTablesWithTheirTextsAndTimes() throws {
        let found = try members(Fixture.bytes("survey.xlsx"))
        #expect(found.map(\.0) == ["表紙", "回答"])
        // Formats with y, m, d and h are times; the reading above 電話 is no part of the text.
        #expect(
            lines(found[1].1) == [
                "一覧 2026年2月,,,,", "受付番号,受付日時,内容,満足度,解決", "70012,2026-02-01 09:05:00,電話が つながらない,2,FALSE",
                "70013,2026-02-02,\"すぐに, 直った\",5,TRUE", "70014,2026-02-02 12:00:00,返事が来ない,#DIV/0!,",
            ]
        )
        let container = try Container(file: "a", input: RandomInput(bytes: Fixture.bytes("survey.xlsx")))
        #expect(container.notes == ["the sheet \"控え\" is hidden and was left out"])
    }

    @Test func daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws {
        let found = try members(Fixture.bytes("from1904.xlsx"))
        #expect(lines(found[0].1) == ["created,comment", "2026-02-01 18:00:00,no answer for a week"])
    }

    @Test func aSheetIsReadAsATable() throws {
        let sheet = try #require(try members(Fixture.bytes("survey.xlsx")).last).1
        let batch = try Importing.all(sheet, file: "survey.xlsx")
        #expect(batch.comments.map(\.caseNumber) == ["70012", "70013", "70014"] && batch.problems.isEmpty)
        #expect(batch.comments.map { $0.rating?.thousandths } == [2_000, 5_000, nil])
        #expect(Importing.tokyo(batch.comments[0].postedAt).hasPrefix("2026-02-01T09:05"))
    }

    @Test(arguments: [
        ("yyyy/mm/dd", CellStyles.Shown.date), ("h:mm:ss", .clock), ("[$-411]ggge\"年\"m\"月\"d\"日\";@", .date),
        ("yyyy-mm-dd hh:mm:ss.000", .time), ("mmm-yy", .date), ("[h]:mm", .length), ("General", nil), ("0.00", nil),
        ("#,##0 \"days\"", nil), ("0.00E+00", nil), ("@", nil), ("[Red]0", nil), ("\\d0", nil),
    ])
    func formatsOfTimesAreTold(_ code: String, _ shown: CellStyles.Shown?) {
        #expect(CellStyles.shown(code: code) == shown)
    }

    /// 0.3125 of a day is seven hours and a half, 1.25 days are thirty hours; 45,292 days are a date, whatever the format.
    @Test(arguments: [
        ("0.3125", "PT7H30M"), ("1.25", "PT30H"), ("0", "PT0S"), ("-0.3125", "-PT7H30M"),
        ("45292.5", "2024-01-01 12:00:00"),
    ])
    func lengthsAreNoClocks(value: String, expected: String) {
        // 46 is `[h]:mm:ss` (ECMA-376, part 1, 18.8.30).
        let place = XmlPlace(byte: 0, line: 1)
        let styles = CellStyles([.open("cellXfs", [:], place), .open("xf", ["numFmtId": "46"], place)])
        let reader = CellReader(strings: SharedStrings(limit: 0), styles: styles, startsIn1904: false)
        #expect(reader.text(kind: nil, style: 0, value: value) == expected)
        #expect(ClockReader.read("PT7H30M") == nil)
    }

    @Test func namesAreLabelsAndNoPaths() {
        #expect(MemberName.clean(Array("/etc/../a\u{1}b/C:\\x.csv".utf8)) == "etc/ab/C_/x.csv")
        #expect(MemberName.clean(Array("../..".utf8)) == "member")
        // 評価.csv as Windows in Japan packs it.
        #expect(MemberName.clean([0x95, 0x5D, 0x89, 0xBF, 0x2E, 0x63, 0x73, 0x76]) == "評価.csv")
        #expect(
            MemberName.isLitter("a/__MACOSX/b") && MemberName.isLitter(".DS_Store") && !MemberName.isLitter("a.csv")
        )
    }
}
