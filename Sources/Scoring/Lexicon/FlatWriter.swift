/// Writes arrays of plain values one behind the other, as `FlatReader` finds them.
///
/// Before each stand its count and the stride of its values, in eight bytes each. The bytes are those of this machine;
/// those that fill up a value between its fields mean nothing, and differ from one writing to the next.
struct FlatWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write<Element: BitwiseCopyable>(_ elements: [Element]) {
        pad()
        for number in [elements.count, MemoryLayout<Element>.stride] {
            withUnsafeBytes(of: UInt64(number)) { bytes.append(contentsOf: $0) }
        }
        pad()
        elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ number: Int32) { write([number]) }

    private mutating func pad() {
        let rest = bytes.count % FlatMemory.alignment
        if rest > 0 { bytes.append(contentsOf: repeatElement(0, count: FlatMemory.alignment - rest)) }
    }
}
