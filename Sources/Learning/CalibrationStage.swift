import Feedback
import Foundation
import Scoring
import Store
package import Workspace

/// Maps valence to the rating scale of each source, language and instrument, from the workspace's rated comments.
package struct CalibrationStage: Sendable {
    /// One group of comments and its curve.
    package struct Group: Encodable, Sendable {
        package let source: String
        package let language: String
        /// The source's scale, such as `1..5`.
        package let instrument: String
        package let comments: Int
        /// Mean distance from the rating on comments held out, in points of the scale.
        package let error: Double
        /// The same for the mean rating alone.
        package let baseline: Double
        /// Valences, in thousandths, below which ratings are low and from which they are high.
        package let lowBelow: Int
        package let highFrom: Int
        /// Macro-F1 of low, middle and high ratings with borders at ±50, and, held out, with these.
        package let macroF1Before: Double
        package let macroF1After: Double
        package let knots: [Knot]
    }

    /// A point of a curve: valence in thousandths, rating in thousandths of a point.
    package struct Knot: Encodable, Sendable {
        package let valence: Int
        package let rating: Int
    }

    /// Comments of a group below which no curve is fitted.
    package static let leastComments = 30
    /// Name of the file in the workspace.
    package static let fileName = "calibration.tsv"

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    private struct GroupName: Hashable {
        let source: String
        let language: String
        let scale: RatingScale

        var sortKey: (String, String, Int, Int) { (source, language, scale.low, scale.high) }
    }

    /// Fits every group with enough comments.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is none.
    package func run() throws -> [Group] {
        let names = try context.voiceNames()
        let comments = try context.database.read { try LearningQueries.ratedComments(source: nil, in: $0) }
        var groups: [GroupName: [Calibration.Point]] = [:]
        for comment in comments {
            guard let valence = comment.valence, let language = comment.scoredLanguage else { continue }
            let name = GroupName(source: comment.source, language: language, scale: comment.rating.scale)
            groups[name, default: []].append(
                (comment.key, valence, comment.rating.thousandths, RatedTexts.label(of: comment.rating))
            )
        }
        let usable = groups.filter { $0.value.count >= Self.leastComments }
        if usable.isEmpty {
            throw WorkspaceError(
                .input,
                "no source has \(Self.leastComments) comments with a rating and a score; import more, or run koe score"
            )
        }
        return usable.sorted { $0.key.sortKey < $1.key.sortKey }.map { name, points in
            let calibration = Calibration(points)
            return Group(
                source: names.shown(name.source),
                language: name.language,
                instrument: "\(name.scale.low)..\(name.scale.high)",
                comments: calibration.count,
                error: calibration.error,
                baseline: calibration.baseline,
                lowBelow: calibration.borders.lower,
                highFrom: calibration.borders.upper,
                macroF1Before: calibration.agreementBefore.macroF1,
                macroF1After: calibration.agreementAfter.macroF1,
                knots: calibration.fit.knots.map { Knot(valence: $0.x, rating: Int($0.y.rounded())) }
            )
        }
    }

    /// Writes the curves into the workspace, one point a row.
    package func store(_ groups: [Group]) throws {
        var lines = ["source\tlanguage\tinstrument\tvalence\trating\tcomments\terror\tlowBelow\thighFrom"]
        for group in groups {
            for knot in group.knots {
                lines.append(
                    """
                    \(group.source)\t\(group.language)\t\(group.instrument)\t\(knot.valence)\t\(knot.rating)\t\
                    \(group.comments)\t\(LearningProposal.thousandths(group.error))\t\(group.lowBelow)\t\(group.highFrom)
                    """
                )
            }
        }
        let file = context.workspace.directory.appending(path: Self.fileName)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file, options: .atomic)
    }
}
