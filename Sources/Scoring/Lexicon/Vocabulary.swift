/// The words of one language that entries know: forms as they stand in texts, and the symbols entries are made of.
struct Vocabulary: Sendable {
    /// Spellings, or lemmas where a dictionary knows them.
    let forms: SymbolIndex
    /// What one form is, in one cache line with its neighbours.
    struct Form: BitwiseCopyable {
        var symbolStart: Int32 = 0
        var variantStart: Int32 = 0
        var symbolCount: UInt16 = 0
        /// How many of its symbols are the very same word; they come first.
        var sameCount: UInt16 = 0
        var variantCount: UInt16 = 0
        var classes: SymbolClasses = []
    }

    let records: FlatArray<Form>
    /// Symbols of all forms.
    let formSymbols: FlatArray<Int32>
    /// Forms that forms are read as; none for most.
    let variantForms: FlatArray<Int32>
    /// Stands for any number, −1 when no entry asks for one.
    let numberSymbol: Int32

    static func write(_ draft: VocabularyDraft, to writer: inout FlatWriter) {
        var symbols: [Int32] = []
        var variants: [Int32] = []
        var records: [Form] = []
        for form in 0..<draft.forms.count {
            let link = form < draft.links.count ? draft.links[form] : VocabularyDraft.Link()
            let readings = draft.variants[Int32(form)] ?? []
            records.append(
                Form(
                    symbolStart: Int32(symbols.count),
                    variantStart: Int32(variants.count),
                    symbolCount: UInt16(link.symbols.count),
                    sameCount: UInt16(link.same),
                    variantCount: UInt16(readings.count),
                    classes: link.symbols.reduce(into: []) { $0.formUnion(draft.symbolClasses[$1] ?? []) }
                )
            )
            symbols += link.symbols
            variants += readings
        }
        SymbolIndex.write(draft.forms, to: &writer)
        writer.write(records)
        writer.write(symbols)
        writer.write(variants)
        writer.write(draft.numberSymbol)
    }

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        forms = try SymbolIndex(from: &reader)
        records = try reader.array()
        formSymbols = try reader.array()
        variantForms = try reader.array()
        numberSymbol = try reader.number()
    }

    @inline(__always)
    func symbolRange(_ form: Int32) -> Range<Int> {
        let record = records[form]
        return Int(record.symbolStart)..<Int(record.symbolStart) + Int(record.symbolCount)
    }

    /// Classes of a form, none for −1.
    @inline(__always)
    func classes(_ form: Int32) -> SymbolClasses { form < 0 ? [] : records[form].classes }

    @inline(__always)
    func variantRange(_ form: Int32) -> Range<Int> {
        let record = records[form]
        return Int(record.variantStart)..<Int(record.variantStart) + Int(record.variantCount)
    }
}

/// A vocabulary while entries are being read.
struct VocabularyDraft {
    /// Symbols of one form.
    struct Link {
        var symbols: [Int32] = []
        /// How many of them are the very same word.
        var same: UInt8 = 0
    }

    /// What elements of entries are made of; `=word` is a symbol that stands for one spelling only.
    var symbols = SymbolTable()
    var forms = SymbolTable()
    /// Symbols of each form, those of the same word first.
    var links: [Link] = []
    /// Forms a form is read as.
    var variants: [Int32: [Int32]] = [:]
    var symbolClasses: [Int32: SymbolClasses] = [:]
    var numberSymbol: Int32 = -1
    /// Spellings that entries ask for as they stand, where forms are lemmas.
    var surfaces: [(text: String, symbol: Int32)] = []

    mutating func link(_ form: String, to symbol: Int32, isSame: Bool) {
        let number = Int(forms.intern(form))
        while links.count <= number { links.append(Link()) }
        guard !links[number].symbols.contains(symbol) else { return }
        links[number].symbols.append(symbol)
        if isSame { links[number].same += 1 }
    }
}
