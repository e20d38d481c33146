package import Feedback

/// A strength with the list of the comments that make it.
package struct LiveNumber: Sendable {
    package var strength: Strength
    package var list: LiveAddress

    package init(_ strength: Strength, list: LiveAddress) {
        self.strength = strength
        self.list = list
    }
}

/// How many comments are chosen, with the list of them.
package struct LiveCount: Sendable {
    package var comments: Int
    package var list: LiveAddress

    package init(_ comments: Int, list: LiveAddress) {
        self.comments = comments
        self.list = list
    }
}

/// Both strengths of a brand over one period or channel.
package struct LiveStretch: Sendable {
    /// Such as `2014`, or a channel.
    package var name: String
    package var support: LiveNumber
    package var brand: LiveNumber

    package init(name: String, support: LiveNumber, brand: LiveNumber) {
        self.name = name
        self.support = support
        self.brand = brand
    }

    /// Whether there are voices enough for one of the two.
    package var isSufficient: Bool { support.strength.range != nil || brand.strength.range != nil }
}

/// One facet of a brand, or one stretch of a facet.
package struct LiveFacetRow: Sendable {
    package var facet: Facet
    package var number: LiveNumber
    package var praise: LiveCount
    package var blame: LiveCount
    package var named: LiveCount

    package init(facet: Facet, number: LiveNumber, praise: LiveCount, blame: LiveCount, named: LiveCount) {
        self.facet = facet
        self.number = number
        self.praise = praise
        self.blame = blame
        self.named = named
    }
}

/// A version with the list of the comments that make its number.
package struct LiveVersion: Sendable {
    package var row: VersionRow
    package var list: LiveAddress

    package init(_ row: VersionRow, list: LiveAddress) {
        self.row = row
        self.list = list
    }
}

/// One line about a flag.
package struct LiveFlagLine: Sendable {
    package var id: String
    package var brand: String
    /// `nil` where it is about support strength.
    package var facet: Facet?
    package var channel: String?
    package var product: String?
    /// The first period of the new level.
    package var since: String
    /// Points.
    package var difference: Double
    /// As commands call it: `new`, `ongoing`, `recovered`, `acknowledged`, `superseded` or `withdrawn`.
    package var state: String
    package var assignee: String?

    package init(id: String, brand: String, since: String, difference: Double, state: String) {
        self.id = id
        self.brand = brand
        self.since = since
        self.difference = difference
        self.state = state
    }
}
