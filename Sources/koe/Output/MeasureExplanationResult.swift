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
        let parts = [
            "\(explanation.brand), \(explanation.period)",
            explanation.verdict.joined(separator: "\n"),
            side(explanation.support, title: "support strength S, all voices that have it"),
            side(explanation.brandSide, title: "brand strength B, all voices that have it"),
            compared,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// S, B and D over the voices that have both, and what each of them adds to D.
    private var compared: String {
        guard let compared = explanation.compared else { return "difference D: no voice has both S and B" }
        func strength(_ name: String, _ sum: Int, _ value: Double) -> String {
            "  \(name) = 50 × (1 + \(sum) / (10000 × \(compared.voices))) = \(NumberText.tenths(value))"
        }
        return """
            over the same \(compared.voices) voices, those that have both:
            \(strength("S", compared.supportSum, compared.support))
            \(strength("B", compared.brandSum, compared.brand))
              D = S − B = \(NumberText.tenths(compared.support)) − \(NumberText.tenths(compared.brand)) = \(NumberText.tenths(compared.difference))

            \(side(explanation.difference, title: "difference D before rounding", isDifference: true))
            """
    }

    private func side(_ side: MeasureExplanation.Side, title: String, isDifference: Bool = false) -> String {
        guard let strength = side.strength else { return "\(title): no voice says anything of it" }
        let share = "\(side.sum) / (10000 × \(side.n))"
        let formula = isDifference ? "50 × \(share)" : "50 × (1 + \(share))"
        let few = side.isSufficient ? "" : " — insufficient: too few voices"
        return (["\(title) = \(formula) = \(NumberText.tenths(strength))\(few)"] + contributions(of: side))
            .joined(separator: "\n")
    }

    /// The largest contributions with their sentences, and the sum of all.
    private func contributions(of side: MeasureExplanation.Side) -> [String] {
        let all = side.contributions.count
        let shown = limit > 0 ? min(limit, all) : all
        let ordered = side.contributions.sorted {
            (abs($0.basisPoints), $1.voice) > (abs($1.basisPoints), $0.voice)
        }
        var lines: [String] = []
        for contribution in ordered.prefix(shown) {
            lines.append(
                "\(signed(contribution.basisPoints).leftPadded(to: 7))  \(contribution.voice)  (\(contribution.basis))"
            )
            for sentence in contribution.sentences {
                let sign = sentence.polarity > 0 ? "+" : sentence.polarity < 0 ? "−" : "·"
                lines.append("           \(sign) \(sentence.name): \(sentence.words)  ← \(sentence.comment)")
            }
        }
        if shown < all {
            let rest = ordered.dropFirst(shown).reduce(0) { $0 + $1.basisPoints }
            lines.append("\(signed(rest).leftPadded(to: 7))  from \(all - shown) more voices (--limit 0 shows all)")
        }
        if let sealed = side.sealed {
            lines.append(
                "\(signed(sealed.sum).leftPadded(to: 7))  from \(sealed.voices) sealed voices, whose words were erased"
            )
        }
        return lines + ["\(signed(side.sum).leftPadded(to: 7))  sum over \(side.n) voices"]
    }

    private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
}

extension String {
    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
