import Feedback
import Measures
import Store
package import Workspace

/// A page of the measures as the JSON interface gives them.
///
/// Arguments: `brand`; `length` (month, quarter, year, all); `channel` (`*` for all together); `measure`; `page` from 1.
package struct CellQuestion: Sendable {
    package struct Answer: Sendable {
        /// A JSON object a line.
        package let lines: [UInt8]
        /// Arguments of the next page; `nil` on the last.
        package let nextQuery: String?
    }

    private static let pageSize = 1_000
    private static let lastPage = 100_000

    private let filter: CellFilter
    private let page: Int
    private let arguments: [(name: String, value: String)]

    /// `value`: the value of an argument; `nil` when it is missing or empty.
    /// - Throws: ``WorkspaceError`` `usage` for a value that says nothing.
    package init(_ value: (String) -> String?) throws {
        let page = value("page").map { Int($0) } ?? 1
        guard let page, (1...Self.lastPage).contains(page) else {
            throw WorkspaceError(.usage, "page must be 1 to \(Self.lastPage)")
        }
        self.page = page
        let length = try value("length").map { name in
            guard let length = PeriodLength(rawValue: name), length != .week else {
                throw WorkspaceError(.usage, "length must be month, quarter, year or all")
            }
            return length
        }
        filter = CellFilter(brand: value("brand"), length: length, channel: value("channel"), measure: value("measure"))
        arguments = ["brand", "length", "channel", "measure"].compactMap { name in value(name).map { (name, $0) } }
        try CommentQuestion.demandBounds(of: arguments)
    }

    package func answer(in context: WorkspaceContext) throws -> Answer {
        let names = try context.voiceNames()
        let cells = try context.database.read { db in
            var filter = filter
            filter.brand = try filter.brand.map { name in
                guard let brand = try context.brand(named: name, in: db) else {
                    throw WorkspaceError(.unknownName, "no brand has the name \"\(name)\"")
                }
                return brand
            }
            filter.channel = try filter.channel.map { try names.stored(channel: $0, in: db) }
            return try CellTable.cells(of: filter, limit: Self.pageSize + 1, offset: (page - 1) * Self.pageSize, in: db)
        }
        let next = arguments + [("page", String(page + 1))]
        return Answer(
            lines: try cells.prefix(Self.pageSize).flatMap { try ResultJSON.line(of: Line($0, names)) },
            nextQuery: cells.count > Self.pageSize ? LiveVisit.query(next) : nil
        )
    }
}

/// A cell as a line, with the names of `koe export cells`.
private struct Line: Encodable {
    let brand: String
    let periodLength: String
    let period: String
    let channel: String
    let measure: String
    let n: Int
    let sum: Int
    let sumOfSquares: Int
    let strength: Double?
    let low: Double?
    let high: Double?
    let isSufficient: Bool

    init(_ cell: CellRow, _ names: VoiceNames) {
        brand = cell.brand
        periodLength = cell.period.length.rawValue
        period = cell.period.description
        channel = names.shown(cell.channel)
        measure = cell.measure
        n = cell.n
        sum = cell.sums.sum
        sumOfSquares = cell.sums.sumOfSquares
        let strength = Measures.Strength(cell)
        self.strength = strength?.value
        low = strength?.low
        high = strength?.high
        isSufficient = cell.isSufficient
    }
}
