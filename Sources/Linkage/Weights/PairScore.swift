/// Why a pair cannot be linked, whatever its sum.
package enum LinkVeto: String, Hashable, Sendable, CaseIterable {
    case otherProduct = "other-product"
    case otherBrand = "other-brand"
    case otherBrandNumber = "other-brand-number"
    case nameConflict = "name-conflict"
    case longBefore = "long-before"
    case yearsLater = "years-later"
}

/// How a number of the comment agrees with one of the case.
enum NumberLevel: String, Hashable, Sendable {
    case none, tail, slip, part, exact
}

/// The weights of one comment and one case, in thousandths of a bit.
struct PairScore: Hashable, Sendable {
    var place: Int
    var prior = 0
    var number = 0
    var order = 0
    var handle = 0
    var name = 0
    var brand = 0
    var product = 0
    var time = 0
    var subject = 0
    var reply = 0
    /// Against a number that the text calls somebody else's.
    var quote = 0
    /// For the case among several of one person whose incident the text describes.
    var choice = 0
    var numberLevel = NumberLevel.none
    var orderLevel = NumberLevel.none
    var nameLevel = NameLevel.unknown
    var brandLevel = BrandLevel.unknown
    var productLevel = ProductLevel.unknown
    var sharesHandle = false
    var veto: LinkVeto?

    init(place: Int) {
        self.place = place
    }

    var total: Int {
        prior + number + order + handle + name + brand + product + time + subject + reply + quote + choice
    }

    /// Whether a number or an account says that this is the case.
    var hasHardID: Bool { sharesHandle || hasNumber }

    /// Whether a person may look at the pair: one without a veto, or a number quoted under another name.
    var isOpenForReview: Bool { veto == nil || (veto == .nameConflict && hasNumber) }

    /// Whether a number of the case stands in the comment.
    var hasNumber: Bool {
        numberLevel == .exact || numberLevel == .part || orderLevel == .exact || orderLevel == .part
    }

    /// Better first; ties by place, which is the order of case ids.
    static func ranks(_ left: PairScore, before right: PairScore) -> Bool {
        if (left.veto == nil) != (right.veto == nil) { return left.veto == nil }
        return left.total == right.total ? left.place < right.place : left.total > right.total
    }
}
