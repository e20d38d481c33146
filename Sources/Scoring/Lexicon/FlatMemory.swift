/// A block of plain values that arrays lie in, so that compiled lists are written and read as one run of bytes.
package final class FlatMemory: Sendable {
    /// Where values may begin: a multiple of a cache line.
    package static let alignment = 64

    private nonisolated(unsafe) let block: UnsafeMutableRawBufferPointer  // Shared safely: only `init` writes it.

    /// Makes a block, and fills it.
    ///
    /// - Parameters:
    ///   - byteCount: its size.
    ///   - fill: is given the block, of unknown content.
    /// - Throws: what `fill` throws.
    package init(byteCount: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws -> Void) rethrows {
        block = .allocate(byteCount: byteCount, alignment: Self.alignment)
        do {
            try fill(block)
        } catch {
            block.deallocate()
            throw error
        }
    }

    deinit { block.deallocate() }

    /// What lies in the block, valid while the block is kept.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(block) }
}

extension FlatMemory {
    /// A block of what is written to it.
    convenience init(_ write: (inout FlatWriter) -> Void) {
        var writer = FlatWriter()
        write(&writer)
        self.init(byteCount: writer.bytes.count) { $0.copyBytes(from: writer.bytes) }
    }

    /// Reads what the same program has just written.
    func readOwn<Value>(_ read: (inout FlatReader) throws(FlatReader.Damaged) -> Value) -> Value {
        var reader = FlatReader(bytes)
        do throws(FlatReader.Damaged) {
            return try read(&reader)
        } catch {
            preconditionFailure("what was just written cannot be read")
        }
    }
}
