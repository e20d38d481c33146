/// How a value is laid out, told once for all of its parts.
package struct JSONForm: Hashable, Sendable {
    /// White space between the parts.
    package enum Layout: Hashable, Sendable {
        /// None.
        case compact
        /// A line for each member and element, indented by two spaces.
        ///
        /// `colon` stands between name and value; `opensEmpty`: whether what is empty has an empty line within.
        case lines(colon: String, opensEmpty: Bool)
    }

    /// What becomes of the characters that RFC 8259, section 7, lets no string hold as they are.
    package enum Escapes: Hashable, Sendable {
        /// `\u0009`: all alike.
        case numbered
        /// `\t`, `\n` and `\r` for these three.
        case short
        /// As `short`, and `\b` and `\f` too.
        case letters
        /// As `letters`, and U+007F to U+009F too, so that no text can steer a terminal.
        case shown
        /// As `short`, and U+007F, U+2028 and U+2029 too, so that the text can stand in a script.
        case script
    }

    /// How numbers with a fraction are written.
    package enum Numbers: Hashable, Sendable {
        /// The fewest digits that read back as the same number; whole numbers without a point.
        case shortest
        /// At most so many decimals, 0–9, half away from zero, without zeros at the end.
        case decimals(Int)
    }

    package let layout: Layout
    package let escapes: Escapes
    package let numbers: Numbers

    /// A form of these three.
    package init(layout: Layout, escapes: Escapes, numbers: Numbers = .shortest) {
        self.layout = layout
        self.escapes = escapes
        self.numbers = numbers
    }

    /// Streams and what the database stores.
    package static let plain = JSONForm(layout: .compact, escapes: .numbered)
    /// One object on a line, for exports.
    package static let line = JSONForm(layout: .compact, escapes: .shown)
    /// Records that the database holds as text.
    package static let record = JSONForm(layout: .compact, escapes: .letters)
    /// Files of the report.
    package static let report = JSONForm(
        layout: .lines(colon: ": ", opensEmpty: false),
        escapes: .script,
        numbers: .decimals(6)
    )
    /// Results of commands and of the dashboard, in the layout of Foundation, which programs that read them know.
    package static let result = JSONForm(layout: .lines(colon: " : ", opensEmpty: true), escapes: .shown)
}
