/// A read-only array of plain values outside reference counting, for loops that run once a word.
///
/// It lies in a `FlatMemory`, whose owner keeps it alive.
struct FlatArray<Element: BitwiseCopyable & Sendable>: Sendable {
    private nonisolated(unsafe) let base: UnsafePointer<Element>  // Shared safely: written before, and never after.
    let count: Int

    init(base: UnsafePointer<Element>, count: Int) {
        self.base = base
        self.count = count
    }

    @inline(__always)
    subscript(place: Int) -> Element {
        assert(place >= 0 && place < count)
        return base[place]
    }

    @inline(__always)
    subscript(place: Int32) -> Element { self[Int(place)] }

    /// Where an element lies, for large ones of which a part is looked at.
    @inline(__always)
    func pointer(to place: Int32) -> UnsafePointer<Element> {
        assert(place >= 0 && place < count)
        return base + Int(place)
    }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: base, count: count)[range])
    }
}
