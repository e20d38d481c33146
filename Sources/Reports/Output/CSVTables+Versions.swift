extension CSVTables {
    /// Versions that voices name, each against the one before.
    var versions: CSVTable {
        table("versions", Self.versionColumns + ["change", "change_low", "change_high"]) { brand in
            brand.versions.map { Self.cells($0) + Self.cells($0.change) }
        }
    }

    /// Versions around changes.
    var flagVersions: CSVTable {
        table("flag-versions", ["flag", "first_named"] + Self.versionColumns) { brand in
            (brand.flags + brand.improvements).flatMap { flag in
                flag.releases.flatMap(\.versions).map {
                    [.text(flag.id), .optional($0.place?.rawValue)] + Self.cells($0)
                }
            }
        }
    }

    private static let versionColumns = ["product", "version", "first_day", "last_day"] + strengthColumns("support")

    private static func cells(_ row: VersionRow) -> [CSVTable.Cell] {
        [.optional(row.product), .text(row.version), .text(row.firstDay), .text(row.lastDay)] + cells(row.strength)
    }
}
