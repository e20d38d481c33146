import Feedback

/// A brand that the report leaves out, since a part of it failed its checks.
package struct LeftOut: Codable, Hashable, Sendable {
    /// Canonical name.
    package var brand: String
    /// The part and what is wrong with it.
    package var reason: String

    package init(brand: String, reason: String) {
        self.brand = brand
        self.reason = reason
    }
}

extension ReportModel {
    /// The model without the brands, and the entries of its appendix, that fail their checks; `leftOut` names them.
    ///
    /// - Parameter workers: Threads that check; at least 1.
    /// - Returns: The model without them.
    /// - Throws: `ReportError` when no brand is left.
    package func withoutUnsoundBrands(workers: Int = 1) throws -> ReportModel {
        var result = self
        let checks = sideBySide(brands, workers: workers) { brand in
            Result { try BrandCheck(brand: brand, head: head).run() }
        }
        result.brands = zip(brands, checks).filter { brand, check in
            keeps(brand.name, in: &result.leftOut, check.get)
        }
        .map(\.0)
        if result.brands.isEmpty, let first = result.leftOut.first {
            throw ReportError(
                .inconsistentModel,
                at: "brands",
                "no brand passed its checks; the first: \(first.reason)"
            )
        }
        let gone = Set(result.leftOut.map(\.brand))
        result.explained = explained.filter { change in
            !gone.contains(change.brand)
                && keeps(change.brand, in: &result.leftOut) {
                    try PartCheck(place: "explained[\(change.brand)]").explained(change)
                }
        }
        result.superseded = superseded.filter { flag in
            keeps(flag.brand, in: &result.leftOut) { try PartCheck(place: "superseded[\(flag.id)]").superseded(flag) }
        }
        return result
    }

    private func keeps(_ brand: String, in leftOut: inout [LeftOut], _ check: () throws -> Void) -> Bool {
        do {
            try check()
            return true
        } catch {
            leftOut.append(LeftOut(brand: brand, reason: String(describing: error)))
            return false
        }
    }
}
