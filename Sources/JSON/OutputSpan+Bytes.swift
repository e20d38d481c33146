extension OutputSpan<UInt8> {
    /// Appends bytes, for which there must be room.
    @inline(__always)
    mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
        guard let source = other.baseAddress else { return }
        unsafe withUnsafeMutableBufferPointer { buffer, count in
            guard let target = buffer.baseAddress else { return }
            precondition(other.count <= buffer.count - count, "there is no room for the bytes")
            unsafe (target + count).initialize(from: source, count: other.count)
            count += other.count
        }
    }
}
