import Feedback
import Linkage
import Store

/// Brings the keys and counts of cases up to date, and tells what of them comments may have been linked by.
struct ChangedCases {
    /// What changed for those who asked for it.
    struct Changes {
        /// Ids of keys whose cases changed and of counts whose step did, ascending.
        var tokens: [UInt64] = []
        var caseIDs: [String] = []
    }

    private let reader: CaseReader
    private let hotKey: Int
    /// Whether a key had too many holders to find any, before the first change to it.
    private var wasHot: [UInt64: Bool] = [:]
    private var counts: [UInt64: Int] = [:]
    private var brands = CaseBrands()
    /// Cases as they are, by row id.
    private var profiles: [Int64: CaseProfile] = [:]

    init(tools: LinkTools) {
        reader = CaseReader(names: tools.names)
        hotKey = tools.model.hotKey
    }

    mutating func apply(in db: StoreConnection) throws -> Changes {
        let changes = try LinkJournal.cases(in: db)
        guard !changes.isEmpty else { return Changes() }
        brands = try CaseBrands(in: db)
        let oldBrands = brands
        let old = try changes.compactMap(\.old).map { (id: $0.id, profile: try linked($0, in: db)) }
        let new = changes.compactMap(\.new).map { (id: $0.id, profile: reader.profile(of: LinkCase($0.supportCase))) }
        let people = (old + new).reduce(into: Set<UInt64>()) { $0.formUnion($1.profile.personKeys) }
        var relatives = try holders(of: people, in: db)
        try touch((old + new).flatMap(\.profile.keys), in: db)
        try CaseKeyTable.change(gone: Self.pairs(old), come: Self.pairs(new), in: db)
        for (id, profile) in old { try remove(profile, id, in: db) }
        relatives.subtract(old.map(\.id))
        for (id, profile) in new { try add(profile, id, in: db) }
        relatives.formUnion(try holders(of: people, in: db))
        relatives.formUnion(new.map(\.id))
        for id in relatives.sorted() { try lend(to: id, in: db) }
        return Changes(
            tokens: try changedKeys(in: db) + changedCounts(in: db) + changedBrands(since: oldBrands, in: db),
            caseIDs: changes.map(\.caseID)
        )
    }

    // MARK: - Cases

    private static func pairs(_ cases: [(id: Int64, profile: CaseProfile)]) -> [CaseKeyTable.Pair] {
        cases.flatMap { id, profile in profile.keys.map { ($0, id) } }
    }

    /// A case as it was linked, with the handle it borrowed.
    private func linked(_ keyed: KeyedCase, in db: StoreConnection) throws -> CaseProfile {
        var profile = reader.profile(of: LinkCase(keyed.supportCase))
        profile.lentHandle = try LentHandleTable.handle(of: keyed.id, in: db)
        return profile
    }

    private mutating func remove(_ profile: CaseProfile, _ id: Int64, in db: StoreConnection) throws {
        try CaseIncidentTable.remove(IncidentTokens(profile.linkCase).all, of: id, in: db)
        try LentHandleTable.set(nil, of: id, in: db)
        for value in profile.countedValues { counts[value, default: 0] -= 1 }
        if let spelling = profile.brandSpelling { brands.add(-1, of: spelling) }
    }

    private mutating func add(_ profile: CaseProfile, _ id: Int64, in db: StoreConnection) throws {
        try CaseIncidentTable.add(IncidentTokens(profile.linkCase).all, of: id, in: db)
        for value in profile.countedValues { counts[value, default: 0] += 1 }
        if let spelling = profile.brandSpelling { brands.add(1, of: spelling) }
    }

    /// Notes keys before they change.
    private mutating func touch(_ keys: [UInt64], in db: StoreConnection) throws {
        let unknown = Set(keys.filter { wasHot[$0] == nil })
        try CaseKeyTable.forEach(unknown, limit: hotKey, in: db) { wasHot[$0] = $1 == nil }
    }

    // MARK: - Handles of the same person's other cases

    /// Cases of persons who have few.
    private func holders(of people: Set<UInt64>, in db: StoreConnection) throws -> Set<Int64> {
        var ids: Set<Int64> = []
        try CaseKeyTable.forEach(people, limit: hotKey, in: db) { ids.formUnion($1 ?? []) }
        return ids
    }

    private mutating func profile(of id: Int64, in db: StoreConnection) throws -> CaseProfile? {
        if let known = profiles[id] { return known }
        let profile = try LinkReading.supportCase(id: id, in: db).map { reader.profile(of: LinkCase($0.supportCase)) }
        profiles[id] = profile
        return profile
    }

    /// Gives a case the handle it now borrows, and takes away the one it borrowed.
    private mutating func lend(to id: Int64, in db: StoreConnection) throws {
        guard var before = try profile(of: id, in: db) else { return }
        var after = before
        before.lentHandle = try LentHandleTable.handle(of: id, in: db)
        if !after.hasHandle {
            let others = try holders(of: after.personKeys, in: db).sorted()
            after.lentHandle = after.handle(lentBy: try others.compactMap { try profile(of: $0, in: db) })
        }
        guard after.lentHandle != before.lentHandle else { return }
        let (oldKeys, newKeys) = (Set(before.keys), Set(after.keys))
        try touch(oldKeys.union(newKeys).sorted(), in: db)
        try CaseKeyTable.change(
            gone: oldKeys.subtracting(newKeys).map { ($0, id) },
            come: newKeys.subtracting(oldKeys).map { ($0, id) },
            in: db
        )
        for value in before.countedValues { counts[value, default: 0] -= 1 }
        for value in after.countedValues { counts[value, default: 0] += 1 }
        try LentHandleTable.set(after.lentHandle, of: id, in: db)
    }

    // MARK: - What changed

    /// Keys that find other cases than before, or a case that changed; one that too many had and have finds none.
    private func changedKeys(in db: StoreConnection) throws -> [UInt64] {
        var changed: [UInt64] = []
        try CaseKeyTable.forEach(wasHot.keys, limit: hotKey, in: db) { key, holders in
            if wasHot[key] == false || holders != nil { changed.append(key) }
        }
        return changed
    }

    private func changedCounts(in db: StoreConnection) throws -> [UInt64] {
        try counts.keys.sorted().filter { value in
            guard let change = counts[value], change != 0 else { return false }
            let before = try CaseCountTable.count(of: value, in: db)
            try CaseCountTable.set(value, to: before + change, in: db)
            return CountStep.of(before) != CountStep.of(before + change)
        }
    }

    private func changedBrands(since old: CaseBrands, in db: StoreConnection) throws -> [UInt64] {
        guard brands != old else { return [] }
        // A brand that no case has any more counts zero, which takes its row away.
        try old.forEach { spelling, _ in try set(spelling, to: 0, in: db) }
        try brands.forEach { try set($0, to: $1, in: db) }
        return brands.changedTokens(since: old)
    }

    private func set(_ spelling: BrandSpelling, to count: Int, in db: StoreConnection) throws {
        try CaseBrandTable.set(sound: spelling.sound, script: spelling.script, to: count, in: db)
    }
}

extension CaseBrands {
    /// The brands of all cases, as they were linked.
    init(in db: StoreConnection) throws {
        self.init()
        try CaseBrandTable.forEach(in: db) { sound, script, count in
            add(count, of: BrandSpelling(sound: sound, script: script))
        }
    }
}
