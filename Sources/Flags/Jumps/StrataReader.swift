import Feedback
package import Measures
package import Store
import Workspace

/// Reads the voices of two periods from the database, by channel and source.
package struct StrataReader {
    package let polarity: AttributionQueries.Polarity
    package let db: StoreConnection

    package init(polarity: AttributionQueries.Polarity, db: StoreConnection) {
        self.polarity = polarity
        self.db = db
    }

    package func sides(of question: JumpQuestion) throws -> JumpAttribution.Sides {
        JumpAttribution.Sides(
            before: try cells(of: question, question.before),
            after: try cells(of: question, question.after)
        )
    }

    private func cells(
        of question: JumpQuestion,
        _ months: ClosedRange<String>
    ) throws -> [JumpAttribution.Stratum: Cell] {
        var cells: [JumpAttribution.Stratum: Cell] = [:]
        try AttributionQueries.forEachSum(
            of: question.brand,
            polarity,
            channel: question.channel,
            product: question.product,
            months: months,
            in: db
        ) { place, sum in
            let stratum = JumpAttribution.Stratum(channel: place.channel, source: place.source, basis: place.basis)
            cells[stratum, default: Cell()]
                .merge(Cell(ofCustomer: sum.voices, sum: sum.sum, sumOfSquares: sum.sumOfSquares))
        }
        return cells
    }
}

extension JumpAttribution.Stratum {
    /// `basis`: empty unless ratings, signals and words are told apart.
    package init(channel: String, source: String, basis: String) {
        self.init(channel: channel, instrument: basis.isEmpty ? source : "\(source) (\(basis))")
    }
}

extension AttributionQueries.Polarity {
    /// - Throws: ``WorkspaceError`` `usage` for a measure that is no polarity of voices.
    package init(measure: String) throws {
        switch MeasureID(rawValue: measure) {
        case .support: self = .support
        case .brand: self = .brand
        case .facet(let facet): self = .facet(facet.rawValue)
        default:
            let facets = Facet.allCases.map { "facet.\($0.rawValue)" }.joined(separator: ", ")
            throw WorkspaceError(.usage, "cannot attribute \"\(measure)\"; the measures are support, brand, \(facets)")
        }
    }
}
