import Ingestion

/// The brands an import looks for, and a hash that changes with them.
struct ImportBrands: Sendable {
    let directory: BrandDirectory
    let fingerprint: String
}
