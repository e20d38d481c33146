/// What can go wrong when the data files of the linker are read.
package struct LinkageError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case malformedNameRow, malformedWeightRow
    }

    package let code: Code
    /// Line of the file, counted from 1.
    package let line: Int

    init(code: Code, line: Int) {
        self.code = code
        self.line = line
    }

    package var description: String {
        switch code {
        case .malformedNameRow:
            "line \(line) of the name table is not term, surname or given, and readings in kana: correct the row"
        case .malformedWeightRow:
            "line \(line) is not a weight that is learnt, once, and whole thousandths of a bit within "
                + "±\(LinkModelFile.most): correct the row"
        }
    }
}
