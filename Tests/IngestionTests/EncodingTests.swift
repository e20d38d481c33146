import Feedback
import Testing

@testable import Ingestion

struct EncodingTests {
    static let tables = [
        "reviews-utf8.csv", "reviews-cp932.csv", "reviews-euc.csv", "reviews-jis.csv", "reviews-utf16le.csv",
        "reviews-utf16be.csv",
    ]

    /// Marks of several programs before the text, and of files that were put behind one another.
    @Test(arguments: [
        "\u{FEFF}\u{FEFF}{\"id\":\"1\",\"text\":\"a\"}\n\u{FEFF}{\"id\":\"2\",\"text\":\"b\"}\n",
        "\u{FEFF}\u{FEFF}\u{FEFF}id,text\n1,a\n\u{FEFF}id,text\n2,b\n",
        "\u{FEFF}\u{FEFF}\"id\",\"text\"\n1,a\n\u{FEFF}2,b\n",
    ]) func byteOrderMarksCostNoRow(text: String) throws {
        for chunk in [1, 2, 5, 1_000] {
            let batch = try Importing.all(text, chunk: chunk)
            #expect(batch.comments.map(\.externalID) == ["1", "2"] && batch.problems.isEmpty, "\(batch)")
        }
    }

    /// Chinese is no Japanese: the bytes are those of `iconv -t gb18030`.
    @Test func chineseIsReadAsSuch() throws {
        let line = "2,这个游戏的画面很好，可是客服的态度非常差，我的问题到现在还没有解决。\n"
        let bytes: [UInt8] = [
            0xD5, 0xE2, 0xB8, 0xF6, 0xD3, 0xCE, 0xCF, 0xB7, 0xB5, 0xC4, 0xBB, 0xAD, 0xC3, 0xE6, 0xBA, 0xDC, 0xBA, 0xC3,
            0xA3,
            0xAC, 0xBF, 0xC9, 0xCA, 0xC7, 0xBF, 0xCD, 0xB7, 0xFE, 0xB5, 0xC4, 0xCC, 0xAC, 0xB6, 0xC8, 0xB7, 0xC7, 0xB3,
            0xA3,
            0xB2, 0xEE, 0xA3, 0xAC, 0xCE, 0xD2, 0xB5, 0xC4, 0xCE, 0xCA, 0xCC, 0xE2, 0xB5, 0xBD, 0xCF, 0xD6, 0xD4, 0xDA,
            0xBB,
            0xB9, 0xC3, 0xBB, 0xD3, 0xD0, 0xBD, 0xE2, 0xBE, 0xF6, 0xA1, 0xA3,
        ]
        let batch = try Importing.all(Array("id,text\n2,".utf8) + bytes + [0x0A], file: "a.csv")
        #expect(batch.comments.map { "\($0.externalID),\($0.text)\n" } == [line])
    }

    @Test(arguments: tables) func everyEncodingGivesTheSameRows(file: String) throws {
        let batch = try Importing.all(try Fixture.bytes(file), file: "reviews.csv")
        #expect(batch.problems.isEmpty)
        #expect(batch.comments.map(\.externalID) == ["0012", "0013"])
        #expect(batch.comments[0].text.contains("①番の窓口で、すぐに対応してもらえた。"))
        #expect(batch.comments[0].author == "山田")
        #expect(batch.comments[1].author == "佐藤ﾊﾅｺ")
        #expect(batch.comments[1].text == "電話が～つながらない")
        #expect(
            batch.comments.map { Importing.tokyo($0.postedAt) } == [
                "2024-04-01T09:05:00+09:00", "2024-04-02T15:30:00+09:00",
            ]
        )
        #expect(batch.comments.map(\.rating?.thousandths) == [5_000, 1_000])
    }

    @Test(arguments: tables, [1, 2, 3, 5, 7, 64]) func chunksDoNotMatter(file: String, chunk: Int) throws {
        let bytes = try Fixture.bytes(file)
        let whole = try Importing.all(bytes, file: "reviews.csv")
        #expect(try Importing.all(bytes, file: "reviews.csv", chunk: chunk, rows: 1) == whole)
    }

    @Test(arguments: [
        ("reviews-utf8.csv", TextEncoding.utf8), ("reviews-cp932.csv", .cp932), ("reviews-euc.csv", .eucJP),
        ("reviews-jis.csv", .iso2022JP),
    ]) func isFoundWithoutBeingNamed(file: String, encoding: TextEncoding) throws {
        var bytes = try Fixture.bytes(file)
        if let mark = EncodingDetector.byteOrderMark(bytes) { bytes.removeFirst(mark.length) }
        #expect(EncodingDetector.encoding(of: bytes) == encoding)
    }

    @Test func curlyQuotesOfWindowsAreNotJapanese() throws {
        // don’t and “quick” in Windows-1252.
        let bytes =
            Array("id,text\n1,I don".utf8) + [0x92] + Array("t know\n2,a ".utf8) + [0x93] + Array("quick".utf8) + [0x94]
            + Array(" answer\n".utf8)
        let batch = try Importing.all(bytes, format: .csv)
        #expect(batch.comments.map(\.text) == ["I don’t know", "a “quick” answer"])
    }

    @Test func halfWidthKanaAloneIsCP932() {
        // ﾍﾝｼﾞｶﾞ ｵｿｲ
        let bytes: [UInt8] = [0xCD, 0xDD, 0xBC, 0xDE, 0xB6, 0xDE, 0x20, 0xB5, 0xBF, 0xB2]
        #expect(EncodingDetector.encoding(of: bytes) == .cp932)
    }

    @Test func aLatinByteIsNotTakenForJapanese() throws {
        // "é" in Windows-1252.
        let bytes = Array("id,text\n1,caf".utf8) + [0xE9, 0x73] + Array(" are nice\n2,plain\n".utf8)
        let batch = try Importing.all(bytes, format: .csv)
        #expect(batch.comments.map(\.text) == ["cafés are nice", "plain"])
    }

    /// A byte that is part of nothing known costs its row alone.
    @Test func aByteOfNoEncodingCostsItsRow() throws {
        let bytes = Array("id,text\n1,caf".utf8) + [0xFF, 0x73] + Array(" are nice\n2,plain\n".utf8)
        let batch = try Importing.all(bytes, format: .csv)
        #expect(batch.comments.map(\.externalID) == ["2"])
        let problem = try #require(batch.problems.first)
        #expect(problem.reason == .badEncoding)
        #expect(problem.line == 2)
        #expect(problem.byte == 8)
        #expect(problem.raw == Array("1,caf".utf8) + [0xFF, 0x73] + Array(" are nice".utf8))
    }

    /// Every character of these is one byte of Windows-1252; those up to U+00FF have their own number.
    @Test(arguments: [
        "Le café était très agréable, mais le serveur a été désagréable à la fin.",
        "Für mich war die Lieferung viel zu spät.",
        "El envío llegó mañana después de tres días, qué desastre.", "Ça coûte 30 € – trop cher !", "naïve",
        "Das Gerät ist kaputt",
        "Não recebi a encomenda até hoje.", "«Très déçue», écrit-elle. L’œuvre n’est pas arrivée…",
        "Müller und Söhne: größte Auswahl",
        "L'hôtel est situé à côté de la gare, créée en 1900", "¿Dónde está mi pedido? ¡Señor, por favor!",
        "They refunded £20", "They want 20£ more", "The room was 35° and ½ the price of the brochure",
        "Acme® support, see § 3 of the contract",
        "Paid £35.50 – I’m not happy, and the café wasn’t open; it’s “closed”", "It cost €5 more than Pokémon 2",
    ])
    func westernTextIsNotJapanese(text: String) throws {
        let windows: [Unicode.Scalar: UInt8] = [
            "€": 0x80, "…": 0x85, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96, "œ": 0x9C,
        ]
        let bytes = try text.unicodeScalars.map { scalar in
            try #require(windows[scalar] ?? (scalar.value < 0x100 ? UInt8(scalar.value) : nil))
        }
        for chunk in [1, 7, 65_536] {
            let batch = try Importing.all(Array("id\ttext\n1\t".utf8) + bytes + [0x0A], file: "a.tsv", chunk: chunk)
            #expect(batch.comments.map(\.text) == [text])
        }
        // A line among others of UTF-8, and the other way round.
        let utf8 = Array("id\ttext\n1\tとても良い対応でした\n2\t".utf8) + bytes + Array("\n3\t遅い\n".utf8)
        #expect(try Importing.all(utf8, file: "a.tsv").comments.map(\.text) == ["とても良い対応でした", text, "遅い"])
        let latin = Array("id\ttext\n".utf8) + (1...9).flatMap { Array("\($0)\t".utf8) + bytes + [0x0A] }
        let batch = try Importing.all(latin + Array("10\t返事が早い\n".utf8), file: "a.tsv")
        #expect(batch.comments.map(\.text) == Array(repeating: text, count: 9) + ["返事が早い"])
    }

    /// Katakana of CP932 end in letters of ASCII, kanji of its second level begin with letters of Latin-1, and half-width
    /// kana are all of these: カラオケ, 檸檬, ｱﾏｿﾞﾝ.
    @Test(
        arguments: [
            [0x83, 0x4A, 0x83, 0x89, 0x83, 0x49, 0x83, 0x50], [0x9F, 0x77, 0x9F, 0x5E], [0xB1, 0xCF, 0xBF, 0xDE, 0xDD],
            // 檜 is 0x954F, 隰 0xE8B0 and 饗 0x8BC1: with kana between, as they come.
            [0x95, 0x4F, 0x82, 0xCC, 0xE8, 0xB0, 0x82, 0xAA, 0x8B, 0xC1],
        ] as [[UInt8]]
    )
    func japaneseIsNotWestern(bytes: [UInt8]) {
        #expect(!WesternText.isOne(bytes))
        #expect(!WesternText.isOne(Array("the shop sold me some ".utf8) + bytes + Array(" and it was fine".utf8)))
    }

    /// The Polish `miły` in Windows-1250 has the byte of a superscript three within a word.
    @Test func theEastOfEuropeIsNotTheWest() {
        #expect(
            !WesternText.isOne(
                Array("bardzo mi".utf8) + [0xB3] + Array("y personel, dzi".utf8) + [0xEA] + Array("kuj".utf8)
            )
        )
    }

    @Test(arguments: [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], []] as [[UInt8]], [true, false])
    func utf32IsRefusedByName(mark: [UInt8], isBigEndian: Bool) throws {
        let units = "id,text\n1,とても良い\n".unicodeScalars.flatMap { scalar -> [UInt8] in
            let bytes = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
            return isBigEndian ? bytes.reversed() : bytes
        }
        let error = try #require(throws: IngestionError.self) { try Importing.all(mark + units) }
        #expect(error.code == .unreadable && error.message.contains("UTF-32"))
    }

    @Test func aNamedEncodingIsUsed() throws {
        let bytes = Array("id,text\n1,caf".utf8) + [0xE9] + Array(" is nice\n".utf8)
        var options = Importing.options()
        options.encoding = TextEncoding(name: "windows-1252")
        #expect(try Importing.all(bytes, format: .csv, options: options).comments.first?.text == "café is nice")
    }

    @Test func aWrongNameIsRefusedInsteadOfStoringMojibake() throws {
        var options = Importing.options()
        options.encoding = .cp932
        let error = try #require(throws: IngestionError.self) {
            try Importing.all("id,text\n1,対応が早くて助かった\n", format: .csv, options: options)
        }
        #expect(error.code == .badEncoding)
    }

    @Test func anUnknownNameIsRefused() throws {
        var options = Importing.options()
        options.encoding = .named("klingon")
        let error = try #require(throws: IngestionError.self) {
            try Importing.all("id,text\n1,é\n", format: .csv, options: options)
        }
        #expect(error.code == .badEncoding)
    }

    /// The first 64 KB are ASCII; Shift JIS begins only after them.
    @Test func anEncodingThatShowsLateIsFound() throws {
        var bytes = Array("id,text\r\n".utf8)
        for row in 0..<5_000 { bytes += Array("\(row),plain text here\r\n".utf8) }
        let start = bytes.count
        // 対応 in CP932, from the table of JIS X 0208.
        bytes += Array("x,".utf8) + [0x91, 0xCE, 0x89, 0x9E, 0x82, 0xAA, 0x91, 0xCE, 0x89, 0x9E] + Array("\r\n".utf8)
        bytes += Array("y,".utf8) + [0x91, 0xCE, 0xFF, 0x89, 0x9E] + Array("\r\n".utf8)
        let batch = try Importing.all(bytes, format: .csv)
        #expect(batch.rowsRead == 5_002)
        #expect(batch.comments.last?.text == "対応が対応")
        let problem = try #require(batch.problems.first)
        #expect(problem.reason == .badEncoding)
        #expect(problem.line == 5_003)
        #expect(problem.byte == start + 14)
        #expect(try Importing.all(bytes, format: .csv, chunk: 13, rows: 7) == batch)
    }

    @Test(arguments: [
        ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00] as [UInt8], "ZIP"), ([0x1F, 0x8B, 0x08], "gzip"), ([], "empty"),
        ([0x20, 0x0A], "empty"),
        (Array("%PDF-1.7".utf8), "PDF"), ([0x01, 0x00, 0x00, 0x00, 0x00, 0x00], "binary"),
        ([0x61, 0x00, 0x62, 0x00, 0x63, 0x00], "UTF-16"),
        // A byte line and a tag that stand among bytes of a program make no page of it.
        (Array("\u{01}\u{16}<p>by A on 2020-01-02</p>\u{05}\u{11}".utf8), "control characters"),
        (Array("<?xml version=\"1.0\"?><plist></plist>".utf8), "XML"),
    ]) func whatIsNoTextIsRefused(bytes: [UInt8], word: String) throws {
        let error = try #require(throws: IngestionError.self) { try Importing.all(bytes) }
        #expect(error.code == .unreadable)
        #expect(error.message.contains(word))
    }

    @Test func anUnpairedSurrogateCostsOnlyItsRow() throws {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in "id,text\n1,ab\n2,".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        bytes += [0x00, 0xD8]
        for unit in "x\n3,cd\n".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let batch = try Importing.all(bytes, format: .csv)
        #expect(batch.comments.map(\.text) == ["ab", "cd"])
        #expect(batch.problems.map(\.reason) == [.badEncoding])
        #expect(batch.problems.map(\.byte) == [2 + 2 * "id,text\n1,ab\n".utf16.count])
    }

    @Test func aFailingInputIsNamed() throws {
        struct Broken: Error {}
        var importer = Importer(file: "x.csv", chunks: InputChunks { throw Broken() }, options: Importing.options())
        do {
            _ = try importer.next(maximumRows: 1)
            Issue.record("no error")
        } catch {
            #expect(error.code == .readFailed)
        }
    }

    @Test func linesInTwoEncodingsAreEachReadInTheirOwn() throws {
        // 良い and 悪い in CP932, among lines of UTF-8.
        let head = Array("id,text\n1,とても良い対応でした\n".utf8)
        let bytes =
            head + Array("2,".utf8) + [0x97, 0xC7, 0x82, 0xA2, 0x0A] + Array("3,連絡がない\n4,".utf8)
            + [0x88, 0xAB, 0x82, 0xA2, 0x0A]
        for chunk in [1, 5, 4_096] {
            let batch = try Importing.all(bytes, file: "a.csv", chunk: chunk)
            #expect(batch.comments.map(\.text) == ["とても良い対応でした", "良い", "連絡がない", "悪い"])
        }
        // A file of CP932 to which lines of UTF-8 were added.
        var old = Array("id,text\n".utf8)
        for id in 1...9 { old += Array("\(id),".utf8) + [0x97, 0xC7, 0x82, 0xA2, 0x0A] }
        let batch = try Importing.all(old + Array("10,返事が早い\n".utf8), file: "a.csv")
        #expect(batch.comments.count == 10 && batch.comments[9].text == "返事が早い" && batch.comments[0].text == "良い")
        #expect(batch.problems.isEmpty)
    }

    @Test func aByteThatWasLostDoesNotChangeTheRest() throws {
        let bytes = Array("id,text\n1,とても良い".utf8) + [0xFF] + Array("対応でした\n2,早い\n".utf8)
        let batch = try Importing.all(bytes, file: "a.csv")
        #expect(batch.comments.map(\.text) == ["早い"] && batch.problems.map(\.line) == [2])
    }

    @Test func aShortTextWithManyQuotesOfWindowsIsEnglish() throws {
        let text: [UInt8] = [0x92] + Array("s ".utf8) + [0x93] + Array("fine".utf8) + [0x94] + Array(" don".utf8)
        let bytes = text + [0x92] + Array("t worry".utf8)
        #expect(EncodingDetector.encoding(of: bytes) == .named("windows-1252"))
    }

    /// 배송이 너무 느려요 and 친절하고 좋아요 in CP949 (KS X 1001).
    @Test func koreanIsReadAsSuch() throws {
        let slow: [UInt8] = [
            0xB9, 0xE8, 0xBC, 0xDB, 0xC0, 0xCC, 0x20, 0xB3, 0xCA, 0xB9, 0xAB, 0x20, 0xB4, 0xC0, 0xB7, 0xC1, 0xBF, 0xE4,
        ]
        let batch = try Importing.all(Array("id,text\n1,".utf8) + slow + [0x0A], file: "k.csv")
        #expect(batch.comments.map(\.text) == ["배송이 너무 느려요"])
    }
}
