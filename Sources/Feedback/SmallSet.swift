/// A case of an enum with few cases, each of which has a number.
///
/// The number is written as a `switch`, so that a new case does not compile without one.
package protocol NumberedCase: CaseIterable, Hashable, Sendable where AllCases == [Self] {
    /// Place in `allCases`, from 0.
    var order: Int { get }
}

/// A set of cases of an enum in one integer, one bit a case.
///
/// Iterates in the order of `allCases`. Holds enums of at most 64 cases; a test counts those of ``FacetSet`` and
/// ``SignalSet``.
package struct SmallSet<Element: NumberedCase>: RawRepresentable, SetAlgebra, Hashable, Sendable {
    package var rawValue: UInt64

    @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }

    @inlinable package init() { rawValue = 0 }

    @inlinable package init(_ cases: some Sequence<Element>) {
        rawValue = cases.reduce(0) { $0 | Self.bit($1) }
    }

    @inlinable package var isEmpty: Bool { rawValue == 0 }

    @inlinable package func contains(_ member: Element) -> Bool { rawValue & Self.bit(member) != 0 }

    @inlinable package mutating func insert(_ member: Element) -> (inserted: Bool, memberAfterInsert: Element) {
        let isNew = !contains(member)
        rawValue |= Self.bit(member)
        return (isNew, member)
    }

    @inlinable package mutating func update(with member: Element) -> Element? {
        insert(member).inserted ? nil : member
    }

    @inlinable package mutating func remove(_ member: Element) -> Element? {
        guard contains(member) else { return nil }
        rawValue &= ~Self.bit(member)
        return member
    }

    @inlinable package mutating func formUnion(_ other: Self) { rawValue |= other.rawValue }
    @inlinable package mutating func formIntersection(_ other: Self) { rawValue &= other.rawValue }
    @inlinable package mutating func formSymmetricDifference(_ other: Self) { rawValue ^= other.rawValue }
    @inlinable package func union(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }
    @inlinable package func intersection(_ other: Self) -> Self { Self(rawValue: rawValue & other.rawValue) }
    @inlinable package func symmetricDifference(_ other: Self) -> Self { Self(rawValue: rawValue ^ other.rawValue) }

    /// The bit of a case.
    ///
    /// - Precondition: the enum has no more cases than the integer has bits.
    @inlinable package static func bit(_ member: Element) -> UInt64 {
        precondition(member.order < UInt64.bitWidth, "a SmallSet holds 64 cases; widen its integer")
        return 1 << UInt64(member.order)
    }
}

extension SmallSet: Sequence {
    /// The members, in the order of `allCases`.
    package func makeIterator() -> some IteratorProtocol<Element> {
        Element.allCases.lazy.filter(contains).makeIterator()
    }
}

package typealias FacetSet = SmallSet<Facet>
package typealias SignalSet = SmallSet<LoyaltySignal>
