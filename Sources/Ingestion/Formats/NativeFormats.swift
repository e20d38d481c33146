extension NativeFormat {
    /// Every format that is told by its columns, in the order of the manual.
    package static let all: [NativeFormat] = [
        googlePlayConsole, googlePlayScraper, appStoreFeed, appStoreConnect, googleBusiness, zendeskRatings,
        zendeskTickets, zendeskComments, zendeskTicketRating, intercom, intercomParts, intercomRating, zammad,
        freeScout, twcs, trustpilot, trustpilotPages, yelp, amazonReviews, amazonReviews2014, reddit,
        chatwoot, freshdesk, freshdeskRatings, rakuten, qualtrics, qualtricsLegacy, limeSurvey, youTubeComments,
    ]
}
