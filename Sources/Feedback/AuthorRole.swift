/// Who wrote a comment, or took a step of a case.
package enum AuthorRole: String, Codable, Hashable, Sendable, CaseIterable {
    case customer, agent, bot
}
