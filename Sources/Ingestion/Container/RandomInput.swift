/// An input whose bytes can be read at any place, as the directory at the end of an archive needs it.
package struct RandomInput {
    /// In bytes.
    package let size: Int
    private let read: (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// - Parameters:
    ///   - size: Of the whole input, in bytes.
    ///   - read: Gives at most so many bytes from an offset on; none at the end.
    package init(size: Int, read: @escaping (_ offset: Int, _ count: Int) throws -> [UInt8]) {
        self.size = size
        self.read = read
    }

    /// An input at hand.
    package init(bytes: [UInt8]) {
        self.init(size: bytes.count) { offset, count in
            offset < bytes.count ? Array(bytes[offset..<min(bytes.count, offset + count)]) : []
        }
    }

    /// At most so many bytes from an offset on; none at the end.
    package func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= 0, offset < size else { return [] }
        return try read(offset, count)
    }
}
