import Feedback
import Foundation
import GRDB
import Store
import Testing

@testable import Nightly

/// The list of comments and the measures speak of the same voices.
struct CommentListTests {
    private static let kinds = CellKinds(minimumVoices: 3, hasWeeks: false)

    private func measured(seed: UInt64) throws -> KoeDatabase {
        var sequence = try NightSequence(seed: seed)
        for _ in 0..<6 { try sequence.change() }
        try sequence.database.write(measure)
        return sequence.database
    }

    private func measure(_ db: Database) throws {
        try WholeMeasuring(zone: .utc, kinds: Self.kinds, person: { $0 }).run(comments: 0, in: db, progress: { _ in })
    }

    private func measureChanges(_ db: Database) throws {
        _ = try ChangedVoices(zone: .utc, kinds: Self.kinds, person: { $0 }).update(in: db)
    }

    /// The filter that asks for the voices of a cell.
    private func filter(_ cell: CellRow) -> CommentFilter? {
        guard let measure = ListedMeasure(name: cell.measure) else { return nil }
        var filter = CommentFilter()
        filter.brand = cell.brand
        filter.measure = measure
        filter.channel = cell.channel == "*" ? nil : cell.channel
        switch cell.period.length {
        case .month: (filter.firstMonth, filter.lastMonth) = (cell.period.description, cell.period.description)
        case .year: (filter.firstMonth, filter.lastMonth) = ("\(cell.period)-01", "\(cell.period)-12")
        case .all: break
        default: return nil
        }
        return filter
    }

    @Test func everyCellHasTheVoicesThatItsListShows() throws {
        var compared = 0
        for seed in 1...40 as ClosedRange<UInt64> {
            try measured(seed: seed).read { db in
                for brand in try VoiceTable.brands(in: db) {
                    for cell in try CellTable.cells(of: brand, in: db) {
                        guard let filter = filter(cell) else { continue }
                        #expect(try CommentList(of: filter, in: db).size(in: db).voices == cell.n, "\(seed) \(cell)")
                        // A condition about comments that holds for all of them changes nothing.
                        var slow = filter
                        slow.words = ["text"]
                        #expect(try CommentList(of: slow, in: db).size(in: db).voices == cell.n, "\(seed) \(cell)")
                        compared += 1
                    }
                }
            }
        }
        #expect(compared > 500)
    }

    /// What a brand's comments speak of is counted as its lists count it, also after comments came, changed and went.
    @Test func everyMentionIsAmongTheCommentsThatItsListShows() throws {
        var found = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            try measured(seed: seed).write { db in
                found += try compareMentions("\(seed)", in: db)
                try db.execute(sql: "DELETE FROM comment WHERE id % 5 = 0")
                found += try compareMentions("\(seed) deleted", in: db)
                try db.execute(
                    sql:
                        "DELETE FROM touchedComment; INSERT INTO touchedComment SELECT id FROM comment WHERE id % 2 = 0"
                )
                try db.execute(sql: "UPDATE score SET facets = '[]' WHERE commentID % 4 = 0")
                try measureChanges(db)
                found += try compareMentions("\(seed) updated", in: db)
            }
        }
        #expect(found > 200)
    }

    /// - Returns: how many comments speak of something.
    private func compareMentions(_ name: String, in db: Database) throws -> Int {
        var found = 0
        for brand in try CommentList.brands(in: db) {
            let mentions = try CommentList.mentions(of: brand, in: db)
            for facet in Facet.allCases {
                for tone in [.praise, .blame, .named] as [CommentFilter.Tone] {
                    var filter = CommentFilter()
                    (filter.brand, filter.facet, filter.tone) = (brand, facet, tone)
                    let listed = try length(of: filter, in: db)
                    #expect(mentions.comments(of: facet, tone) == listed, "\(name) \(brand) \(facet) \(tone)")
                    found += listed
                }
            }
            for signal in LoyaltySignal.allCases {
                var filter = CommentFilter()
                (filter.brand, filter.signal) = (brand, signal)
                let listed = try length(of: filter, in: db)
                #expect(mentions.comments(of: signal) == listed, "\(name) \(brand) \(signal)")
                found += listed
            }
        }
        for facet in Facet.allCases {
            var filter = CommentFilter()
            (filter.facet, filter.signal) = (facet, nil)
            found += try length(of: filter, in: db)
            (filter.tone, filter.signal) = (.blame, .churn)
            found += try length(of: filter, in: db)
        }
        return found
    }

    /// How many comments a list shows, which is how many it says that there are.
    private func length(of filter: CommentFilter, in db: Database) throws -> Int {
        let list = try CommentList(of: filter, in: db)
        let shown = try list.ids(limit: 10_000, in: db).count
        #expect(try list.size(in: db).comments == shown, "\(filter)")
        return shown
    }

    /// The number of a version is over the voices whose list its link asks for.
    @Test func everyVersionHasTheVoicesThatItsListShows() throws {
        var compared = 0
        for seed in 1...40 as ClosedRange<UInt64> {
            try measured(seed: seed).write { db in
                for brand in try VoiceTable.brands(in: db) {
                    try VersionTable.update(brand, in: db)
                    for sum in try VersionTable.sums(of: brand, in: db) {
                        var filter = CommentFilter()
                        (filter.brand, filter.product, filter.version) = (brand, sum.product ?? "", sum.version)
                        filter.measure = .support
                        filter.firstMonth = String(Day(number: sum.firstDay).description.prefix(7))
                        filter.lastMonth = String(Day(number: sum.lastDay).description.prefix(7))
                        #expect(try CommentList(of: filter, in: db).size(in: db).voices == sum.n, "\(seed) \(sum)")
                        filter.measure = .counted
                        #expect(try CommentList(of: filter, in: db).size(in: db).voices == sum.voices, "\(seed) \(sum)")
                        compared += 1
                    }
                }
            }
        }
        #expect(compared > 100)
    }

    /// A comment stands under what its voice speaks of, even where that is no product at all and the comment names one.
    @Test(arguments: [("Gadget", "Gadget"), (nil, "")] as [(String?, String)])
    func aListIsChosenByTheVoicesProductAndVersion(written: String?, chosen: String) throws {
        let database = try KoeDatabase.inMemory()
        let comments = [("1", "Widget", nil), ("2", written, "5.1")].map { (id, product, version) in
            var comment = Feedback.Comment(source: "s", externalID: id, text: "text")
            (comment.brand, comment.author, comment.authorRole) = ("Lotte", "u1", .customer)
            (comment.product, comment.appVersion) = (product, version)
            let instant = Instant(seconds: 16_000 * 86_400)
            comment.postedAt = Timestamp(instant: instant, original: "", zoneOrigin: .text)
            return comment
        }
        try database.write { db in
            _ = try CommentTable.store(comments, in: db)
            try measure(db)
            var filter = CommentFilter()
            (filter.brand, filter.measure, filter.product, filter.version) = ("Lotte", .counted, chosen, "5.1")
            let size = try CommentList(of: filter, in: db).size(in: db)
            #expect(size.voices == 1 && size.comments == 2)
            (filter.product, filter.version) = ("Widget", nil)
            #expect(try CommentList(of: filter, in: db).size(in: db).comments == 0)
        }
    }

    /// The channels to choose from are those that the voices came by.
    @Test func channelsAreThoseOfTheCells() throws {
        var found = 0
        for seed in 1...10 as ClosedRange<UInt64> {
            try measured(seed: seed).read { db in
                let all = try VoiceTable.brands(in: db).flatMap { try CellTable.cells(of: $0, in: db) }.map(\.channel)
                let channels = try CommentList.channels(in: db)
                #expect(channels == Set(all.filter { $0 != "*" }).sorted())
                found += channels.count
            }
        }
        #expect(found > 0)
    }

    /// Pages cut one list; none is empty before the end, and none repeats a comment.
    @Test func pagesMakeUpTheWhole() throws {
        try measured(seed: 7).read { db in
            let all = try CommentList(of: CommentFilter(), in: db).ids(limit: 1_000, in: db)
            let pages = try stride(from: 0, to: all.count, by: 3).flatMap {
                try CommentList(of: CommentFilter(), in: db).ids(limit: 3, offset: $0, in: db)
            }
            #expect(pages == all && Set(all).count == all.count)
            #expect(try CommentList(of: CommentFilter(), in: db).size(in: db).comments == all.count)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM comment") == all.count)
        }
    }

    /// What lies behind the middle is looked for from the end, and is the same.
    @Test func pagesFromTheEndAreThoseFromTheBeginning() throws {
        try measured(seed: 7).read { db in
            let list = try CommentList(of: CommentFilter(), in: db)
            let all = try list.ids(limit: 1_000, in: db)
            #expect(all.count > 10)
            for limit in [1, 3, 7, all.count, all.count + 5] {
                for offset in 0...all.count + 3 {
                    let page = try list.ids(limit: limit, offset: offset, total: all.count, in: db)
                    #expect(page == Array(all.dropFirst(offset).prefix(limit)), "\(limit) from \(offset)")
                }
            }
        }
    }

    /// What a tally counts is what the list shows, also after comments came, changed and went.
    @Test func everyKindIsCountedAsItsListShows() throws {
        var found = 0
        for seed in 1...12 as ClosedRange<UInt64> {
            try measured(seed: seed).write { db in
                found += try compareKinds(in: db)
                try db.execute(sql: "DELETE FROM comment WHERE id % 5 = 0")
                try db.execute(
                    sql:
                        "DELETE FROM touchedComment; INSERT INTO touchedComment SELECT id FROM comment WHERE id % 2 = 0"
                )
                try db.execute(sql: "UPDATE comment SET ratingThousandths = 2500, ratingLow = 1, ratingHigh = 5")
                try measureChanges(db)
                found += try compareKinds(in: db)
            }
        }
        #expect(found > 300)
    }

    /// - Returns: how many comments were counted.
    private func compareKinds(in db: Database) throws -> Int {
        let ranges = [1_000...1_999, 1_000...2_999, 4_000...5_000, 5_000...5_000, 2_400...2_600, 2_000...2_500, nil]
        var found = 0
        for brand in try CommentList.brands(in: db) + [nil] {
            for channel in try CommentList.channels(in: db) + [nil] {
                for (place, stars) in ranges.enumerated() {
                    var filter = CommentFilter()
                    (filter.brand, filter.channel, filter.stars) = (brand, channel, stars)
                    filter.language = [.japanese, .english, nil][place % 3]
                    filter.linking = [.linked, .unlinked, nil][place / 3]
                    found += try length(of: filter, in: db)
                }
            }
        }
        return found
    }

    /// The newest comments of all brands are found without a look at the old ones.
    @Test func theNewestPageReadsTheLatestStretchOfTime() throws {
        let database = try KoeDatabase.inMemory()
        let comments = (0..<40).map { number in
            var comment = Feedback.Comment(source: "s", externalID: "\(number)", text: "text")
            comment.brand = "Brand \(number % 4)"
            comment.channel = number % 2 == 0 ? "mail" : "call"
            let instant = Instant(seconds: Int64(1_400_000_000 - number * 40_000))
            comment.postedAt = Timestamp(instant: instant, original: "", zoneOrigin: .text)
            return comment
        }
        try database.write { db in
            _ = try CommentTable.store(comments, in: db)
            try measure(db)
            var filter = CommentFilter()
            filter.channel = "mail"
            let list = try CommentList(of: filter, in: db)
            #expect(try list.size(in: db).comments == 20)
            var asked: [String] = []
            db.trace { if case .statement(let statement) = $0 { asked.append(statement.sql) } }
            let page = try list.ids(limit: 3, offset: 2, total: 20, in: db)
            db.trace(nil)
            // Every second comment is one, each older than the one before; in the order of their row ids.
            #expect(page == [5, 7, 9])
            let orders = asked.filter { $0.contains("ORDER BY") }
            #expect(!orders.isEmpty && orders.allSatisfy { $0.contains("postedAt >= ?") })
            filter.until = Instant(seconds: 1_400_000_000 - 100_000)
            #expect(try CommentList(of: filter, in: db).ids(limit: 2, total: 18, in: db) == [5, 7])
            #expect(try list.ids(limit: 50, in: db) == (0..<20).map { 2 * $0 + 1 })
        }
    }

    /// Lists that begin with a case or with words hold what those of all brands hold together.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func whatLeadsToCommentsChoosesNoOthers(seed: UInt64) throws {
        let database = try measured(seed: seed)
        try database.write { db in
            let indexed = try SearchIndex.update(in: db)
            let late = Feedback.Comment(source: "late", externalID: "1", text: "text 12")
            _ = try CommentTable.store([late], in: db)
            let cases =
                try String?.fetchAll(db, sql: "SELECT DISTINCT caseID FROM link ORDER BY caseID LIMIT 8") + [nil]
            var found = 0
            for caseID in cases {
                for words in [[], ["text"], ["text", "1"]] where caseID != nil || !words.isEmpty {
                    var filter = CommentFilter()
                    (filter.caseID, filter.words) = (caseID, words)
                    let whole = try CommentList(of: filter, in: db).ids(limit: 1_000, in: db)
                    let parts = try CommentList.brands(in: db).flatMap { brand in
                        var filter = filter
                        filter.brand = brand
                        return try CommentList(of: filter, in: db).ids(limit: 1_000, in: db)
                    }
                    #expect(whole.sorted() == parts.sorted() && Set(whole).count == whole.count)
                    #expect(try CommentList(of: filter, in: db).size(in: db).comments == whole.count)
                    found += whole.count
                }
            }
            #expect(indexed > 0 && found > 0)
        }
    }

    /// What comes after the measuring waits, and what goes is gone at once.
    @Test func theTotalIsThatOfTheList() throws {
        let database = try measured(seed: 7)
        try database.write { db in
            try TouchedTables.clear(in: db)
            let late = Feedback.Comment(source: "late", externalID: "1", text: "late")
            _ = try CommentTable.store([late], in: db)
            try db.execute(sql: "DELETE FROM comment WHERE id = (SELECT min(id) FROM comment)")
            let listed = try CommentList(of: CommentFilter(), in: db).ids(limit: 1_000, in: db)
            #expect(try CommentList(of: CommentFilter(), in: db).size(in: db).comments == listed.count)
            let stored = try CommentTable.count(in: db)
            #expect(!listed.isEmpty && stored == listed.count + 1)
        }
    }

    /// Two comments, made by hand.
    @Test func everyConditionChoosesByWhatStandsInTheComment() throws {
        let database = try KoeDatabase.inMemory()
        var praise = Feedback.Comment(source: "s", externalID: "1", text: "ｻﾎﾟｰﾄは早い")
        praise.brand = "Lotte"
        praise.channel = "call"
        (praise.product, praise.appVersion) = ("Timer", "4.1")
        praise.rating = Rating(thousandths: 10_000, scale: try #require(RatingScale(low: 0, high: 10)))
        praise.postedAt = Timestamp(instant: Instant(seconds: 1_400_000_000), original: "", zoneOrigin: .text)
        var blame = Feedback.Comment(source: "s", externalID: "2", text: "slow")
        blame.rating = Rating(thousandths: 1_000, scale: .fiveStars)
        let range = ByteRange(start: 0, length: 1)
        let speed = FacetMention(facet: .speed, polarity: .positive, range: range, entry: "早い")
        let slow = FacetMention(facet: .speed, polarity: .negative, range: range, entry: "slow")
        let churn = SignalMention(signal: .churn, range: range, entry: "slow")
        try database.write { db in
            _ = try CommentTable.store([praise, blame], in: db)
            let scores = [
                (Int64(1), Score(language: .japanese, valence: 5, facets: [speed])),
                (Int64(2), Score(language: .english, valence: -5, facets: [slow], signals: [churn])),
            ]
            try ScoreTable.store(scores, scorerID: ScoreTable.scorerID(version: "1", in: db), in: db)
            try measure(db)
        }
        func expect(_ ids: [Int64], _ change: (inout CommentFilter) -> Void) throws {
            var filter = CommentFilter()
            change(&filter)
            let found = try database.read { try CommentList(of: filter, in: $0).ids(limit: 9, in: $0) }
            #expect(found == ids, "\(filter)")
        }
        try expect([1, 2]) { _ in }
        try expect([1]) { $0.brand = "Lotte" }
        try expect([2]) { $0.brand = "" }
        try expect([1]) { $0.channel = "call" }
        try expect([1]) { $0.product = "Timer" }
        try expect([]) { $0.product = "Alarm" }
        try expect([1]) { $0.version = "4.1" }
        try expect([]) { $0.version = "4" }
        try expect([1]) { $0.stars = 4_000...5_000 }
        try expect([2]) { $0.stars = 1_000...2_000 }
        try expect([1, 2]) { $0.facet = .speed }
        try expect([1]) { ($0.facet, $0.tone) = (.speed, .praise) }
        try expect([2]) { ($0.facet, $0.tone) = (.speed, .blame) }
        try expect([]) { ($0.facet, $0.tone) = (.speed, .named) }
        try expect([2]) { $0.signal = .churn }
        try expect([1]) { $0.language = .japanese }
        try expect([]) { $0.linking = .linked }
        try expect([1, 2]) { $0.linking = .unlinked }
        try expect([1]) { $0.from = Instant(seconds: 1_400_000_000) }
        try expect([]) { $0.from = Instant(seconds: 1_400_000_001) }
        try expect([1]) { $0.until = Instant(seconds: 1_400_000_001) }
        try expect([1]) { $0.words = ["サポート"] }
        try expect([]) { $0.words = ["サポート", "slow"] }
        try expect([1]) { $0.measure = .counted }
    }
}
