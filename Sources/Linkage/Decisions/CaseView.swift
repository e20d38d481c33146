import Synchronization

/// What a thread of comments has asked of the case table.
///
/// As long as nothing of it changes, nor a case it led to, the links of the thread stay as they are.
package final class ReadNotes: Sendable {
    private let ids = Mutex<[UInt64]>([])

    package init() {}

    func note(_ token: LinkToken) { ids.withLock { $0.append(token.id) } }

    /// Ids of the tokens, ascending and each once.
    package var all: [UInt64] {
        var result: [UInt64] = []
        for id in ids.withLock({ $0.sorted() }) where id != result.last { result.append(id) }
        return result
    }
}

/// The cases as the linker of one thread sees them: whatever other cases decide is read here, and noted.
struct CaseView: Sendable {
    let index: CaseIndex
    let notes: ReadNotes

    /// Places of the cases that have a key, ascending; none where more than `limit` have it.
    func holders(of key: LinkKey, limit: Int) -> [Int] {
        notes.note(key.token)
        return index.keys.holders(of: key.token, limit: limit)
    }

    /// Step of the number of cases that have a value.
    func step(of value: LinkToken) -> Int {
        notes.note(value)
        return index.frequencies.step(of: value)
    }

    func level(_ left: BrandReference, _ right: BrandReference) -> BrandLevel {
        notePairing(of: left)
        notePairing(of: right)
        if left.letters != right.letters, left.sound == right.sound, left.script == right.script {
            return isWritten(left) && isWritten(right) ? .twin : .same
        }
        let level = index.brands.level(left, right)
        guard level == .other || level == .unknown, isUnlisted(left) else { return level }
        return left.holds(right) ? .part : level == .unknown ? .unknown : .unlisted
    }

    /// Whether no case has a brand that sounds like this one.
    func isUnlisted(_ brand: BrandReference) -> Bool { step(of: Frequency.brand(brand.sound)) == 0 }

    /// Whether a case writes a brand so.
    private func isWritten(_ brand: BrandReference) -> Bool { step(of: Frequency.spelling(brand.spelling)) > 0 }

    func mayBeHidden(_ brand: BrandReference) -> Bool {
        notePairing(of: brand)
        return index.brands.mayBeHidden(brand)
    }

    private func notePairing(of brand: BrandReference) { notes.note(Frequency.pairing(ofSound: brand.sound)) }
}
