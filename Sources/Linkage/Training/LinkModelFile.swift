/// A model as people read and change it: a row for each weight that differs from the shipped one, or was counted.
package enum LinkModelFile {
    /// Farthest a weight may be from nothing, in thousandths of a bit.
    package static let most = 20_000

    /// Writes what was learnt.
    ///
    /// `cases`, `days`: steps of the case table, whose frequencies were counted then.
    package static func text(of training: LinkTraining, cases: Int, days: Int) -> String {
        let (before, after) = (training.before, training.after)
        var lines = [
            "# weights of the linker, learnt from \(training.comments) comments, \(training.decisions) decided by people",
            "# frequencies of about \(cases) cases over about \(days) days, and of pairs taken at random",
            "# on comments held out: \(before.right) right, \(before.wrong) wrong, \(before.missed) missed with the model "
                + "in use; \(after.right), \(after.wrong), \(after.missed) with one learnt from the others",
            "# thousandths of a bit; remove or change rows as you see fit, then: koe link accept FILE",
            header,
        ]
        for weight in LinkWeight.allCases {
            let pairs = (training.pairs[weight] ?? 0) / LinkTrainer.whole
            let chance = training.random.chance(of: weight).map { $0.count * LinkTrainer.whole / $0.compared }
            lines.append(
                [
                    weight.rawValue, "\(training.learnt[weight])", "\(training.base[weight])", "\(pairs)",
                    weight.hasOwnFrequency ? "" : chance.map { "\($0)" } ?? "",
                ].joined(separator: "\t")
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a model: the shipped one with the weights of the rows.
    ///
    /// `version`: what the model is called from then on.
    ///
    /// - Throws: ``LinkageError`` with the line of a row that names no weight, names one twice, or holds no number within
    ///   ``most``.
    package static func model(_ bytes: [UInt8], version: String) throws(LinkageError) -> (model: LinkModel, rows: Int) {
        var model = LinkModel.standard
        var seen: Set<LinkWeight> = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let columns = String(decoding: line, as: UTF8.self).split(
                separator: "\t",
                omittingEmptySubsequences: false
            ).map { $0.filter { $0 != "\r" } }
            guard let first = columns.first, !first.isEmpty, !first.hasPrefix("#"), first != "weight" else { continue }
            guard let weight = LinkWeight(rawValue: first), columns.count >= 2, let value = Int(columns[1]),
                abs(value) <= most, seen.insert(weight).inserted
            else { throw LinkageError(code: .malformedWeightRow, line: index + 1) }
            model[weight] = value
        }
        model.version = version
        return (model, seen.count)
    }

    private static let header = "weight\tmilliBits\tinUse\tpairs\tchance"
}
