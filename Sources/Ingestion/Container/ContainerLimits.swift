/// Bounds against archives that are small and unpack to more than a machine holds.
package struct ContainerLimits: Hashable, Sendable {
    /// Most bytes that all members of one archive may unpack to.
    package var unpackedBytes = 16 << 30
    /// Most bytes that one byte of the archive may unpack to, once `freeBytes` are unpacked.
    package var ratio = 200
    /// So much is unpacked whatever the ratio.
    package var freeBytes = 64 << 20
    /// Most members of one archive.
    package var members = 10_000
    /// Most bytes of text that the cells of one workbook may share; they are held in memory.
    package var sharedText = 256 << 20
    /// Most archives within each other.
    package var depth = 3

    package init() {}
}

/// Counts what an archive unpacks to, against its bounds.
struct UnpackedCount {
    private let file: String
    private let packed: Int
    private let limits: ContainerLimits
    private var bytes = 0

    /// `packed`: size of the archive in bytes.
    init(file: String, packed: Int, limits: ContainerLimits) {
        self.file = file
        self.packed = packed
        self.limits = limits
    }

    mutating func add(_ count: Int) throws(IngestionError) {
        bytes += count
        let isBomb = bytes > limits.freeBytes && bytes / max(1, packed) > limits.ratio
        guard bytes > limits.unpackedBytes || isBomb else { return }
        let bound = isBomb ? "\(limits.ratio) times its size" : "\(limits.unpackedBytes) bytes"
        throw IngestionError(
            .unreadable,
            file: file,
            message: "unpacks to more than \(bound); if it is what it should be, unpack it and import the files"
        )
    }
}
