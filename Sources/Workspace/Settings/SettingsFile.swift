import Yams

/// `koe.yaml` as it is written: every key may be missing.
package struct SettingsFile: Decodable, Sendable {
    package struct Brand: Decodable, Hashable, Sendable {
        package var name: String
        package var aliases: [String]?
        /// Name in Japanese script, for Japanese reports.
        package var japaneseName: String?
        /// Invented data, which reports label as such.
        package var isSynthetic: Bool?

        fileprivate enum CodingKeys: String, CodingKey, CaseIterable {
            case name, aliases, japaneseName, isSynthetic
        }
    }

    /// Files that are imported in one way.
    package struct Source: Decodable, Sendable {
        package var name: String
        /// File names in the inbox, with `*` and `?`.
        package var files: String
        package var format: String?
        /// File with the mapping, relative to the workspace.
        package var map: String?
        package var encoding: String?
        package var timeZone: String?
        package var brand: String?
        package var channel: String?
        /// Days without anything new after which a run fails; its own rhythm counts where this is missing.
        package var silentAfterDays: SettingsNumber?
        /// Days after which its comments and cases are erased; for ever where this is missing.
        package var keepDays: SettingsNumber?
        /// Days after which its inputs are forgotten as they came; those of all sources where this is missing.
        package var rawRowDays: SettingsNumber?

        fileprivate enum CodingKeys: String, CodingKey, CaseIterable {
            case name, files, format, map, encoding, timeZone, brand, channel, silentAfterDays, keepDays, rawRowDays
        }
    }

    /// Somebody who is told what is new: one of `webhook`, `mail` and `file`.
    package struct Notice: Decodable, Hashable, Sendable {
        package var webhook: String?
        package var mail: String?
        /// Sender of the mail.
        package var from: String?
        package var file: String?

        fileprivate enum CodingKeys: String, CodingKey, CaseIterable {
            case webhook, mail, from, file
        }
    }

    /// What the company did or met, for charts and flags.
    package struct Event: Decodable, Hashable, Sendable {
        /// `2026`, `2026-04` or `2026-04-01`.
        package var date: String
        package var label: String
        /// `release`, `incident`, `campaign`, `price`, `staffing` or `company`; the last where it is missing.
        package var kind: String?
        /// Only for this brand; every brand where it is missing.
        package var brand: String?
        /// Only for this product, or this channel; for all where they are missing.
        package var product: String?
        package var channel: String?

        fileprivate enum CodingKeys: String, CodingKey, CaseIterable {
            case date, label, kind, brand, product, channel
        }
    }

    /// When the office is open, for business hours.
    package struct Office: Decodable, Sendable {
        /// Hours by days of the week, such as `mon-fri: 09:00-18:00`.
        package var hours: [String: String]?
        /// Whether the public holidays of Japan are closed.
        package var japaneseHolidays: Bool?
        /// Closed days: `2026-12-29`, `12-29` for every year, or two with `..` between.
        package var closed: [String]?

        fileprivate enum CodingKeys: String, CodingKey, CaseIterable {
            case hours, japaneseHolidays, closed
        }
    }

    package var timeZone: String?
    package var language: String?
    package var title: String?
    /// A sentence under the title of every report.
    package var notice: String?
    package var asOf: String?
    package var margin: SettingsNumber?
    package var minimumVoices: SettingsNumber?
    package var flagPeriods: String?
    package var flagVoices: SettingsNumber?
    package var flagRate: SettingsNumber?
    package var quarantineLimit: SettingsNumber?
    /// Whether the inputs are kept as they came, so that they can be read again.
    package var keepRawRows: Bool?
    /// Days after which a kept input is forgotten; 0 keeps it for ever.
    package var rawRowDays: SettingsNumber?
    /// Backups that are kept; 0 makes none before a migration.
    package var keepBackups: SettingsNumber?
    /// Where a run writes its metrics, relative to the workspace.
    package var metricsFile: String?
    package var dictionary: String?
    package var office: Office?
    /// Weights of the facets in their weighted mean, by facet.
    package var facetWeights: [String: SettingsNumber]?
    package var events: [Event]?
    package var notify: [Notice]?
    package var brands: [Brand]?
    /// Mail addresses and domains of the company.
    package var ownAddresses: [String]?
    /// Regular expressions of order and case numbers, which are hidden in every output.
    package var maskPatterns: [String]?
    package var sources: [Source]?

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case timeZone, language, title, notice, asOf, margin, minimumVoices, flagPeriods, flagVoices, flagRate,
            quarantineLimit, keepRawRows, rawRowDays, keepBackups, metricsFile, dictionary, office, facetWeights,
            events, notify, brands, ownAddresses, maskPatterns, sources
    }

    private static let longestProblem = 400

    package init() {}

    /// - Parameters:
    ///   - text: content of the file.
    ///   - path: name for error messages.
    /// - Throws: ``WorkspaceError`` `usage` with line and column, or with the name of an unknown key.
    package init(yaml text: String, path: String) throws {
        // Editors on Windows begin a file with a byte order mark, which is no YAML.
        let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        do {
            guard let node = try Yams.compose(yaml: text) else { return }
            guard let mapping = node.mapping else {
                throw WorkspaceError(.usage, "\(path): the file must be a list of `key: value` lines")
            }
            try Self.check(mapping, CodingKeys.self, of: path)
            for (key, value) in mapping { try Self.checkParts(of: key.string ?? "", value, path) }
            self = try YAMLDecoder().decode(SettingsFile.self, from: text)
        } catch let error as YamlError {
            // The parser shows the whole line, however long.
            throw WorkspaceError(.usage, "\(path): \("\(error)".prefix(Self.longestProblem))")
        } catch let error as DecodingError {
            throw WorkspaceError(.usage, "\(path): \(Self.explain(error))")
        }
    }

    /// Refuses keys that mean nothing inside the value of a key.
    private static func checkParts(of key: String, _ value: Node, _ path: String) throws {
        let parts = value.sequence.map { $0.compactMap(\.mapping) } ?? [value.mapping].compactMap(\.self)
        for part in parts {
            switch CodingKeys(rawValue: key) {
            case .brands: try check(part, Brand.CodingKeys.self, of: path)
            case .sources: try check(part, Source.CodingKeys.self, of: path)
            case .notify: try check(part, Notice.CodingKeys.self, of: path)
            case .events: try check(part, Event.CodingKeys.self, of: path)
            case .office: try check(part, Office.CodingKeys.self, of: path)
            default: break
            }
        }
    }

    private static func check<Keys: CaseIterable & RawRepresentable<String>>(
        _ mapping: Node.Mapping,
        _ keys: Keys.Type,
        of path: String
    ) throws {
        let known = Set(keys.allCases.map(\.rawValue))
        guard let unknown = mapping.keys.first(where: { !known.contains($0.string ?? "") }) else { return }
        let line = unknown.mark.map { ":\($0.line):\($0.column)" } ?? ""
        throw WorkspaceError(
            .usage,
            "\(path)\(line): unknown key \"\(unknown.string ?? "?")\"; the keys are \(known.sorted().joined(separator: ", "))"
        )
    }

    private static func explain(_ error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context), .dataCorrupted(let context), .valueNotFound(_, let context):
            "the value of \(name(context.codingPath)) has the wrong form"
        case .keyNotFound(let key, let context):
            "\(name(context.codingPath + [key])) is missing"
        @unknown default:
            "a value has the wrong form"
        }
    }

    private static func name(_ path: [any CodingKey]) -> String {
        path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}
