/// A form that changes something: always with the token that shows it is this page's own.
struct LiveForm {
    enum Field {
        case hidden(name: String, value: String)
        case line(name: String, label: String, value: String)
        case lines(name: String, label: String, value: String)
        case choice(name: String, label: String, options: [(value: String, text: String)])
    }

    let path: String
    let fields: [Field]
    let button: String
    /// What the button is about, for those who do not see what stands beside it; `nil` where there is one such button.
    var subject: String?
    /// Whether it stands beside a button that is rather pressed.
    var isLight = false

    /// The form; empty for a reader who may not change anything.
    ///
    /// `id`: makes the ids of the fields unlike those of other forms.
    func markup(id: String, in frame: LiveFrame) -> Markup {
        guard let token = frame.formToken else { return .empty }
        let hidden: [Field] =
            [.hidden(name: "form", value: token)]
            + (frame.carriesLanguage ? [.hidden(name: "lang", value: frame.language.rawValue)] : [])
        let content =
            (hidden + fields).map { markup($0, id) }.joined(separator: "\n")
            + .element("p", [], buttonMarkup(in: frame))
        return .element("form", [("class", "search work"), ("method", "post"), ("action", path)], content)
    }

    private func buttonMarkup(in frame: LiveFrame) -> Markup {
        let about = subject.map { Markup.element("span", [("class", "unseen")], Markup(frame.phrases.bracketed($0))) }
        let attributes = [("type", "submit")] + (isLight ? [("class", "light")] : [])
        return .element("button", attributes, Markup(button) + (about ?? .empty))
    }

    private func markup(_ field: Field, _ form: String) -> Markup {
        switch field {
        case .hidden(let name, let value):
            return .empty("input", [("type", "hidden"), ("name", name), ("value", value)])
        case .line(let name, let label, let value):
            let id = "\(form)-\(name)"
            let attributes = [("type", "text"), ("id", id), ("name", name), ("value", value), ("maxlength", "200")]
            return labelled(label, id, .empty("input", attributes))
        case .lines(let name, let label, let value):
            let id = "\(form)-\(name)"
            let attributes = [("id", id), ("name", name), ("rows", "3"), ("maxlength", "2000")]
            return labelled(label, id, .element("textarea", attributes, Markup(value)))
        case .choice(let name, let label, let options):
            let id = "\(form)-\(name)"
            let all = options.map { Markup.element("option", [("value", $0.value)], Markup($0.text)) }.joined()
            return labelled(label, id, .element("select", [("id", id), ("name", name)], all))
        }
    }

    private func labelled(_ label: String, _ id: String, _ control: Markup) -> Markup {
        .element("p", [], .element("label", [("for", id)], Markup(label)) + control)
    }
}
