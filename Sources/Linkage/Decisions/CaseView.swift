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
        var distinct: [UInt64] { ids.sortedDistinct() }
    }

    private let noted = Mutex(Noted())

    package init() {}

    func note(_ token: LinkToken) { noted.withLock { $0.append(token.id) } }

    func note(_ tokens: [LinkToken]) { noted.withLock { for token in tokens { $0.append(token.id) } } }

    /// Ids of the tokens, ascending and each once.
    package var all: [UInt64] { noted.withLock { $0.distinct } }
}

/// The cases as the linker of one thread sees them: whatever other cases decide is read here, and noted.
struct CaseView: Sendable {
    let index: CaseIndex
    let cases: ReadCases
    let notes: ReadNotes

    init(index: CaseIndex, notes: ReadNotes) {
        (self.index, self.notes) = (index, notes)
        cases = ReadCases(of: index)
    }

    /// Appends the places of the cases that have each of some keys; none of a key that more than `limit` have.
    func appendHolders(of keys: [LinkKey], limit: Int, to places: inout [Int]) {
        let tokens = keys.map(\.token)
        notes.note(tokens)
        index.keys.appendHolders(of: tokens, limit: limit, to: &places)
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
