/// The weights of a model that can be learnt: how often true pairs stand to each other in a certain way.
package enum LinkWeight: String, Hashable, Sendable, CaseIterable {
    case nameSame, nameSlip, namePartAndInitial, nameSinglePart, nameInitials
    case nameFamily, nameDifferent, nameOtherWord
    case brandSame, brandAlike, brandOther
    case productSame, productAlike, productUnknown, productOther
    case timeWithin, timeSoonBefore, timeWeeksBefore, timeLongBefore, timeMonthsAfter, timeAfter
    case subjectSame, subjectAlike, subjectOther

    /// What is compared; the ways of one field exclude each other.
    enum Field: Hashable, Sendable, CaseIterable {
        case name, brand, product, time, subject
    }

    var field: Field {
        switch self {
        case .nameSame, .nameSlip, .namePartAndInitial, .nameSinglePart, .nameInitials, .nameFamily, .nameDifferent,
            .nameOtherWord:
            .name
        case .brandSame, .brandAlike, .brandOther: .brand
        case .productSame, .productAlike, .productUnknown, .productOther: .product
        case .timeWithin, .timeSoonBefore, .timeWeeksBefore, .timeLongBefore, .timeMonthsAfter, .timeAfter: .time
        case .subjectSame, .subjectAlike, .subjectOther: .subject
        }
    }

    /// Whether the chance of an accident comes from the frequency of what agrees, pair by pair; the weight is then
    /// log2(*m*), else log2(*m*/*u*).
    var hasOwnFrequency: Bool {
        switch self {
        case .nameSame, .nameSlip, .namePartAndInitial, .nameSinglePart, .nameInitials, .brandSame, .brandAlike,
            .productSame, .timeWithin, .timeSoonBefore:
            true
        case .nameFamily, .nameDifferent, .nameOtherWord, .brandOther, .productAlike, .productUnknown, .productOther,
            .timeWeeksBefore, .timeLongBefore, .timeMonthsAfter, .timeAfter, .subjectSame, .subjectAlike, .subjectOther:
            false
        }
    }

    var path: WritableKeyPath<LinkModel, Int> {
        switch self {
        case .nameSame: \.nameSame
        case .nameSlip: \.nameSlip
        case .namePartAndInitial: \.namePartAndInitial
        case .nameSinglePart: \.nameSinglePart
        case .nameInitials: \.nameInitials
        case .nameFamily: \.nameFamily
        case .nameDifferent: \.nameDifferent
        case .nameOtherWord: \.nameOtherWord
        case .brandSame: \.brandSame
        case .brandAlike: \.brandAlike
        case .brandOther: \.brandOther
        case .productSame: \.productSame
        case .productAlike: \.productAlike
        case .productUnknown: \.productUnknown
        case .productOther: \.productOther
        case .timeWithin: \.timeWithin
        case .timeSoonBefore: \.timeSoonBefore
        case .timeWeeksBefore: \.timeWeeksBefore
        case .timeLongBefore: \.timeLongBefore
        case .timeMonthsAfter: \.timeMonthsAfter
        case .timeAfter: \.timeAfter
        case .subjectSame: \.subjectSame
        case .subjectAlike: \.subjectAlike
        case .subjectOther: \.subjectOther
        }
    }
}

extension LinkModel {
    /// A weight in thousandths of a bit.
    package subscript(weight: LinkWeight) -> Int {
        get { self[keyPath: weight.path] }
        set { self[keyPath: weight.path] = newValue }
    }
}
