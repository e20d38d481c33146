import Mustache

/// What a template sees: fields, lists, flags and markup, and never a bare string.
///
/// Templates print values as they are (`CONTENT_TYPE: TEXT`), since everything here is escaped already.
indirect enum View: Sendable {
    case markup(Markup)
    case list([View])
    case fields([String: View])
    case flag(Bool)

    /// Text of any origin, escaped.
    static func text(_ text: String) -> View { .markup(Markup(text)) }

    /// Text of any origin, escaped; absent when `nil`.
    static func text(_ text: String?) -> View {
        guard let text else { return .flag(false) }
        return .markup(Markup(text))
    }

    /// Fields when there are any; otherwise a section of this name is left out.
    static func optional(_ view: View?) -> View { view ?? .flag(false) }
}

extension View {
    /// Bytes of everything that a template may print of it.
    var byteCount: Int {
        switch self {
        case .markup(let markup): markup.html.utf8.count
        case .list(let list): list.reduce(0) { $0 + $1.byteCount }
        case .fields(let fields): fields.values.reduce(0) { $0 + $1.byteCount }
        case .flag: 0
        }
    }
}

extension View: MustacheCustomRepresentation {
    var representation: Any? {
        switch self {
        case .markup(let markup): markup.html
        case .list(let list): list
        case .fields(let fields): fields
        case .flag(let flag): flag
        }
    }
}

extension View: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, View)...) {
        self = .fields(Dictionary(elements) { _, last in last })
    }
}

extension View: MustacheParent {
    func child(named name: String) -> Any? {
        guard case .fields(let fields) = self else { return nil }
        return fields[name]
    }
}
