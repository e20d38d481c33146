import Foundation
package import Ingestion
package import Store

extension Resources {
    /// The well-known brands, in the form that ``BrandName/list(table:)`` reads.
    package func brandTable() throws -> String {
        String(decoding: try Data(contentsOf: lexicons.appending(path: "brands.tsv")), as: UTF8.self)
    }
}

extension Settings {
    /// The workspace's brands, and behind them the well-known ones of a table.
    package func brandNames(before table: String) -> [BrandName] {
        let own = brands.map { BrandName($0.name, aliases: $0.aliases ?? []) }
        let names = Set(own.map(\.canonical))
        return own + BrandName.list(table: table).filter { !names.contains($0.canonical) }
    }
}

extension WorkspaceContext {
    /// The brand that somebody means who asks for a name.
    ///
    /// A name that stands in the data is taken as it is; else every name counts by which an import knows the brand, and
    /// the Japanese one that reports print, without regard to case and width.
    ///
    /// - Returns: The name that the brand has in the data; `nil` where no brand of the data or of the settings is meant.
    package func brand(named name: String, in db: StoreConnection) throws -> String? {
        if try CommentList.holds(brand: name, in: db) || VoiceTable.holds(brand: name, in: db) { return name }
        let stored = try CommentList.brands(in: db) + VoiceTable.brands(in: db)
        let japanese = settings.brands.compactMap { brand in
            brand.japaneseName.map { BrandName(brand.name, aliases: [$0]) }
        }
        let known = try settings.brandNames(before: resources.brandTable())
        let directory = BrandDirectory(known + japanese + stored.map { BrandName($0) })
        let meant = directory.canonical(name)
        // What was imported before the names were set may still stand under another of them.
        let found = stored.contains(meant) ? meant : stored.first { !$0.isEmpty && directory.canonical($0) == meant }
        return found ?? settings.brands.map(\.name).first { $0 == meant }
    }

    /// The same in a transaction of its own; the name itself where no brand has it.
    package func knownBrand(named name: String) throws -> String {
        try database.read { try brand(named: name, in: $0) } ?? name
    }

    /// The same for those who have to name one.
    ///
    /// - Throws: ``WorkspaceError`` `input`, with the brands that there are.
    package func demandedBrand(named name: String) throws -> String {
        try database.read { db in
            if let brand = try brand(named: name, in: db) { return brand }
            let known = try VoiceTable.brands(in: db)
            throw WorkspaceError(
                .input,
                "no brand has the name \"\(name)\"; brands with voices: \(known.isEmpty ? "none" : known.joined(separator: ", "))"
            )
        }
    }
}
