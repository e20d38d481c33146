extension StoryWords {
    static let english = StoryWords(
        joinsLines: true,
        cues: [
            StoryCue(
                "call",
                .customer,
                "phone",
                "i called|i phoned|i rang|called the|called their|called customer|called support|phoned the|phoned their|gave them a call|rang the|telephoned",
                unless: "called the police|is called the|so-called"
            ),
            StoryCue(
                "call",
                .company,
                "phone",
                "called me|phoned me|rang me|called us|called back|called to apolog|received a call|got a call|phone call from"
            ),
            StoryCue(
                "mail",
                .customer,
                "email",
                "i emailed|i e-mailed|i wrote to|i wrote back|sent an email|sent an e-mail|sent them an email|emailed them|emailed support|emailed customer|she wrote back that|he wrote back that|answered the mail|replied to the mail|replied to the email"
            ),
            StoryCue(
                "mail",
                .company,
                "email",
                "emailed me|e-mailed me|email from|e-mail from|mail from|wrote back to me|received an email|got an email|an email came|email arrived|mail came|mail arrived|sent her an email|sent me an email"
            ),
            StoryCue(
                "return",
                .customer,
                "post",
                "sent it back|mailed it back|shipped it back|send it back|post it back|returned it|mailed the|return the|returned the|send the item|send the pack|send the stick|prepaid label|sent back"
            ),
            StoryCue(
                "first-report",
                .company,
                "postcard",
                "postcard|first report|first-report|printed card",
                "arrived|came|from|reached|was|in the"
            ),
            StoryCue("first-report", .company, "postcard", "received|got|sent", "postcard|first report"),
            StoryCue("letter", .company, "post", "letter", "arrived|came|from|reached|explain|set out|described|with"),
            StoryCue("letter", .company, "post", "received|got|sent", "a letter|letter"),
            StoryCue(
                "replacement",
                .company,
                nil,
                "replacement|sent me a new|sent a new|gave me a new|brand-new one|brand new one|replaced|swapped"
            ),
            StoryCue("repair", .company, nil, "repaired|fixed it|fixed the|mended|repair was done"),
            StoryCue(
                "refund",
                .company,
                nil,
                "refunded|a refund|full refund|credited|adjusted the fare|fare was adjusted|adjusted the price|money back|reduced the charge|took off|corrected the fare|lowered the fare",
                unless: "no refund|refused|denied|without a refund|won't refund|would not refund"
            ),
            StoryCue(
                "visit",
                .customer,
                "store",
                "went to|walked into|walked over to|took it to|brought it to|visited",
                "store|shop|office|counter|headquarters|branch|maker"
            ),
            StoryCue("pickup", .company, "courier", "courier|pick-up|pickup|picked up by|pick them up|pick it up"),
            StoryCue(
                "gift",
                .company,
                nil,
                "flowers|bouquet|gift card|voucher|coupon|a gift|as a present",
                "arrived|came|from|sent|delivered|gave|at her|at my|with"
            ),
            StoryCue("gift", .company, nil, "sent|gave|received", "flowers|bouquet|gift|voucher|for free"),
            StoryCue(
                "reply",
                .company,
                nil,
                "they replied|they answered|they responded|answer came|reply came|replied within|responded within|support replied|support answered|got a reply|got an answer"
            ),
            StoryCue(
                "silence",
                .company,
                nil,
                "no reply|never replied|no response|never heard back|no answer|nobody answered|never called back"
            ),
            StoryCue("refusal", .company, nil, "refused|denied|would not", "refund|replace|repair|exchange|return"),
            StoryCue("closed", .company, nil, "case was closed|issue was resolved|was resolved|problem was solved"),
        ],
        tags: [
            StoryTag("toll-free", ["call"], "toll-free|toll free|freephone|free number"),
            StoryTag(
                "from a mobile",
                ["call"],
                "from my mobile|from a mobile|from my cell|from a cell|mobile phone|cell phone"
            ),
            StoryTag("again", ["call", "mail"], "again|once more|second time"),
            StoryTag(
                "public relations",
                ["call", "mail", "reply"],
                "public relations|pr department|press office|pr office"
            ),
            StoryTag(
                "carriage paid",
                ["return"],
                "cash on delivery|prepaid|at their expense|their cost|free shipping|postage paid"
            ),
            StoryTag("printed", ["first-report", "letter"], "printed"),
            StoryTag(
                "investigation promised",
                ["first-report", "letter", "reply", "mail", "call"],
                "investigat|look into the cause|find the cause|find out why"
            ),
            StoryTag("process", ["letter", "reply", "mail", "first-report"], "process"),
            StoryTag(
                "cause",
                ["letter", "reply", "mail", "first-report"],
                "the cause|what caused|what went wrong|root cause|route was not|the reason",
                unless: "find the cause|look into the cause|unknown"
            ),
            StoryTag(
                "prevention",
                ["letter", "reply", "mail", "refund", "first-report"],
                "prevent|will not happen again|won't happen again|never happens again|train"
            ),
            StoryTag("apology", ["letter", "reply", "mail", "call", "replacement", "repair", "visit"], "apolog|sorry"),
            StoryTag(
                "free of charge",
                ["replacement", "repair", "visit", "pickup"],
                "free of charge|for free|no charge|at no cost|without charge|nothing to pay"
            ),
            StoryTag(
                "against the rules",
                ["pickup", "replacement", "refund", "return", "gift"],
                "against the rule|bent the rule|exception|past the deadline|past its deadline"
            ),
            StoryTag("same day", ["visit", "replacement", "repair", "reply", "mail"], "same day|on the spot"),
        ],
        supposed: StoryCue.words("i expected|i was expecting|i had expected|normally they would"),
        supposedEnd: StoryCue.words("but |instead|however"),
        general: StoryCue.words("in general|usually|normally,|should have|would have|if they had|these days"),
        problems: StoryCue.words(
            "broken|broke |defect|faulty|damaged|wrong|missing|overcharged|charged|late |torn|mis-wrapped|badly wrapped|came back|returned|died"
        )
    )
}
