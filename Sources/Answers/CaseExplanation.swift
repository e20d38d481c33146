import Feedback
import Reporting
import Reports
import Store
package import Workspace

/// What is known of a case: its steps, the comments that are linked to it, and others that told the same.
package struct CaseExplanation: Encodable, Sendable {
    package struct Step: Encodable, Sendable {
        package let at: String?
        package let kind: String
        package let actor: String?
        package let note: String?
        package let amount: String?
    }

    package struct Linked: Encodable, Sendable {
        /// `source:id`.
        package let comment: String
        package let relation: String
        package let status: String
        package let postedAt: String?
    }

    /// A case that tells the same.
    package struct Similar: Encodable, Sendable {
        package let caseID: String
        /// Share of what the case tells that this one tells as well; 0…1.
        package let likeness: Double
        package let brand: String?
        package let product: String?
        package let openedAt: String?
        package let subject: String?
    }

    package let caseID: String
    package let brand: String?
    package let product: String?
    package let customer: String?
    package let openedAt: String?
    package let closedAt: String?
    package let subject: String?
    /// The case under whose name this one goes, where people have put them together.
    package let mergedInto: String?
    package let steps: [Step]
    /// In the order of their times.
    package let comments: [Linked]
    /// The most alike first; they are linked to nothing by it.
    package let similar: [Similar]

    /// `isMasked`: whether personal data is hidden.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is no such case.
    package init(id: String, isMasked: Bool, in context: WorkspaceContext) throws {
        let zone = context.settings.zone
        let names = try context.voiceNames()
        self = try context.database.read { db in
            let id = try names.stored(caseID: id, in: db)
            guard let stored = try CaseTable.supportCase(id, in: db),
                let timeline = try CaseTimelineBuilder(zone: zone, names: names).timeline(of: id, in: db)
            else { throw WorkspaceError(.input, "there is no case \"\(id)\"; koe export cases lists them") }
            let similar = try SimilarCases.of(stored, in: db)
            let texts = [timeline.subject] + timeline.steps.map(\.note) + similar.map(\.supportCase.subject)
            let masking = try KnownNames.masking(
                of: texts.compactMap(\.self),
                beside: context.settings.masking,
                in: db
            ).hiding(
                ([stored] + similar.map(\.supportCase)).flatMap { [$0.customer, $0.customerHandle].compactMap(\.self) }
            )
            func shownID(_ id: String) -> String { isMasked ? names.shown(caseID: id) : id }
            func shown(_ text: String?) -> String? { isMasked ? text.map(masking.masked) : text }
            let linked = try ReportQueries.commentIDs(ofCase: id, in: db).compactMap { row -> Linked? in
                guard let comment = try CommentTable.comments(ids: [row], in: db).first?.comment,
                    let link = try LinkTable.link(of: row, in: db)
                else { return nil }
                return Linked(
                    comment: isMasked ? names.shown(key: comment.key) : comment.key,
                    relation: link.relation.rawValue,
                    status: link.status.rawValue,
                    postedAt: comment.postedAt.map { zone.format($0.instant) }
                )
            }
            return CaseExplanation(
                caseID: isMasked ? timeline.caseID : id,
                brand: stored.brand,
                product: isMasked ? stored.product.map { names.shown($0) } : stored.product,
                customer: isMasked ? stored.customer.map(Masking.author) : stored.customer,
                openedAt: stored.openedAt.map { zone.format($0.instant) },
                closedAt: stored.closedAt.map { zone.format($0.instant) },
                subject: shown(stored.subject),
                mergedInto: try CaseAliasTable.roots(in: db)[id].map(shownID),
                steps: timeline.steps.map {
                    Step(at: $0.at, kind: $0.kind, actor: $0.actor?.rawValue, note: shown($0.note), amount: $0.amount)
                },
                comments: linked,
                similar: similar.map { other in
                    Similar(
                        caseID: shownID(other.supportCase.caseID),
                        likeness: Double(other.likeness) / 1_000,
                        brand: other.supportCase.brand,
                        product: isMasked
                            ? other.supportCase.product.map { names.shown($0) } : other.supportCase.product,
                        openedAt: other.supportCase.openedAt.map { zone.format($0.instant) },
                        subject: shown(other.supportCase.subject)
                    )
                }
            )
        }
    }

    private init(
        caseID: String,
        brand: String?,
        product: String?,
        customer: String?,
        openedAt: String?,
        closedAt: String?,
        subject: String?,
        mergedInto: String?,
        steps: [Step],
        comments: [Linked],
        similar: [Similar]
    ) {
        self.caseID = caseID
        self.brand = brand
        self.product = product
        self.customer = customer
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.subject = subject
        self.mergedInto = mergedInto
        self.steps = steps
        self.comments = comments
        self.similar = similar
    }
}
