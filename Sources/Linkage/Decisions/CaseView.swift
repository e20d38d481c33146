import Synchronization

/// What a thread of comments has asked of the case table.
///
/// As long as nothing of it changes, nor a case it led to, the links of the thread stay as they are.
package final class ReadNotes: Sendable {
    /// Tokens as they were noted, most of them many times.
    private struct Noted {
        /// Tokens after which repeats are taken out.
        private static let least = 4_096

        private var ids: [UInt64] = []
        private var limit = least

        mutating func append(_ id: UInt64) {
            ids.append(id)
            guard ids.count == limit else { return }
            ids = distinct
            limit = max(Self.least, 2 * ids.count)
        }

        /// Ascending and each once.
        var distinct: [UInt64] {
            var result: [UInt64] = []
            for id in ids.sorted() where id != result.last { result.append(id) }
            return result
        }
    }

    private let noted = Mutex(Noted())

    package init() {}

    func note(_ token: LinkToken) { noted.withLock { $0.append(token.id) } }

    /// Ids of the tokens, ascending and each once.
    package var all: [UInt64] { noted.withLock { $0.distinct } }
}

/// The cases as the linker of one thread sees them: whatever other cases decide is read here, and noted.
struct CaseView: Sendable {
    let index: CaseIndex
    let notes: ReadNotes

    /// Appends the places of the cases that have a key, ascending; none where more than `limit` have it.
    func appendHolders(of key: LinkKey, limit: Int, to places: inout [Int]) {
        notes.note(key.token)
        index.keys.appendHolders(of: key.token, limit: limit, to: &places)
    }

    /// Step of the number of cases that have a value.
    func step(of value: LinkToken) -> Int {
        notes.note(value)
        return index.frequencies.step(of: value)
    }

    func level(_ left: BrandReference, _ right: BrandReference) -> BrandLevel {
        notePairings(left, right)
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

    private func notePairings(_ left: BrandReference, _ right: BrandReference) {
        guard BrandTable.areBetweenScripts(left, right) else { return }
        notePairing(of: left)
        if index.brands.mayBeHidden(left) { notePairing(of: right) }
    }

    private func notePairing(of brand: BrandReference) { notes.note(Frequency.pairing(ofSound: brand.sound)) }
}
