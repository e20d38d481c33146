import Feedback
import Reporting
import Reports
import Store
package import Workspace

/// What there is to decide about a comment: its case, what a confirmation would move, and what was decided.
package struct ReviewDetail: Encodable, Sendable {
    package struct Case: Encodable, Sendable {
        package let id: String
        package let brand: String?
        package let product: String?
        package let customer: String?
        package let openedAt: String?
        package let subject: String?
    }

    package struct Item: Encodable, Sendable {
        package let comment: String
        /// The case that is linked, proposed or refused.
        package let supportCase: Case?
        /// In points, as ``ReviewQueue/formula`` says; `nil` where nothing waits.
        package let move: Double?
        package let decisions: [DecisionItem]
    }

    package let comments: [Item]

    /// - Throws: an error of the database.
    package init(of name: String, isMasked: Bool, in context: WorkspaceContext) throws {
        let names = try context.voiceNames()
        let people = try PersonNames(lexicons: context.resources.lexicons)
        comments = try context.database.read { db in
            let book = try DecisionBook(of: context, in: db)
            return try CommentTable.find(names.stored(name, in: db), in: db).map { stored in
                let link = try LinkTable.link(of: stored.id, in: db)
                let points = try link.flatMap { link in
                    try link.status == .review
                        ? DecisionMove(
                            of: [(stored.id, link)],
                            zone: context.settings.zone,
                            person: people.person,
                            in: db
                        ).thousandths(of: stored.id, link, in: db) : nil
                }
                let subject = ReviewDecision.Subject(
                    source: stored.comment.source,
                    externalID: stored.comment.externalID
                )
                let supportCase = try link.flatMap { try CaseTable.supportCase($0.caseID, in: db) }
                return Item(
                    comment: isMasked ? names.shown(key: stored.comment.key) : stored.comment.key,
                    supportCase: try supportCase.map { try Self.shown($0, isMasked: isMasked, names, context, in: db) },
                    move: points.map { Double($0) / 1_000 },
                    decisions: book.byComment[subject, default: []].map(book.item)
                )
            }
        }
    }

    private static func shown(
        _ supportCase: SupportCase,
        isMasked: Bool,
        _ names: VoiceNames,
        _ context: WorkspaceContext,
        in db: StoreConnection
    ) throws -> Case {
        let texts = [supportCase.subject].compactMap(\.self)
        let masking = try KnownNames.masking(of: texts, beside: context.settings.masking, in: db)
            .hiding([supportCase.customer, supportCase.customerHandle].compactMap(\.self))
        return Case(
            id: isMasked ? names.shown(caseID: supportCase.caseID) : supportCase.caseID,
            brand: supportCase.brand,
            product: supportCase.product,
            customer: isMasked ? supportCase.customer.map(Masking.author) : supportCase.customer,
            openedAt: supportCase.openedAt.map { context.settings.zone.format($0.instant) },
            subject: isMasked ? supportCase.subject.map(masking.masked) : supportCase.subject
        )
    }
}
