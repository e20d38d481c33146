/// A piece with its spoken forms written out, and the way back.
struct SpokenText {
    private(set) var bytes: [UInt8] = []
    /// Place in the piece for each byte, and one end more.
    private(set) var places: [Int] = []

    /// `edits`: in their order, none over another.
    init(_ piece: UnsafeBufferPointer<UInt8>, _ edits: [SpokenForms.Edit]) {
        var place = 0
        for edit in edits where edit.start >= place {
            copy(piece, place..<edit.start)
            for offset in 0..<edit.words.utf8CodeUnitCount {
                bytes.append(edit.words.utf8Start[offset])
                places.append(edit.start)
            }
            place = edit.end
        }
        copy(piece, place..<piece.count)
        places.append(piece.count)
    }

    private mutating func copy(_ piece: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        for place in range {
            bytes.append(piece[place])
            places.append(place)
        }
    }
}
