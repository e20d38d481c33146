/// A sentence that is tried, with what the scorer makes of it.
package struct LiveTrial: Sendable {
    /// As it was typed; empty before the first try.
    package var text: String
    /// `nil` before the first try.
    package var result: LiveComment?

    package init(text: String, result: LiveComment?) {
        self.text = text
        self.result = result
    }

    func fields(in frame: LiveFrame) -> [String: View] {
        let phrases = frame.phrases
        let form = LiveForm(
            path: "/try",
            fields: [.lines(name: "text", label: phrases(.trialText), value: text)],
            button: phrases(.trialButton)
        )
        return [
            "form": .markup(form.markup(id: "try", in: frame)),
            "wordsLink": .text(phrases(.link)),
            "wordsPath": .text(frame.path(to: LiveAddress(LiveWordTrial.path))),
            "result": .optional(result.map { .fields(LiveCommentPage(comment: $0, frame: frame).fields) }),
        ]
    }
}
