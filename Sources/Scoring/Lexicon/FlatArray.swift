/// A read-only array of plain values outside reference counting, for loops that run once a word.
///
/// `@unchecked Sendable`: nothing is written after `init`. The owner calls `deallocate` once; `Lexicon` owns all.
struct FlatArray<Element>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ array: [Element]) {
        count = array.count
        base = UnsafeMutablePointer.allocate(capacity: max(array.count, 1))
        for (place, element) in array.enumerated() { (base + place).initialize(to: element) }
    }

    func deallocate() {
        base.deinitialize(count: count)
        base.deallocate()
    }

    @inline(__always)
    subscript(place: Int) -> Element {
        assert(place >= 0 && place < count)
        return base[place]
    }

    @inline(__always)
    subscript(place: Int32) -> Element { self[Int(place)] }
}
