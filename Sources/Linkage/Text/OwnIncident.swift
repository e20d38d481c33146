/// Tells whether another person's answer in a thread is a remark on the case or an incident of their own.
enum OwnIncident {
    /// Whether the text tells an incident of its writer.
    ///
    /// Signs are summed: an outright "the same happened to me" decides alone, and so does a word of likeness beside a
    /// word for oneself; otherwise several signs of a report must come together (words of incidents, figures, a
    /// product, a rating, length), and words of readers speak against it.
    static func isTold(by comment: LinkComment, features: CommentFeatures, caseSubject: Int) -> Bool {
        signs(comment, features, caseSubject) >= threshold
    }

    private static func signs(_ comment: LinkComment, _ features: CommentFeatures, _ caseSubject: Int) -> Int {
        let text = features.text
        if Cues.sameBefell.isFound(in: text) { return threshold }
        let persons = Cues.firstPerson.count(in: text, limit: 2)
        if persons > 0, Cues.likeness.isFound(in: text) { return threshold }
        let incidents = Cues.incident.count(in: text, limit: 3)
        var sum = 12 * incidents + 12 * persons - 15 * Cues.reader.count(in: text, limit: 2)
        if Cues.contrast.isFound(in: text) { sum += 12 }
        if Cues.ownTime.isFound(in: text) { sum += 10 }
        if incidents > 0, persons > 0, text.scalars.contains(where: ScalarClass.isDigit) { sum += 10 }
        if text.scalars.last == Self.questionMark { sum -= 10 }
        if comment.product != nil { sum += 15 }
        if comment.isRated { sum += 10 }
        if incidents > 0, text.scalars.count > text.script.longRemark { sum += 5 }
        // A reader who says the case's words tells no incident, unless of himself.
        if caseSubject > 0 { sum += persons > 0 ? 12 : -12 }
        return sum
    }

    private static let questionMark: UInt32 = 0x3F
    private static let threshold = 24
}
