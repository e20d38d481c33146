/// How often a number has each digit from 1 to 8, up to three times: tells most numbers apart that are not the same,
/// without their characters.
///
/// Zeros do not count, since they may lead a number or not. Numbers one edit apart differ by two at most.
/// Source: filtering by counts of characters (Navarro 1997, "Multiple approximate string matching by counting").
struct DigitCounts: Hashable, Sendable {
    /// Digits that count.
    private static let digits: ClosedRange<UInt32> = 1...8
    /// Most that is counted of one digit, which two bits hold.
    private static let most: UInt16 = 3
    /// What one edit changes at most: one digit less, and another more.
    private static let oneEdit = 2

    /// Two for each digit, the lowest for the first.
    let bits: UInt16

    init(bits: UInt16) {
        self.bits = bits
    }

    init(of form: NumberForm) {
        var bits: UInt16 = 0
        for value in form.characters where ScalarClass.isDigit(value) {
            guard let place = Self.place(of: value &- 0x30), bits >> place & Self.most < Self.most else { continue }
            bits += 1 << place
        }
        self.bits = bits
    }

    /// Whether two numbers can be the same but for one edit.
    func isNear(_ other: DigitCounts) -> Bool {
        var difference = 0
        for place in Self.places {
            difference += abs(Int(bits >> place & Self.most) - Int(other.bits >> place & Self.most))
        }
        return difference <= Self.oneEdit
    }

    /// Whether a number can hold all digits of another.
    func holds(_ other: DigitCounts) -> Bool {
        Self.places.allSatisfy { bits >> $0 & Self.most >= other.bits >> $0 & Self.most }
    }

    private static let places = stride(from: 0, to: 16, by: 2)

    private static func place(of digit: UInt32) -> Int? {
        digits.contains(digit) ? 2 * Int(digit - digits.lowerBound) : nil
    }
}

/// What digits the numbers of a case have, in two bytes each: most pairs need no more of them.
struct CaseDigits: Sendable {
    /// There is no number.
    private static let none: UInt16 = .max - 1
    /// The number may be like any other.
    private static let any: UInt16 = .max

    private let own: UInt16
    private let order: UInt16

    init(_ numbers: CaseNumbers) {
        (own, order) = (Self.bits(of: numbers.own), Self.bits(of: numbers.order))
    }

    /// Whether one of the numbers can be what a text mentions, as far as the digits tell.
    func mayBe(_ mention: NumberMention) -> Bool { Self.mayBe(own, mention) || Self.mayBe(order, mention) }

    private static func bits(of number: NumberForm?) -> UInt16 {
        guard let number else { return none }
        let bits = DigitCounts(of: number).bits
        return bits < none ? bits : any
    }

    private static func mayBe(_ number: UInt16, _ mention: NumberMention) -> Bool {
        if number == none || number == any { return number == any }
        let counts = DigitCounts(bits: number)
        return mention.extent == .tail ? counts.holds(mention.digits) : counts.isNear(mention.digits)
    }
}
