import Feedback
import Testing

@testable import Ingestion

/// Which number of a date is the day, where the rows contradict each other.
struct DateOrderTests {
    private func csv(_ dates: [String]) -> String {
        let lines = dates.enumerated().map { "\($0),\($1),The desk never answered me \($0)." }
        return (["id,date,text"] + lines).joined(separator: "\n") + "\n"
    }

    private func days(_ batch: ImportBatch) -> [String] {
        batch.comments.map { String(Importing.tokyo($0.postedAt).prefix(10)) }
    }

    /// Dates of both orders, and how they are read; `nil`: not.
    @Test(arguments: [
        (["25/03/2024", "26/03/2024", "03/27/2024", "04/05/2024"], ["2024-03-25", "2024-03-26", nil, "2024-05-04"]),
        (["25/03/2024", "03/26/2024", "03/27/2024", "04/05/2024"], [nil, "2024-03-26", "2024-03-27", "2024-04-05"]),
        // One against one, whatever else could be read in either order.
        (["25/03/2024", "03/26/2024", "04/05/2024", "06/07/2024"], [nil, nil, nil, nil]),
        (["25-03-2024 14:05", "03-26-2024", "30-04-2024"], ["2024-03-25", nil, "2024-04-30"]),
        // Days of one month, and not the third of five.
        (
            ["25/03/2024", "03/26/2024", "04/03/2024", "05/03/2024", "07/03/2024", "09/03/2024", "11/03/2024"],
            ["2024-03-25", nil, "2024-03-04", "2024-03-05", "2024-03-07", "2024-03-09", "2024-03-11"]
        ),
        // What is no day in any order says nothing.
        (["25/03/2024", "31/31/2024", "26/03/2024", "04/05/2024"], ["2024-03-25", nil, "2024-03-26", "2024-05-04"]),
    ])
    func moreRowsTellTheOrder(dates: [String], expected: [String?]) throws {
        for step in 0..<dates.count {
            let turned = Array(dates[step...] + dates[..<step])
            let read = Array(expected[step...] + expected[..<step])
            let batch = try Importing.all(csv(turned))
            #expect(days(batch) == read.compactMap(\.self), "\(turned)")
            #expect(batch.problems.count == read.count { $0 == nil })
        }
    }

    @Test func aRowInTheOtherOrderIsToldWhatTheOthersSay() throws {
        let batch = try Importing.all(csv(["25/03/2024", "26/03/2024", "03/27/2024"]))
        let message = try #require(batch.problems.first?.message)
        #expect(
            message.contains("in this date the month stands first, and in most others of its column the day"),
            "\(message)"
        )
        let tie = try Importing.all(csv(["25/03/2024", "03/26/2024", "04/05/2024"])).problems.map(\.message)
        #expect(tie[0].contains("the day stands first, and in as many others of its column the month"), "\(tie)")
        #expect(tie[1].contains("the month stands first, and in as many others of its column the day"), "\(tie)")
        #expect(tie[2].contains("or as many tell the one as the other"), "\(tie)")
    }

    /// Two digits of the year: as many rows speak for each of two orders, and none is taken for the day of a third.
    @Test func yearsOfTwoDigitsAreNotGuessed() throws {
        let batch = try Importing.all(csv(["25/03/24", "03/26/24", "05/04/24", "06/07/24"]))
        #expect(batch.comments.isEmpty && batch.problems.count == 4)
    }

    @Test func aYearOfTwoDigitsInFrontStaysThereWhateverOneRowHolds() throws {
        let batch = try Importing.all(csv(["26/02/01", "26/02/03", "26/02/11", "26/03/12", "soon"]))
        #expect(days(batch) == ["2026-02-01", "2026-02-03", "2026-02-11", "2026-03-12"] && batch.problems.count == 1)
    }

    /// 1,000 rows are drawn; of dates more than the first 200 are looked at.
    @Test func fewOfManyRowsTellTheOrder() throws {
        let ambiguous = (0..<600).map { "\($0 % 12 + 1)/\($0 / 12 % 12 + 1)/2024" }
        for (told, expected) in [("25/3/2024", "2024-03-25"), ("3/25/2024", "2024-03-25")] {
            let batch = try Importing.all(csv(ambiguous + [told]))
            #expect(batch.problems.isEmpty && days(batch).last == expected)
            #expect(days(batch)[1] == (told.hasPrefix("25") ? "2024-01-02" : "2024-02-01"))
        }
    }

    @Test func fewOfManyObjectsTellTheOrder() throws {
        let dates = (0..<600).map { "\($0 % 12 + 1)/\($0 / 12 % 12 + 1)/2024" } + ["25/3/2024"]
        let lines = dates.enumerated().map { #"{"id":"\#($0)","date":"\#($1)","text":"Nobody called me \#($0)."}"# }
        let batch = try Importing.all(lines.joined(separator: "\n"))
        #expect(batch.problems.isEmpty && days(batch)[1] == "2024-01-02")
    }

    /// A row that a person took out of quarantine tells nothing, and stays out.
    @Test func aDroppedRowTellsNothing() throws {
        let dates = ["25/03/2024", "03/26/2024", "04/05/2024"]
        var options = Importing.options()
        let odd = Array("1,03/26/2024,The desk never answered me 1.".utf8)
        options.dropped = DroppedRows([DroppedRows.digest(of: odd, Importing.hash)], contentHash: Importing.hash)
        let batch = try Importing.all(csv(dates), options: options)
        #expect(days(batch) == ["2024-03-25", "2024-05-04"])
        #expect(batch.problems.isEmpty && batch.skipped == [.dropped: 1])
    }

    /// Without a pattern in a mapping a date is read that can be read in one order only.
    @Test func aMappingWithoutAPatternReadsWhatIsTold() throws {
        let mapping = try Importing.mapping(#"{"zone":"Asia/Tokyo","map":{"text":"text","posted_at":"date"}}"#)
        let dates = ["25/03/2024", "03/26/2024 14:05", "04/05/2024"]
        let batch = try Importing.all(csv(dates), options: Importing.options(mapping: mapping))
        #expect(days(batch) == ["2024-03-25", "2024-03-26"])
        #expect(batch.problems.map(\.line) == [4])
    }

    @Test func aMappingWithAPatternSaysSo() throws {
        let mapping = try Importing.mapping(
            #"{"zone":"Asia/Tokyo","map":{"text":"text","posted_at":{"column":"date","format":"dd/MM/yyyy"}}}"#
        )
        let batch = try Importing.all(csv(["03/26/2024", "31/04/2024"]), options: Importing.options(mapping: mapping))
        #expect(
            batch.problems[0].message.contains("the month stands first, and by the `format:` of its column the day")
        )
        #expect(batch.problems[1].message.contains("not one of the calendar"))
        let strict = TimeReader(pattern: TimePattern("dd/MM/yyyy"), zone: .workspace(.tokyo))
        let fault = #expect(throws: TimeFault.self) { _ = try strict.read("25/03/2024 14:05") }
        #expect(fault?.message.contains("in no form that is known") == true)
    }

    /// A column that only its values tell to be a time is left aside where they do not tell which, and that is said.
    @Test func aColumnOfAnyNameIsLeftAsideInATie() throws {
        let text = csv(["25/03/2024", "03/26/2024", "04/05/2024"]).replacing("date", with: "wann")
        var importer = Importer(
            file: "a.csv",
            chunks: InputChunks(bytes: Array(text.utf8)),
            options: Importing.options()
        )
        let batch = try #require(try importer.next(maximumRows: 9))
        #expect(batch.problems.isEmpty && batch.comments.allSatisfy { $0.postedAt == nil } && batch.comments.count == 3)
        #expect(
            importer.warnings.first?.hasSuffix("until then the column is left aside") == true,
            "\(importer.warnings)"
        )
        #expect(importer.columnsAside == ["wann"])
    }

    @Test(arguments: [true, false]) func theContradictionIsSaid(isTie: Bool) throws {
        let dates = ["25/03/2024", "03/26/2024", isTie ? "04/05/2024" : "27/05/2024"]
        let bytes = Array(csv(dates).utf8)
        var importer = Importer(file: "a.csv", chunks: InputChunks(bytes: bytes), options: Importing.options())
        _ = try importer.next(maximumRows: 1)
        let note = try #require(importer.warnings.first)
        #expect(note.contains("\(isTie ? 1 : 2) of the rows looked at can be read with the day first only"), "\(note)")
        #expect(note.contains("1 with the month first only, such as \"03/26/2024\""), "\(note)")
        #expect(note.contains(isTie ? "nobody can tell" : "the day is taken to stand first"), "\(note)")
        let yaml = try MappingSuggester.suggest(file: "a.csv", chunks: InputChunks(bytes: bytes), zone: "Asia/Tokyo")
        #expect(yaml.contains("TODO") == isTie && yaml.contains("such as \"03/26/2024\""), "\(yaml)")
    }
}
