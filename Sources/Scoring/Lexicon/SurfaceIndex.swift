/// Surfaces that entries ask for as they stand, with their symbols.
struct SurfaceIndex: Sendable {
    private let surfaces: SymbolIndex
    private let symbols: FlatArray<Int32>

    /// - Returns: `nil` when no entry asks for one.
    init?(_ surfaces: [(text: String, symbol: Int32)]) {
        if surfaces.isEmpty { return nil }
        var table = SymbolTable()
        for surface in surfaces { _ = table.intern(surface.text) }
        self.surfaces = SymbolIndex(table)
        symbols = FlatArray(surfaces.map(\.symbol))
    }

    func deallocate() {
        surfaces.deallocate()
        symbols.deallocate()
    }

    /// Symbol of a surface, −1 when no entry asks for it.
    func symbol(of surface: UnsafeBufferPointer<UInt8>) -> Int32 {
        let found = surfaces.find(surface)
        return found < 0 ? -1 : symbols[found]
    }
}
