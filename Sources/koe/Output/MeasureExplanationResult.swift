import Answers
import Feedback

/// A measure led back to its voices, for a terminal.
struct MeasureExplanationResult: CommandResult {
    let explanation: MeasureExplanation
    let limit: Int

    func encode(to encoder: any Encoder) throws {
        try explanation.encode(to: encoder)
    }

    var text: String {
        "\(explanation.brand), \(explanation.period)\n\n"
            + side(explanation.support, title: "support strength S") + "\n\n"
            + side(explanation.brandSide, title: "brand strength B")
    }

    private func side(_ side: MeasureExplanation.Side, title: String) -> String {
        guard let strength = side.strength else { return "\(title): no voice says anything of it" }
        let shown = limit > 0 ? min(limit, side.n) : side.n
        let ordered = side.contributions.sorted {
            (abs($0.basisPoints), $1.voice) > (abs($1.basisPoints), $0.voice)
        }
        var lines = [
            """
            \(title) = 50 × (1 + \(side.sum) / (10000 × \(side.n))) = \(NumberText.tenths(strength))\
            \(side.isSufficient ? "" : " — insufficient: too few voices")
            """
        ]
        for contribution in ordered.prefix(shown) {
            lines.append(
                "\(signed(contribution.basisPoints).leftPadded(to: 7))  \(contribution.voice)  (\(contribution.basis))"
            )
            for sentence in contribution.sentences {
                let sign = sentence.polarity > 0 ? "+" : sentence.polarity < 0 ? "−" : "·"
                lines.append("           \(sign) \(sentence.name): \(sentence.words)  ← \(sentence.comment)")
            }
        }
        if shown < side.n {
            let rest = ordered.dropFirst(shown).reduce(0) { $0 + $1.basisPoints }
            lines.append("\(signed(rest).leftPadded(to: 7))  from \(side.n - shown) more voices (--limit 0 shows all)")
        }
        lines.append("\(signed(side.sum).leftPadded(to: 7))  sum over \(side.n) voices")
        return lines.joined(separator: "\n")
    }

    private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
}

extension String {
    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
