package import Feedback

/// Bounds against hostile or broken input.
package struct ImportLimits: Hashable, Sendable {
    /// Longest row in bytes; a longer one becomes a problem and is passed over without being held.
    package var rowBytes = 16 << 20
    /// Deepest nesting of JSON.
    package var jsonDepth = 64
    /// Most columns of a table.
    package var columns = 4_096
    /// Longest page in bytes; a page is read as a whole.
    package var pageBytes = 32 << 20
    /// How much of a bad row is kept in its problem.
    package var problemBytes = 4_096

    package init() {}
}

/// What an import needs to know about the workspace and the source.
package struct ImportOptions: Sendable {
    /// Zone of the workspace, for times that never carry one.
    package var zone: Zone
    /// Name of the source for rows that name none; `nil` means the file's name without folder and extension.
    package var source: String?
    package var mapping: Mapping?
    package var kind: RowKind
    /// Encoding of the input; `nil` means it is found by looking.
    package var encoding: TextEncoding?
    package var brands: BrandDirectory
    /// Addresses and domains of the company, for mails without a mapping.
    package var own: [String] = []
    /// Whether rows that name no brand take it from their title or text, when these name exactly one.
    package var readsBrandFromText = false
    package var limits = ImportLimits()
    /// What is known of the rows of other inputs of the source, by the signature that they share with this one, so that
    /// all of them are read alike.
    package var pool: @Sendable (String) -> RowSketch? = { _ in nil }
    /// Rows that a person has taken out for good.
    package var dropped = DroppedRows.none
    /// The zone of a name such as `Asia/Tokyo`; `nil` when there is none.
    package var resolveZone: @Sendable (String) -> Zone?
    /// A hash of bytes, by which rows are told apart and from which ids are made for those that have none.
    package var contentHash: @Sendable (UnsafeRawBufferPointer) -> RowDigest

    package init(
        zone: Zone,
        source: String? = nil,
        mapping: Mapping? = nil,
        kind: RowKind = .auto,
        encoding: TextEncoding? = nil,
        brands: BrandDirectory = BrandDirectory(),
        resolveZone: @escaping @Sendable (String) -> Zone? = { $0 == "UTC" ? .utc : nil },
        contentHash: @escaping @Sendable (UnsafeRawBufferPointer) -> RowDigest
    ) {
        self.zone = zone
        self.source = source
        self.mapping = mapping
        self.kind = kind
        self.encoding = encoding
        self.brands = brands
        self.resolveZone = resolveZone
        self.contentHash = contentHash
    }

    /// Id of a row that has none: a hash over its parts, in their order.
    ///
    /// The parts are told apart by their lengths, so that no two lists of parts share an id by shifting text.
    func derivedID(_ parts: [String]) -> String {
        var bytes: [UInt8] = []
        for part in parts {
            bytes.append(contentsOf: "\(part.utf8.count):".utf8)
            bytes.append(contentsOf: part.utf8)
        }
        return bytes.withUnsafeBytes(contentHash).id
    }

    /// Name of the source for an input.
    func sourceName(file: String) -> String {
        if let source { return source }
        let name = file.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
            return name.isEmpty ? "input" : String(name)
        }
        return String(name[..<dot])
    }
}
