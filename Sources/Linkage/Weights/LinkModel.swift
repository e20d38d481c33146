/// The numbers of the linker that are not counted from the cases: chances of agreement within a true link (*m*),
/// thresholds and limits.
///
/// Weights are thousandths of a bit. With *m* the chance that a true pair agrees and *u* the share of cases that agree
/// by accident, an agreement weighs log2(m/u).
/// Source: Fellegi and Sunter 1969, "A theory for record linkage".
package struct LinkModel: Hashable, Sendable {
    /// Name of the model, kept with every link.
    package var version = "koe-5"
    /// A link is made at this sum; 3.3 bits is a chance of nine in ten.
    package var threshold = 3_300
    /// Distance the best case must have to the next.
    package var margin = 2_000
    /// The same to the next case of the same person.
    package var ownMargin = 500
    /// For each word of the incident that a comment repeats of one of a person's cases, up to three.
    package var choiceWord = 700
    /// Against one of a person's cases that was opened after the comment.
    package var choiceEarly = -700
    /// From this sum to the threshold a link is proposed for review.
    package var reviewFloor = 0
    /// Keys with more holders than this find nothing.
    package var hotKey = 60
    /// log2 of the odds that a comment has a case at all: nearly three to one.
    ///
    /// Where nine in ten cases are taken out of a set, this costs less than a hundredth of its precision; odds of one to
    /// one lose two links in a hundred among a million comments, where every name is common.
    package var noCase = 1_500

    /// log2 of *m* of the name levels.
    package var nameSame = -600
    package var nameSlip = -4_500
    package var namePartAndInitial = -3_000
    package var nameSinglePart = -3_000
    package var nameInitials = -3_500
    package var nameFamily = -5_000
    package var nameDifferent = -9_000
    package var nameOtherWord = -3_000
    /// On top of the full name's weight, where the text names its customer and another person writes.
    package var nameSpokenFor = -2_000
    /// At least this where the writer speaks for somebody, and where the account is the customer's.
    package var nameOnBehalf = -1_500
    package var nameSharedAccount = -2_000

    package var brandSame = -100
    package var brandAlike = -300
    package var brandUnknown = -1_500
    package var brandUnknownMost = 1_500
    package var brandUnlisted = -2_500
    package var brandTwin = -6_000
    package var brandOther = -9_000
    package var productSame = -500
    package var productAlike = 2_000
    package var productUnknown = -700
    package var productOther = -5_000

    /// What a quoted number leaves over the prior: the odds that people quote their own.
    package var numberExact = 5_500
    package var numberPart = 3_000
    package var numberSlip = 1_500
    package var numberTail = -1_000
    /// Against a number that the text calls somebody else's.
    package var numberOfOther = -12_000
    package var orderExact = 7_000
    /// What a shared account leaves over the prior, before how many cases have it.
    package var handleSame = 5_000
    /// Against a namesake's case, where both have an account and the two differ.
    ///
    /// Where most comments have no case, namesakes are commoner than people with two accounts.
    package var handleOther = -4_500
    /// What is taken off where the handle is that of the customer's other case.
    package var handleImplied = -1_500

    /// log2 of the chance that a true comment falls into the time around its case.
    package var timeWithin = -400
    package var timeSoonBefore = -3_500
    package var timeWeeksBefore = -1_000
    package var timeLongBefore = -7_000
    package var timeMonthsAfter = -500
    package var timeAfter = -2_000
    package var timeFresh = -6_000
    package var timeReopened = -1_300
    package var timeYearsLooking = 0
    package var timeYearsRepeating = -2_500
    package var timeYearsNamed = 2_500
    package var timeYearsSilent = -7_000

    package var subjectSame = 4_000
    package var subjectAlike = 2_000
    package var subjectOther = -1_500

    /// Odds that a person who answers in a case's thread and bears a fitting name is its customer.
    package var replyPrior = -500
    /// The same for a comment that only shares the thread.
    package var threadPrior = -3_000
    /// Words that go on with what the writer told before, and words of a reader, in an answer.
    package var replyContinuing = 1_500
    package var replyReader = -1_500
    /// Against a case found by name alone, where the comment answers another person about another case.
    package var answersOther = -3_000
    /// log2 of *m* of a partial name within a thread, where people write their names in short.
    package var replyPartialName = -1_700
    /// A rating on an answer: readers of other people's stories seldom give one.
    package var replyRated = 1_000
    /// The very text of another comment that has the case, under a fitting name.
    package var sameText = 7_000

    package init() {}

    /// The model in use.
    package static let standard = LinkModel()
}
