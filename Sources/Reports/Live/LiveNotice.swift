/// A page that says why there is nothing to show.
package enum LiveNotice: Hashable, Sendable {
    /// No report was made yet; the command makes one.
    case noReport(command: String)
    case notFound, badRequest, notAllowed, wrongHost, busy, failed
    case signIn, forbidden, locked, tooMany

    /// The notice that goes with the status of an HTTP answer.
    package init(status: Int) {
        switch status {
        case 401: self = .signIn
        case 403: self = .forbidden
        case 404: self = .notFound
        case 405: self = .notAllowed
        case 421: self = .wrongHost
        case 423: self = .locked
        case 429: self = .tooMany
        case 503: self = .busy
        case 400..<500: self = .badRequest
        default: self = .failed
        }
    }

    var command: String? {
        if case .noReport(let command) = self { command } else { nil }
    }

    var heading: Word {
        switch self {
        case .noReport: .noReportHeading
        case .notFound: .notFoundHeading
        case .badRequest: .badRequestHeading
        case .notAllowed: .notAllowedHeading
        case .wrongHost: .wrongHostHeading
        case .busy: .busyHeading
        case .failed: .failedHeading
        case .signIn: .signInHeading
        case .forbidden: .forbiddenHeading
        case .locked: .lockedHeading
        case .tooMany: .tooManyHeading
        }
    }

    var text: Word {
        switch self {
        case .noReport: .noReportText
        case .notFound: .notFoundText
        case .badRequest: .badRequestText
        case .notAllowed: .notAllowedText
        case .wrongHost: .wrongHostText
        case .busy: .busyText
        case .failed: .failedText
        case .signIn: .signInText
        case .forbidden: .forbiddenText
        case .locked: .lockedText
        case .tooMany: .tooManyText
        }
    }
}
