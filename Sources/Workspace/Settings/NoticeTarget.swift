package import Foundation

/// Where a run tells what is new.
package enum NoticeTarget: Hashable, Sendable {
    /// Takes JSON with the member `text`, as Slack, Mattermost and Google Chat do.
    case webhook(URL)
    /// Goes out through the machine's own `sendmail`.
    case mail(to: String, from: String?)
    /// A line of JSON is added; the path is absolute or relative to the workspace.
    case file(String)

    /// What a person calls it; an address of a webhook is a secret, and only its host is shown.
    package var name: String {
        switch self {
        case .webhook(let url): "webhook \(url.host ?? "")"
        case .mail(let to, _): "mail \(to)"
        case .file(let path): "file \(path)"
        }
    }

    /// The same for the same receiver, and no secret.
    package var key: String {
        let receiver =
            switch self {
            case .webhook(let url): "webhook\n\(url.absoluteString)"
            case .mail(let to, _): "mail\n\(to)"
            case .file(let path): "file\n\(path)"
            }
        return String(Digest.hex(Array(receiver.utf8)).prefix(32))
    }

    /// Reads the targets of `koe.yaml`.
    ///
    /// A value that begins with `$` is the name of an environment variable, so that a secret need not stand in a file.
    /// - Throws: ``WorkspaceError`` `usage` for a target that names none or two receivers, or a wrong one.
    static func targets(_ notices: [SettingsFile.Notice], environment: [String: String]) throws -> [NoticeTarget] {
        try notices.enumerated().map { index, notice in
            try target(notice, environment, place: "notify[\(index)]")
        }
    }

    private static func target(
        _ notice: SettingsFile.Notice,
        _ environment: [String: String],
        place: String
    ) throws -> NoticeTarget {
        func value(_ text: String) throws -> String {
            guard text.hasPrefix("$") else { return text }
            let name = String(text.dropFirst())
            if let value = environment[name], !value.isEmpty { return value }
            throw WorkspaceError(.usage, "\(place): the environment variable \(name) is not set")
        }
        switch (notice.webhook, notice.mail, notice.file) {
        case (let address?, nil, nil):
            guard let url = URL(string: try value(address)), ["http", "https"].contains(url.scheme), url.host != nil
            else { throw WorkspaceError(.usage, "\(place): the webhook must be an http or https address") }
            return .webhook(url)
        case (nil, let to?, nil):
            let addresses = try [value(to)] + (notice.from.map { [try value($0)] } ?? [])
            guard addresses.allSatisfy(isAddress) else {
                throw WorkspaceError(.usage, "\(place): mail and from must be one mail address each")
            }
            return .mail(to: addresses[0], from: addresses.dropFirst().first)
        case (nil, nil, let path?):
            let path = try value(path)
            if path.isEmpty { throw WorkspaceError(.usage, "\(place): the file has no name") }
            return .file(path)
        default:
            throw WorkspaceError(.usage, "\(place) must have one of webhook, mail and file")
        }
    }

    /// Whether a text is one address that can stand in a mail's head.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.hasPrefix("-")
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value < 0x7F && !",;<>()\"".unicodeScalars.contains($0)
            }
    }
}
