import Feedback

extension EnglishPhrases {
    func rule(_ name: String) -> String {
        switch name {
        case "lexicon": "As in the lexicon"
        case "double-negation": "Double negation"
        case "bare-negation": "A negation alone"
        case "absence": "“There is no …”"
        case "intensifier": "Made stronger"
        case "diminisher": "Made weaker"
        case "hedge": "Hedged"
        case "courtesy": "Mere courtesy"
        case "irony": "Contrary to the rating"
        case "beside": "From the word beside"
        case "no-dealing": "Nobody handles anything"
        case "elsewhere": "About a rival"
        case "tone": "Tone of the sentence"
        case "broken-promise": "Broken promise"
        case "more-than-said": "More than promised"
        case "paid-in-vain": "Paid in vain"
        case "charged-after-cancelling": "Charged after cancelling"
        case "run-around": "Sent from one to another"
        case "refused-claim": "Claim refused"
        case "same-again": "The same again"
        case "kept-promise": "Promise kept"
        case "lesson-learnt": "Better since it was told"
        case "won-back": "Won back"
        case "made-good": "Made good"
        case "at-once": "Done at once"
        default: name.prefix(1).uppercased() + name.dropFirst()
        }
    }

    func reason(_ name: String) -> String {
        switch name {
        case "prior": "Odds of chance"
        case "case-number": "Case number"
        case "order-number": "Order number"
        case "handle": "Account name"
        case "name": "Name"
        case "brand": "Brand"
        case "product": "Product"
        case "time": "Nearness in time"
        case "subject": "What the case is about"
        case "quoted": "Quoted text"
        case "own-cases": "Against the customer’s other cases"
        case "reply": "Reply to"
        case "reply-number": "Reply, and a number"
        case "number-slip": "Number with a slip"
        case "number-tail": "End of a number"
        case "on-behalf": "On somebody’s behalf"
        case "author-brand-window": "Name, brand and time"
        case "author-variant": "Name, spelt otherwise"
        case "story": "The comment tells the case"
        case "decision": "A person’s decision"
        default: name
        }
    }

    func likeness(_ level: String) -> String {
        switch level {
        case "none", "unknown": "cannot be compared"
        case "exact", "same": "the same"
        case "part": "in part"
        case "tail": "the end agrees"
        case "slip": "one slip apart"
        case "partAndInitial": "one part and an initial"
        case "singlePart": "one part alone"
        case "initials": "initials"
        case "spokenFor": "named in the text"
        case "family": "surname alone"
        case "different", "other": "another"
        case "otherWord": "another word"
        case "alike": "sounds alike"
        case "unlisted": "a spelling no case has"
        case "twin": "alike, yet another brand"
        default: level
        }
    }

    func compared(_ difference: ValueRange, isDifferent: Bool) -> String {
        let ends = bracketed("\(intervalName(percent: 95)) \(ends(difference, isSigned: true))")
        let points = NumberText.tenths(abs(difference.value))
        if !isDifferent { return "Support strength in A and in B cannot be told apart\(ends)." }
        let way = difference.value > 0 ? "higher" : "lower"
        return "Support strength is \(points) points \(way) in A than in B\(ends)."
    }

    func decision(_ kind: String) -> String {
        switch kind {
        case "confirm": "Confirmed"
        case "reject": "Rejected"
        case "link": "Linked to a case"
        case "unlink": "Taken out of its case"
        case "merge": "Cases merged"
        case "split": "Case split off"
        case "undo": "Decision taken back"
        default: kind
        }
    }

    func decisionState(_ state: String) -> String {
        switch state {
        case "applies": "in force"
        case "waiting": "waits for what it names"
        case "overruled": "a later decision counts"
        case "undone": "taken back"
        case "erased": "erased"
        default: state
        }
    }
}
