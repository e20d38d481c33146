/// Something in a text that may be a case or order number.
struct NumberMention: Hashable, Sendable {
    enum Extent: Int, Hashable, Sendable {
        /// A whole run of letters, digits and joining marks.
        case whole
        /// Several such runs with single spaces between.
        case spaced
        /// A part of a run.
        case part
        /// Four digits that the text calls the last ones of a number.
        case tail
    }

    let form: NumberForm
    let extent: Extent
    let digits: DigitCounts

    init(form: NumberForm, extent: Extent) {
        (self.form, self.extent) = (form, extent)
        digits = DigitCounts(of: form)
    }
}

/// Finds runs that may be numbers; which of them are, the index of known numbers decides.
enum NumberScanner {
    private struct Run {
        var range: Range<Int>
        var digits: Int
    }

    /// Mentions in the order of the text; at most 24, for a text full of figures names no case.
    static func mentions(in text: FoldedText) -> [NumberMention] {
        let scalars = SpokenDigits.written(text.scalars)
        guard scalars.contains(where: { NumberForm.digit($0) != nil }) else { return [] }
        let runs = runs(in: scalars)
        var mentions: [NumberMention] = []
        for (position, run) in runs.enumerated() where run.digits > 0 {
            guard mentions.count < mentionLimit else { break }
            mentions += self.mentions(of: run, in: scalars)
            mentions += spaced(runs, from: position, in: scalars)
        }
        return mentions
    }

    /// Joined runs: letters, digits and kanji digits, with a single `-`, `/`, `.` or `_` allowed inside.
    private static func runs(in scalars: [UInt32]) -> [Run] {
        var runs: [Run] = []
        var start: Int?
        var digits = 0
        for position in 0...scalars.count {
            let value = position < scalars.count ? scalars[position] : 0x20
            let next = position + 1 < scalars.count ? scalars[position + 1] : 0x20
            if isCharacter(value) || (start != nil && isJoint(value) && isCharacter(next)) {
                if start == nil { start = position }
                if NumberForm.digit(value) != nil { digits += 1 }
            } else if let first = start {
                runs.append(Run(range: first..<position, digits: digits))
                start = nil
                digits = 0
            }
        }
        return runs
    }

    private static func mentions(of run: Run, in scalars: [UInt32]) -> [NumberMention] {
        let slice = scalars[run.range]
        var mentions: [NumberMention] = []
        guard run.digits >= 3 || NumberForm.isCode(letters: run.range.count - run.digits, digits: run.digits),
            run.range.count <= longestRun
        else { return [] }
        if let form = NumberForm(slice) { mentions.append(NumberMention(form: form, extent: .whole)) }
        if run.digits == 4, isTailCued(run, in: scalars), let form = NumberForm(slice) {
            mentions.append(NumberMention(form: form, extent: .tail))
        }
        if !isTelephone(slice) { mentions += parts(of: slice) }
        if let prefixed = prefixed(run, in: scalars) { mentions.append(prefixed) }
        return mentions
    }

    private static func parts(of slice: ArraySlice<UInt32>) -> [NumberMention] {
        let pieces = slice.split(whereSeparator: isJoint)
        guard pieces.count > 1, pieces.count <= 5 else { return [] }
        var parts: [NumberMention] = []
        for first in pieces.indices {
            for last in first..<pieces.count where last - first < pieces.count - 1 {
                let part = slice[pieces[first].startIndex..<pieces[last].endIndex]
                guard let form = NumberForm(part), form.digitCount >= 5 else { continue }
                parts.append(NumberMention(form: form, extent: .part))
            }
        }
        return parts
    }

    /// `CS 2021 00045`: this run with one or two neighbours after single spaces, and a short word of letters before.
    private static func spaced(_ runs: [Run], from position: Int, in scalars: [UInt32]) -> [NumberMention] {
        var mentions: [NumberMention] = []
        func add(_ range: Range<Int>) {
            guard range.count <= longestRun, let form = NumberForm(scalars[range]), form.digitCount >= 4 else { return }
            mentions.append(NumberMention(form: form, extent: .spaced))
        }
        var start = runs[position].range.lowerBound
        if position > 0, isSpaced(runs[position - 1], runs[position], scalars) {
            let before = runs[position - 1]
            if before.digits > 0 { return [] }
            if before.range.count <= 4 {
                start = before.range.lowerBound
                add(start..<runs[position].range.upperBound)
            }
        }
        var last = position
        while last + 1 < runs.count, last - position < 3, runs[last + 1].digits > 0,
            isSpaced(runs[last], runs[last + 1], scalars)
        {
            last += 1
            add(runs[position].range.lowerBound..<runs[last].range.upperBound)
            if start != runs[position].range.lowerBound { add(start..<runs[last].range.upperBound) }
        }
        return mentions
    }

    private static func isSpaced(_ left: Run, _ right: Run, _ scalars: [UInt32]) -> Bool {
        right.range.lowerBound - left.range.upperBound == 1 && scalars[left.range.upperBound] == 0x20
    }

    /// The run with one kana or kanji right before it: `サ-12345`.
    private static func prefixed(_ run: Run, in scalars: [UInt32]) -> NumberMention? {
        var position = run.range.lowerBound - 1
        if position >= 1, isJoint(scalars[position]) { position -= 1 }
        guard position >= 0, ScalarClass.isKana(scalars[position]) || ScalarClass.isKanji(scalars[position]),
            let form = NumberForm(scalars[position..<run.range.upperBound]), form.digitCount >= 4
        else { return nil }
        return NumberMention(form: form, extent: .whole)
    }

    private static func isTelephone(_ slice: ArraySlice<UInt32>) -> Bool {
        let digits = slice.filter(ScalarClass.isDigit).count
        return (digits == 10 || digits == 11) && slice.first == 0x30 && slice.contains(where: isJoint)
    }

    /// Whether words near four digits call them the end of a number.
    private static func isTailCued(_ run: Run, in scalars: [UInt32]) -> Bool {
        let before = Array(scalars[max(0, run.range.lowerBound - 16)..<run.range.lowerBound])
        let after = Array(scalars[run.range.upperBound..<min(scalars.count, run.range.upperBound + 8)])
        return tailCuesBefore.contains { before.holds($0) } || tailCuesAfter.contains { after.holds($0) }
    }

    private static func isCharacter(_ value: UInt32) -> Bool {
        ScalarClass.isDigit(value) || ScalarClass.isLatin(value) || (value >= 0x3007 && NumberForm.digit(value) != nil)
    }

    /// A mark that joins parts of a number; the long-vowel sign is often typed for a dash.
    private static func isJoint(_ value: UInt32) -> Bool {
        value == 0x2D || value == 0x2F || value == 0x2E || value == 0x5F || value == 0x30FC || value == 0xB7
    }

    private static let mentionLimit = 24
    private static let longestRun = 32
    private static let tailCuesBefore = [
        "下4", "下四", "末尾", "最後", "末4", "ending", "ends in", "ends with", "end in", "last four", "last 4", "final four",
        "finishing", "finishes", "last digits",
    ]
    .map { Array($0.unicodeScalars.map(\.value)) }
    private static let tailCuesAfter = ["で終わ", "が最後", "が末尾"].map { Array($0.unicodeScalars.map(\.value)) }
}
