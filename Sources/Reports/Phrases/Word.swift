/// A fixed word or sentence of a report.
///
/// Templates print one as `{{word.NAME}}`.
enum Word: String, Hashable, Sendable, CaseIterable {
    // Frame
    case skipToContent, onThisPage, navigation, reportTitle, overview, changes, coverage, brands, synthetic, asOf
    case madeFrom, none, run, zone, databaseHash, runAndHash, lexiconVersion, scorerVersion, configVersion
    case definitionVersion
    case margin, minimumVoices, confidence, command, whyComment, reproduce, why, showTable, downloadCSV, points

    // Measures
    case supportStrength, brandStrength, difference, differenceLong, voices, verdict, brand
    case period, insufficient, notComputed, adjustedSupport, supportHigher, brandHigher

    // Verdict states
    case stateEqual, stateEqualDifferent, stateDifferent, stateUndecided, stateInsufficient

    // Index
    case verdictHeading, numbersHeading, overviewYears, openChanges, noFlags
    case acrossBrands, withinSlope, betweenSlope, slopeNote, readingHeading

    // Brand page
    case numbersAtGlance, pathTitle, timeTitle, yearlyTable, eventsHeading, event, facetsHeading
    case facet, strength, praise, blame, bareMentions, signalsHeading, signal, direction, forLoyalty
    case againstLoyalty, driversHeading, driversNote, handlingHeading, handlingNote, measure, clock, cases
    case median, recoveryHeading, recoveryShare, recoveryChange, brandOfRecovered, brandOfOthers, surveysHeading
    case weight, weightedByUser, weightedByMentions, standardError, allTime, answers, value, yearOverYearHeading
    case before, after, adjustedDifference, rawWithin, rawMix, withinPart, mixPart, season, detailHeading, tostP
    case differenceP, blandAltman, demingSlope, demingIntercept, theilSen, leadMonths, comparedVoices, monthsTested,
        byCustomer
    case equalityInterval, method
    case basisHeading, basisSupportFacets, basisSupportClauses, basisSupportUnknown, basisBrandSignals
    case basisBrandRatings, basisBrandValence, basisBrandUnknown, basis, share, verbatimsHeading, verbatimsNote
    case choiceInfluential, choiceRandom, choiceExemplar, caseHeading, caseWord, caseFromStory, step, when, actor
    case channel, product, version, versionsHeading, versionsNote, firstVoice, againstVersionBefore, releasesHeading
    case releasesNote, versionPlace, versionEarlier, versionWithin, versionLater, sameTime, sameTimeNote, note, amount
    case similarCases, shortened, ratingWord, source, date, undated, undatedVoices, commentID
    case anonymous

    case facetVoicesLink, facetVoicesNote, facetYearsHeading, calendarHeading, handlingYearsHeading, year

    // Flags
    case whatMoved, nextHeading, nextCommands, nextRead, nextEvents, nextMeasurement, nextSeen, movedHeading
    case voicesAfter, voicesBefore, allNumbers
    case flagsHeading, improvementsHeading, improvementsNote, noImprovements, earlySignsHeading, earlySignsNote
    case noEarlySigns, explainedHeading, explainedNote, noExplained, insufficientHeading, reason, rawDifference
    case remaining, state, kind, firstPeriod, lastGood, firstDetectable, firstReported, adjustedP, adjustedQ
    case seriesTested, movedFacets, movedChannels, change, relatedHeading
    case acknowledgedAt, supersededHeading, supersededNote, flagID, record, blamedFacets, similarCase

    // Coverage
    case namesDiffer, ledgerHeading, read, stored, duplicate, updated, quarantined, addsUp, yes, no, comments,
        unknownLanguage
    case lexiconHit, unlinked, newest, silence, freshness, freshnessFresh, freshnessLate, freshnessSilent
    case freshnessUnknown, sourcesHeading, quarantineHeading, rows, example, agreementHeading
    case parityHeading, parityMeasure, parityDifference, parityInterval, parityValence, paritySide, parityFacets
    case paritySignals
    case mismatchHeading, mismatchNote, mismatchLink
    case negative, neutral, positive, unscored, cause, totalVoices, totalCases, withoutBrand, total

    // Dashboard
    case search, searchHeading, searchWords, searchNote, allBrands, searchButton, noHits, unknownBrand, hitsCut
    case commentHeading, otherLanguage, sumHeading, adds, words, entry, rule, sumOfText, sumOfHandling
    case noEntry, notScored, mentionsHeading, linkHeading, relation, linkStatus, linkBits, linkMargin, noLink
    case linkEvidence, feature, inComment, inCase, relationSameCase, relationFollowUp, relationAbout
    case relationSimilar, relationDuplicate, statusAuto, statusReview, statusConfirmed, statusRejected
    case voiceHeading, noVoice, voiceMonth, notCounted, sameVoice
    case noReportHeading, noReportText, notFoundHeading, notFoundText, badRequestHeading, badRequestText
    case notAllowedHeading, notAllowedText, wrongHostHeading, wrongHostText, busyHeading, busyText
    case failedHeading, failedText, liveNote
    case liveOverview, commentsHeading, filterHeading, filterFrom, filterTo, ratingOfFive, language
    case japaneseLanguage, englishLanguage, linkedOnly, unlinkedOnly, anyChoice, noBrand, applyFilter
    case clearFilter, countedFor, voiceMonths, noComments, waitingNote, pagerHeading, previousPage, nextPage
    case liveOverviewHeading, lastRun, latestYear, openFlagsHeading, flagWord, praiseComments, blameComments
    case namedComments, yearsHeading, monthsHeading, strongestPraise, strongestBlame
    case linkedComments, allOfThem, workHeading, assignee, acknowledge, takeBack, saveAssignee
    case scoredWrongHeading, scoredWrongNote, scoredWrongText, scoredWrongButton, rightSide
    case doneText, lockedHeading, lockedText, signInHeading, signInText, forbiddenHeading, forbiddenText
    case tooManyHeading, tooManyText, trialHeading, trialNote, trialText, trialButton
    case withdrawnState, noFlagsYet, countedVoices
    case queueHeading, queueWaiting, queueDecided, queueLinks, queueEmpty, queueDecisions
    case queueNoDecisions, queueMove, queueConfirm, queueReject, queueUndo
    case compareHeading, compareFirst, compareSecond, compareFrom, compareTo, compareButton, compareDifference
    case compareNote, compareOverlap, compareTooFew, compareLink
    case relinkHeading, relinkNote, relinkCase, relinkButton, unlinkButton
}
