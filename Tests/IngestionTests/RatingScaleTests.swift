import Feedback
import Testing

@testable import Ingestion

/// On which scale the numbers of a column are that nobody declares.
struct RatingScaleTests {
    private func csv(_ values: [Int], _ name: String = "rating") -> String {
        let lines = values.enumerated().map { "\($0),\($1),The clerk told me the story number \($0)." }
        return (["id,\(name),text"] + lines).joined(separator: "\n") + "\n"
    }

    private func notes(_ csv: String) throws -> [String] {
        var importer = Importer(
            file: "a.csv",
            chunks: InputChunks(bytes: Array(csv.utf8)),
            options: Importing.options()
        )
        _ = try importer.next(maximumRows: 1)
        return importer.warnings
    }

    private static func stars(_ count: Int) -> [Int] { (0..<count).map { $0 % 5 + 1 } }

    /// Values, the scale on which those of it are stored, and how many are a fault of their row.
    @Test(
        arguments: [
            // Eight of 108 from 60 to 67: two in three are stars, and the others of another scale.
            (stars(100) + Array(60...67), 1, 5, 8), (stars(20) + Array(80...89), 1, 5, 10),
            // Half and half tell no scale of stars: the wider one holds them all.
            (stars(10) + Array(60...69), 0, 100, 0), ([0, 100, 50, 100, 0, 75], 0, 100, 0),
            // From 6 to 10 the scale is one to ten, when more than a few are.
            (stars(10) + [7, 8], 0, 10, 0), (stars(40) + [7], 1, 5, 1), (stars(100) + [9, 9, 60], 1, 5, 3),
            (stars(20) + [8, 8, 60], 0, 10, 1), ([1, 2, 3, 4, 5, 6, 7, 6, 7], 1, 7, 0),
        ] as [([Int], Int, Int, Int)]
    )
    func fewValuesBeyondAScaleAreFaultsOfTheirRows(values: [Int], low: Int, high: Int, faults: Int) throws {
        let batch = try Importing.all(csv(values))
        #expect(batch.problems.count == faults && batch.problems.allSatisfy { $0.reason == .badRating })
        #expect(Set(batch.comments.map(\.rating?.scale)) == [RatingScale(low: low, high: high)])
        #expect(batch.comments.count == values.count - faults)
        let isFar = faults > 0 && values.contains { $0 > 10 }
        #expect(
            try notes(csv(values)).contains { $0.contains("are above 10, while most others lie from 1 to 5") } == isFar
        )
    }

    @Test func aNameThatSaysItsScaleIsBelieved() throws {
        let batch = try Importing.all(csv(Self.stars(100) + Array(60...67), "rating (0-100)"))
        #expect(batch.problems.isEmpty && batch.comments[0].rating?.scale == RatingScale(low: 0, high: 100))
    }

    /// One number tells no scale: it is left out, and counted; without a text nothing else is left of its row.
    @Test func oneNumberAloneTellsNoScale() throws {
        let csv = "id,Rating,text\n1,7,The desk was slow\n2,,The desk was quick\n3,N/A,Nobody called\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.map(\.externalID) == ["1", "2", "3"] && batch.problems.isEmpty)
        #expect(batch.comments.allSatisfy { $0.rating == nil } && batch.unread == ["rating": 1])
        let alone = try Importing.all("id,Rating,text\n1,7,\n2,,The desk was quick\n")
        #expect(alone.problems.map(\.reason) == [.badRating])
        #expect(alone.problems[0].message.contains("tell no scale"))
        let yaml = try MappingSuggester.suggest(file: "a.csv", chunks: InputChunks(bytes: Array(csv.utf8)), zone: "UTC")
        #expect(yaml.contains("TODO: one number tells no scale"), "\(yaml)")
        // One star is a star.
        #expect(try Importing.all("id,Rating,text\n1,3,Slow desk\n").comments[0].rating?.scale == .fiveStars)
    }
}
