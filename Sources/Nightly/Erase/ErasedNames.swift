import Reports
import Store

/// Tells whether a note names somebody who is erased.
struct ErasedNames {
    private let marks: ErasedMarks
    private let masking: Masking
    private let hiding: Masking

    /// `masking`: what is hidden in every output, as the settings say.
    init(_ marks: ErasedMarks, masking: Masking) {
        var marks = marks
        // Of the ids, those that are an address or a number of the person name them too.
        marks.names.formUnion(marks.ids.map(\.id).filter(masking.isPersonal(id:)))
        self.marks = marks
        self.masking = masking
        hiding = masking.hiding(marks.names.sorted())
    }

    func isHeld(by text: String) -> Bool { marks.isNamed(in: text) || hiding.masked(text) != masking.masked(text) }
}
