extension NativeFormat {
    /// Every format that is told by its columns, in the order of the manual.
    package static let all: [NativeFormat] = [
        googlePlayConsole, googlePlayScraper, googlePlayInterface, appStoreFeed, appStoreConnect, googleBusiness,
        googleTakeout, zendeskRatings,
        zendeskTickets, zendeskComments, zendeskTicketRating, intercom, intercomParts, intercomRating, zammad,
        freeScout, twcs, trustpilot, trustpilotPages, trustpilotTable, yelp, amazonReviews, amazonReviews2014,
        amazonSeller, reddit, redditPosts, chatwoot, chatwootAnswers, freshdesk, freshdeskRatings,
        freshdeskConversations, rakuten, qualtrics, qualtricsLegacy, limeSurvey, youTubeComments, youTubeDownloader,
    ]
}
