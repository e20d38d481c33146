/// Finds which cases without a handle belong to a customer of whom other cases have one.
struct HandleLending {
    /// Keys of people, and the cases that have them.
    private var cases: [(person: UInt64, place: UInt32)] = []

    /// Notes whose the case at a place may be, by ids of keys that all cases of a person with one brand share.
    mutating func append(_ people: Set<UInt64>, at place: Int) {
        for person in people { cases.append((person, UInt32(place))) }
    }

    /// The handle that each case without one borrows, by its place: same full name, same brand, and only one handle
    /// among the cases that share them.
    ///
    /// `limit`: a name that more cases bear is no person's.
    mutating func lent(by handles: HandleTable, limit: Int) -> [(place: Int, handle: StableHash)] {
        cases.sort { $0 < $1 }
        var offers: [(place: UInt32, handle: StableHash)] = []
        var start = 0
        while start < cases.count {
            var end = start
            while end < cases.count, cases[end].person == cases[start].person { end += 1 }
            if end - start <= limit { Self.offer(cases[start..<end].map(\.place), handles, &offers) }
            start = end
        }
        return Self.taken(&offers)
    }

    /// What a person's cases offer each other; two handles where there are more, for then none is taken.
    private static func offer(
        _ places: [UInt32],
        _ handles: HandleTable,
        _ offers: inout [(place: UInt32, handle: StableHash)]
    ) {
        let own = Set(places.flatMap { handles[Int($0)].own })
        for place in places where handles[Int(place)].own.isEmpty {
            offers += own.min().map { [(place, $0)] } ?? []
            if own.count > 1 { offers += own.max().map { [(place, $0)] } ?? [] }
        }
    }

    /// The offers of cases that have only one.
    private static func taken(
        _ offers: inout [(place: UInt32, handle: StableHash)]
    ) -> [(place: Int, handle: StableHash)] {
        offers.sort { $0 < $1 }
        var taken: [(place: Int, handle: StableHash)] = []
        var start = 0
        while start < offers.count {
            var end = start
            while end < offers.count, offers[end].place == offers[start].place { end += 1 }
            if offers[start].handle == offers[end - 1].handle {
                taken.append((Int(offers[start].place), offers[start].handle))
            }
            start = end
        }
        return taken
    }
}
