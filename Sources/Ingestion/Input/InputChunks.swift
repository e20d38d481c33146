/// An input as a pull of byte chunks: memory stays constant whatever its length.
package struct InputChunks {
    private let pull: () throws -> [UInt8]?

    /// - Parameter pull: Gives the next bytes, of any length (64 KB to 1 MB are good), and `nil` at the end.
    package init(_ pull: @escaping () throws -> [UInt8]?) {
        self.pull = pull
    }

    /// The whole input at hand, cut in chunks.
    package init(bytes: [UInt8], chunkSize: Int = 65_536) {
        var start = 0
        self.init {
            guard start < bytes.count else { return nil }
            let end = min(start + max(1, chunkSize), bytes.count)
            defer { start = end }
            return Array(bytes[start..<end])
        }
    }

    /// The next bytes; `nil` at the end.
    ///
    /// `file`: name of the input, for the error.
    /// - Throws: `readFailed` when the pull failed, or the pull's own `IngestionError`.
    package func next(file: String) throws(IngestionError) -> [UInt8]? {
        do {
            return try pull()
        } catch let error as IngestionError {
            throw error
        } catch {
            throw IngestionError(.readFailed, file: file, message: "could not be read: \(error)")
        }
    }
}
