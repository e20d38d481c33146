import Feedback
import Flags
import Measures
import Store

/// Keeps what voices add to the sums of versions and to the series of products when the comments behind them go.
///
/// Under the same rule as the cells of ``VoiceSeal``.
struct SubjectSeal {
    private struct Product: Hashable {
        let brand: String
        let name: String
    }

    private let versions: [String: [VersionSum]]
    private let products: [Product: [CellKey: Cell]]

    /// `voices`: those one of whose comments goes, as they stand before.
    init(of voices: [VoiceRow], in db: StoreConnection) throws {
        let brands = Set(voices.map(\.brand)).sorted()
        let named = Set(voices.compactMap { voice in voice.product.map { Product(brand: voice.brand, name: $0) } })
        versions = try Dictionary(uniqueKeysWithValues: brands.map { ($0, try VersionTable.voices(of: $0, in: db)) })
        products = try Dictionary(
            uniqueKeysWithValues: named.map { ($0, try ProductCells.voices(of: $0.name, brand: $0.brand, in: db)) }
        )
    }

    /// Puts what went back as sums, once voices are made without it.
    func close(in db: StoreConnection) throws {
        for (brand, before) in versions.sorted(by: { $0.key < $1.key }) {
            let after = try VersionTable.voices(of: brand, in: db)
            let sealed = try VersionTable.sealed(of: brand, in: db)
            for sum in before {
                let share = sum.beside(after.first { $0.isOfSameVersion(as: sum) })
                let earlier = sealed.first { $0.isOfSameVersion(as: sum) }
                // Words that are left may count as more voices than before: then they stand for themselves.
                guard share.voices > 0, share.n >= 0, share.customers >= 0,
                    VoiceSeal.hides(sum.n + (earlier?.n ?? 0), of: sum.customers + (earlier?.customers ?? 0))
                else { continue }
                try VersionTable.seal(share, in: db)
            }
        }
        for (product, before) in products.sorted(by: { ($0.key.brand, $0.key.name) < ($1.key.brand, $1.key.name) }) {
            try close(product, before, in: db)
        }
    }

    private func close(_ product: Product, _ before: [CellKey: Cell], in db: StoreConnection) throws {
        let after = try ProductCells.voices(of: product.name, brand: product.brand, in: db)
        let rows = try SealedProductTable.cells(of: product.name, brand: product.brand, in: db)
        let sealed = Dictionary(rows.compactMap(KeyedCell.init).map { ($0.key, $0.cell) }) { first, _ in first }
        for (key, cell) in before.sorted(by: { $0.key < $1.key }) {
            var (share, whole) = (cell, cell)
            share.remove(after[key] ?? Cell())
            whole.merge(sealed[key] ?? Cell())
            guard share != Cell(), share.n >= 0, share.customers >= 0, VoiceSeal.hides(whole.n, of: whole.customers)
            else { continue }
            let row = CellRow(KeyedCell(key: key, cell: share), minimumVoices: 1)
            try SealedProductTable.add(row, product: product.name, in: db)
        }
    }
}
