package import Feedback

/// What the linker needs to know of a case.
package struct LinkCase: Hashable, Sendable {
    package let caseID: String
    package var isStory: Bool
    package var number: String?
    package var orderNumber: String?
    package var brand: String?
    package var product: String?
    package var customer: String?
    package var customerHandle: String?
    package var openedAt: Instant?
    package var closedAt: Instant?
    package var subject: String?

    package init(caseID: String, isStory: Bool = false) {
        self.caseID = caseID
        self.isStory = isStory
    }

    package init(_ supportCase: SupportCase) {
        caseID = supportCase.caseID
        isStory = supportCase.origin == .story
        number = supportCase.number
        orderNumber = supportCase.orderNumber
        brand = supportCase.brand
        product = supportCase.product
        customer = supportCase.customer
        customerHandle = supportCase.customerHandle
        openedAt = supportCase.openedAt?.instant
        closedAt = supportCase.closedAt?.instant
        subject = supportCase.subject
    }

    /// Of the ids of cases that stories open.
    package static let storyPrefix = "story:"

    /// The comments, by source and id, whose story the case may be; more than one where a colon stands in either.
    package static func storyNames(caseID: String) -> [(source: String, externalID: String)] {
        guard caseID.hasPrefix(storyPrefix) else { return [] }
        let key = caseID.dropFirst(storyPrefix.count)
        return key.indices.filter { key[$0] == ":" }.map { colon in
            (String(key[..<colon]), String(key[key.index(after: colon)...]))
        }
    }

    /// Id of the case that a story opens, from the key of the comment that tells it.
    package static func storyID(commentKey: String) -> String {
        storyPrefix + commentKey.replacing("\u{1F}", with: ":")
    }
}
