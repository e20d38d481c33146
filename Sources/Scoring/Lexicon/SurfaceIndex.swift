/// Surfaces that entries ask for as they stand, with their symbols.
struct SurfaceIndex: Sendable {
    private let surfaces: SymbolIndex
    private let symbols: FlatArray<Int32>

    static func write(_ surfaces: [(text: String, symbol: Int32)], to writer: inout FlatWriter) {
        var table = SymbolTable()
        for surface in surfaces { _ = table.intern(surface.text) }
        SymbolIndex.write(table, to: &writer)
        writer.write(surfaces.map(\.symbol))
    }

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        surfaces = try SymbolIndex(from: &reader)
        symbols = try reader.array()
    }

    /// Symbol of a surface, −1 when no entry asks for it.
    func symbol(of surface: UnsafeBufferPointer<UInt8>) -> Int32 {
        let found = surfaces.find(surface)
        return found < 0 ? -1 : symbols[found]
    }
}
