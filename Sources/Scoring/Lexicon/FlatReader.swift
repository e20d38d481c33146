/// Finds the arrays that a `FlatWriter` has written, in their order.
struct FlatReader {
    /// The bytes are not what was written.
    struct Damaged: Error {}

    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    /// `bytes` must be aligned as a `FlatMemory` is, and outlive the arrays.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func array<Element: BitwiseCopyable>() throws(Damaged) -> FlatArray<Element> {
        align()
        let count = try word()
        let stride = try word()
        align()
        guard stride == MemoryLayout<Element>.stride, count >= 0, place <= bytes.count,
            count <= (bytes.count - place) / stride, let base = bytes.baseAddress
        else { throw Damaged() }
        let elements = (base + place).assumingMemoryBound(to: Element.self)
        place += count * stride
        return FlatArray(base: elements, count: count)
    }

    mutating func number() throws(Damaged) -> Int32 {
        let numbers: FlatArray<Int32> = try array()
        guard numbers.count == 1 else { throw Damaged() }
        return numbers[0]
    }

    private mutating func word() throws(Damaged) -> Int {
        guard place <= bytes.count - 8 else { throw Damaged() }
        defer { place += 8 }
        return Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    private mutating func align() {
        place = (place + FlatMemory.alignment - 1) / FlatMemory.alignment * FlatMemory.alignment
    }
}
