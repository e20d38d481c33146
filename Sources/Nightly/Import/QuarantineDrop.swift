import Ingestion
package import Store
package import Workspace

/// Takes rows out of quarantine for good: they stay out when their inputs are read anew.
package enum QuarantineDrop {
    package static func run(_ rows: [QuarantinedRow], in context: WorkspaceContext) throws {
        try context.database.write { db in
            for row in rows { try DroppedRowTable.add(digest(of: row), of: row, in: db) }
            try QuarantineTable.drop(rows.map(\.id), in: db)
        }
    }

    private static func digest(of row: QuarantinedRow) -> DroppedRowTable.Digest {
        DroppedRowTable.Digest(DroppedRows.digest(of: row.raw, ImportPlan.contentHash))
    }
}

extension DroppedRowTable.Digest {
    init(_ digest: RowDigest) {
        self.init(high: Int64(bitPattern: digest.high), low: Int64(bitPattern: digest.low))
    }
}

extension RowDigest {
    init(_ digest: DroppedRowTable.Digest) {
        self.init(high: UInt64(bitPattern: digest.high), low: UInt64(bitPattern: digest.low))
    }
}
