package import Store

/// Two periods of one measure, whose difference is asked about.
package struct JumpQuestion: Sendable {
    package let brand: String
    /// `support`, `brand` or a facet's measure such as `facet.speed`.
    package let measure: String
    /// `nil` for all channels together.
    package let channel: String?
    /// `nil` for all products together.
    package let product: String?
    package let before: ClosedRange<String>
    package let after: ClosedRange<String>
    package var detail: FlagDetail?

    /// Two periods: `2014`, `2014-Q4`, `2014-12`, or two of them with `..` between.
    ///
    /// - Throws: ``WorkspaceError`` `usage` for a name that is no period.
    package init(brand: String, measure: String, before: String, after: String) throws {
        self.brand = brand
        self.measure = measure
        (channel, product) = (nil, nil)
        self.before = try PeriodName.months(of: before)
        self.after = try PeriodName.months(of: after)
    }

    /// The two sides of a flag.
    package init(of detail: FlagDetail) {
        brand = detail.brand
        measure = detail.measure
        channel = detail.channel
        product = detail.product
        before = detail.before.from...max(detail.before.from, detail.before.to)
        after = detail.after.from...max(detail.after.from, detail.after.to)
        self.detail = detail
    }
}
