/// Rated comments by the part of the scale their rating lies in.
package struct SideCount: Hashable, Sendable {
    /// Ratings in the lower quarter of the scale: 1 and 2 of five stars.
    package private(set) var low = 0
    package private(set) var middle = 0
    /// Ratings in the upper quarter: 4 and 5 of five stars.
    package private(set) var high = 0

    package init() {}

    /// `side`: −1 low, 0 middle, 1 high.
    package mutating func add(side: Int) {
        if side < 0 { low += 1 } else if side > 0 { high += 1 } else { middle += 1 }
    }

    /// Comments whose rating takes a side.
    var sided: Int { low + high }

    /// Those rated as praise, or else as blame, foretells, of all that take a side.
    func agreeing(withPraise isPraise: Bool) -> Int { isPraise ? high : low }

    static func - (all: SideCount, part: SideCount) -> SideCount {
        var rest = all
        rest.low -= part.low
        rest.middle -= part.middle
        rest.high -= part.high
        return rest
    }
}
