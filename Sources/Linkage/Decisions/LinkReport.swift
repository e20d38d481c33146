internal import Feedback

/// Turns weights into links that can be read and explained.
struct LinkReport {
    let view: CaseView
    let comment: LinkComment
    let features: CommentFeatures

    func link(_ score: PairScore, status: LinkStatus, margin: Int?, relation: LinkRelation? = nil) -> CaseLink {
        let linkCase = view.cases[score.place].linkCase
        return CaseLink(
            relation: relation ?? Self.relation(features, comment.postedAt, opened: linkCase.openedAt),
            caseID: linkCase.caseID,
            status: status,
            milliBits: score.total,
            marginMilliBits: margin,
            method: Self.method(score),
            evidence: evidence(score, linkCase)
        )
    }

    /// `follow_up` from one year after the opening of the case, `about` for the company, else `same_case`.
    static func relation(_ features: CommentFeatures, _ postedAt: Instant?, opened: Instant?) -> LinkRelation {
        if features.isAgent { return .about }
        guard let postedAt, let opened else { return .sameCase }
        return CaseIndex.days(from: opened, to: postedAt) >= 365 ? .followUp : .sameCase
    }

    private static func method(_ score: PairScore) -> String {
        if score.reply != 0 { return score.hasHardID ? "reply-number" : "reply" }
        if score.numberLevel == .exact || score.numberLevel == .part { return "case-number" }
        if score.orderLevel == .exact || score.orderLevel == .part { return "order-number" }
        if score.sharesHandle { return "handle" }
        if score.numberLevel == .slip || score.orderLevel == .slip { return "number-slip" }
        if score.numberLevel == .tail { return "number-tail" }
        if score.nameLevel == .spokenFor { return "on-behalf" }
        return score.nameLevel == .same ? "author-brand-window" : "author-variant"
    }

    private func evidence(_ score: PairScore, _ linkCase: LinkCase) -> [LinkEvidence] {
        let time = { (instant: Instant?) in
            instant.map { Day(number: Int($0.seconds.dividedDown(by: 86_400))).description } ?? ""
        }
        let cases = String(view.index.countStep)
        var items = [LinkEvidence(feature: "prior", left: "", right: cases, milliBits: score.prior)]
        func add(_ feature: String, _ left: String?, _ right: String?, _ bits: Int) {
            guard bits != 0 else { return }
            items.append(LinkEvidence(feature: feature, left: left ?? "", right: right ?? "", milliBits: bits))
        }
        add("case-number:" + score.numberLevel.rawValue, comment.caseNumber, linkCase.number, score.number)
        add("order-number:" + score.orderLevel.rawValue, comment.orderNumber, linkCase.orderNumber, score.order)
        add("handle", comment.authorID ?? comment.author, linkCase.customerHandle, score.handle)
        add("name:" + score.nameLevel.rawValue, comment.author, linkCase.customer, score.name)
        add("brand:" + score.brandLevel.rawValue, comment.brand, linkCase.brand, score.brand)
        add("product:" + score.productLevel.rawValue, comment.product, linkCase.product, score.product)
        add("time", time(comment.postedAt), time(linkCase.openedAt), score.time)
        add("subject", nil, linkCase.subject, score.subject)
        add("quoted", nil, nil, score.quote)
        add("own-cases", nil, linkCase.subject, score.choice)
        add("reply", comment.inReplyTo ?? comment.threadID, linkCase.caseID, score.reply)
        return items
    }
}
