/// What a reader of a sentence expects of its sign.
enum Verdict: String {
    case blame, notPraise, neutral, notBlame, praise

    func allows(_ sign: Int) -> Bool {
        switch self {
        case .blame: sign < 0
        case .notPraise: sign <= 0
        case .neutral: sign == 0
        case .notBlame: sign >= 0
        case .praise: sign > 0
        }
    }
}
