import Feedback

extension EnglishPhrases {
    func facet(_ facet: Facet) -> String {
        switch facet {
        case .speed: "Speed"
        case .access: "Access"
        case .apology: "Apology"
        case .courtesy: "Courtesy"
        case .explanation: "Explanation"
        case .prevention: "Prevention"
        case .remedy: "Remedy"
        case .resolution: "Resolution"
        case .effort: "Little effort"
        case .responsibility: "Responsibility"
        case .beyond: "Beyond duty"
        case .followThrough: "Follow-through"
        }
    }

    func signal(_ signal: LoyaltySignal) -> String {
        switch signal {
        case .fan: "Became a fan"
        case .repurchase: "Will buy again"
        case .recommend: "Recommends"
        case .recovered: "Won back"
        case .crossBuy: "Bought something else of the brand"
        case .churn: "Leaves"
        case .distrust: "Distrusts"
        }
    }

    func stepKind(_ kind: String) -> String {
        switch kind {
        case "call": "Call"
        case "mail", "email": "Mail"
        case "visit": "Visit"
        case "return": "Return"
        case "postcard", "card": "Postcard"
        case "letter": "Letter"
        case "reply": "Reply"
        case "refund": "Refund"
        case "replacement": "Replacement"
        case "repair": "Repair"
        case "gift": "Gift"
        case "rating": "Rating"
        case "complaint": "Complaint"
        case "opened": "Opened"
        case "closed": "Closed"
        default: kind
        }
    }

    func actor(_ actor: AuthorRole) -> String {
        switch actor {
        case .customer: "customer"
        case .agent: "company"
        case .bot: "bot"
        }
    }

    func channel(_ name: String) -> String { name.isEmpty ? "no channel" : name }

    func problem(_ reason: RowProblem.Reason) -> String {
        switch reason {
        case .badEncoding: "encoding cannot be read"
        case .badSyntax: "not well formed"
        case .tooLarge: "too large"
        case .tooDeep: "nested too deep"
        case .noText: "neither text nor rating"
        case .noTime: "no time"
        case .badTime: "time cannot be read"
        case .badRating: "rating cannot be read"
        case .badField: "a field cannot be read"
        case .missingField: "a needed field is missing"
        }
    }

    func event(_ event: ChartEvent) -> String {
        let parts = [event.product, event.channel.map(channel)].compactMap(\.self).map(bracketed).joined()
        if let label = event.label, !event.kind.isOwn || event.kind == .company { return label + parts }
        let kind =
            switch event.kind {
            case .incident: "Notable case"
            case .lexicon: "New lexicon version"
            case .calibration: "New calibration"
            case .mapping: "New mapping of a source"
            case .source: event.isEnd.map { $0 ? "Source ends" : "Source begins" } ?? "Change of sources"
            case .software: "New software version"
            case .company: "Action of the company"
            case .release: "Release"
            case .campaign: "Campaign"
            case .price: "Price"
            case .staffing: "Staffing"
            case .outage: "Incident"
            }
        return kind + ((event.label ?? event.subject).map { ": \($0)" } ?? "") + parts
    }

    func season(_ season: Season) -> String {
        switch season {
        case .obon: "Obon"
        case .yearEnd: "Year end and New Year"
        case .goldenWeek: "Golden Week"
        case .christmas: "Christmas"
        }
    }

    func state(_ state: FlagState) -> String {
        switch state {
        case .new: "new"
        case .ongoing: "ongoing"
        case .recovered: "recovered"
        case .acknowledged: "acknowledged"
        case .superseded: "no longer seen"
        }
    }

    func kind(_ kind: FlagKind, rises: Bool) -> String {
        switch kind {
        case .step: rises ? "sudden rise" : "sudden fall"
        case .decline: rises ? "slow rise" : "slow decline"
        case .dip: rises ? "temporary rise" : "temporary dip"
        }
    }

    func explanation(_ reason: ExplainedReason) -> String {
        switch reason {
        case .seasonal: "season"
        case .mix: "mix of channels or products"
        case .instrument: "change of the instrument"
        }
    }

    func cause(_ cause: MismatchCause) -> String {
        switch cause {
        case .irony: "mistyped rating, or perhaps irony"
        case .politeness: "politeness"
        case .otherTarget: "speaks of something else"
        case .invertedScale: "scale read the wrong way round"
        case .troubleSolved: "trouble that was put right"
        case .unknown: "not clear"
        }
    }

    func handling(_ measure: HandlingMeasure) -> String {
        switch measure {
        case .firstResponse: "First response"
        case .resolution: "Resolution"
        }
    }

    func clock(_ clock: HandlingClock) -> String {
        switch clock {
        case .calendar: "calendar hours"
        case .business: "business hours"
        }
    }

    func survey(_ kind: SurveyInstrument) -> String {
        switch kind {
        case .netPromoter: "Net Promoter Score (−100 to 100)"
        case .satisfaction: "Customer satisfaction, CSAT (%)"
        case .effort: "Customer Effort Score, CES (1–7, 7 is least effort)"
        }
    }
}
