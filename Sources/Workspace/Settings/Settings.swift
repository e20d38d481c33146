package import Feedback
package import Measures
package import Reports

/// Every setting with its value and where the value came from.
///
/// Precedence: flag, environment, file, default.
package struct Settings: Sendable {
    package enum Origin: String, Sendable {
        case flag, environment, file
        case builtIn = "default"
    }

    /// One line of `koe config`.
    package struct Line: Sendable {
        package let key: String
        package let value: String
        package let origin: Origin
    }

    package let zone: Zone
    package let language: String
    package let title: String
    /// A sentence under the title of every report.
    package let notice: String?
    /// The moment a report speaks of; `nil` means the time of the run.
    package let asOf: String?
    /// Points within which S and B count as equal.
    package let margin: Double
    package let minimumVoices: Int
    /// Lengths of period in which changes are looked for, beside months.
    package let flagPeriods: [PeriodLength]
    /// Voices that a channel, a product or a facet needs before changes are looked for in it alone.
    package let flagVoices: Int
    /// Share of the flags of a run that may be false by design, 0.001…0.5.
    package let flagRate: Double
    /// Share of the rows read above which a run counts as failed, 0…1.
    package let quarantineLimit: Double
    /// Whether the inputs are kept as they came, packed, so that they can be read again.
    package let keepRawRows: Bool
    /// Days after which a kept input is forgotten; 0 keeps it for ever.
    package let rawRowDays: Int
    /// Backups that are kept; 0 makes none before a migration.
    package let keepBackups: Int
    /// Folder of the MeCab dictionary; `nil` means the usual places.
    package let dictionary: String?
    /// When the office is open, for business hours.
    package let office: BusinessCalendar
    /// The user's own weights of the facets; `nil` takes the shares of mentions.
    package let facetWeights: FacetWeights?
    /// What the company did or met, in the order given.
    package let events: [SettingsFile.Event]
    /// Who is told what is new, in the order given.
    package let notify: [NoticeTarget]
    package let brands: [SettingsFile.Brand]
    /// Mail addresses and domains of the company, whose mails are its agents'.
    package let ownAddresses: [String]
    /// What is hidden in every output: what is personal everywhere, and numbers of the patterns that are set.
    package let masking: Masking
    package let sources: [SettingsFile.Source]
    /// Days without anything new after which a source counts as silent, by source.
    package let silenceLimits: [String: Int]
    /// Days for which comments and cases are kept, by source; others are kept for ever.
    package let keepDays: [String: Int]
    /// Days for which inputs are kept as they came, by source, beside ``rawRowDays``.
    package let sourceRawRowDays: [String: Int]
    /// Where a run writes its metrics, relative to the workspace.
    package let metricsFile: String
    /// In the order in which they are shown.
    package let lines: [Line]

    /// Finds the value of every setting.
    ///
    /// `flags`: values given on the command line, by key.
    /// `environment`: variables such as `KOE_TIME_ZONE`.
    /// - Throws: ``WorkspaceError`` `usage` when a value is out of its range.
    package init(file: SettingsFile, flags: [String: String] = [:], environment: [String: String] = [:]) throws {
        var resolver = SettingsResolver(flags: flags, environment: environment)
        let zoneName = resolver.text("timeZone", file.timeZone, otherwise: "Asia/Tokyo")
        zone = try ZoneDatabase.zone(named: zoneName)
        language = resolver.text("language", file.language, otherwise: "ja")
        guard ReportLanguage(rawValue: language) != nil else {
            let known = ReportLanguage.allCases.map(\.rawValue).joined(separator: " or ")
            throw WorkspaceError(.usage, "language is \"\(language)\"; it must be \(known)")
        }
        title = resolver.text("title", file.title, otherwise: "Koe")
        notice = try Self.sentence(resolver.optionalText("notice", file.notice))
        asOf = resolver.optionalText("asOf", file.asOf)
        _ = try asOf.map(ReportTime.instant)
        margin = try resolver.number("margin", file.margin, otherwise: 5, in: 0.1...50)
        minimumVoices = try resolver.count("minimumVoices", file.minimumVoices, otherwise: 5, in: 1...10_000)
        flagPeriods = try Self.flagPeriods(resolver.text("flagPeriods", file.flagPeriods, otherwise: "week, quarter"))
        flagVoices = try resolver.count("flagVoices", file.flagVoices, otherwise: 200, in: 20...1_000_000)
        flagRate = try resolver.number("flagRate", file.flagRate, otherwise: 0.05, in: 0.001...0.5)
        quarantineLimit = try resolver.number("quarantineLimit", file.quarantineLimit, otherwise: 0.05, in: 0...1)
        let keeps = resolver.text("keepRawRows", file.keepRawRows.map { "\($0)" }, otherwise: "true")
        guard let keepRawRows = Bool(keeps) else {
            throw WorkspaceError(.usage, "keepRawRows is \"\(keeps)\"; it must be true or false")
        }
        self.keepRawRows = keepRawRows
        rawRowDays = try resolver.count("rawRowDays", file.rawRowDays, otherwise: 0, in: 0...100_000)
        keepBackups = try resolver.count("keepBackups", file.keepBackups, otherwise: 3, in: 0...1_000)
        dictionary = resolver.optionalText("dictionary", file.dictionary)
        office = try OfficeHours.calendar(file.office, zone: zone)
        facetWeights = try GivenWeights.weights(file.facetWeights)
        resolver.show("office", office.summary, isSet: file.office != nil)
        resolver.show("facetWeights", facetWeights?.summary ?? "shares of mentions", isSet: facetWeights != nil)
        events = try GivenEvents.checked(file.events ?? [])
        resolver.show("events", "\(events.count)", isSet: file.events != nil)
        notify = try NoticeTarget.targets(file.notify ?? [], environment: environment)
        resolver.show("notify", notify.map(\.name).joined(separator: ", "), isSet: file.notify != nil)
        brands = try Self.named(file.brands ?? [])
        ownAddresses = file.ownAddresses ?? []
        masking = try Self.masking(file.maskPatterns ?? [])
        sources = file.sources ?? []
        silenceLimits = try Self.days(\.silentAfterDays, "silentAfterDays", of: sources)
        keepDays = try Self.days(\.keepDays, "keepDays", of: sources)
        sourceRawRowDays = try Self.days(\.rawRowDays, "rawRowDays", of: sources)
        metricsFile = resolver.text("metricsFile", file.metricsFile, otherwise: "metrics.prom")
        resolver.show("brands", brands.map(\.name).joined(separator: ", "), isSet: file.brands != nil)
        resolver.show(
            "ownAddresses",
            ownAddresses.joined(separator: ", "),
            isSet: file.ownAddresses != nil
        )
        resolver.show(
            "maskPatterns",
            (file.maskPatterns ?? []).joined(separator: ", "),
            isSet: file.maskPatterns != nil
        )
        resolver.show("sources", sources.map(\.name).joined(separator: ", "), isSet: file.sources != nil)
        lines = resolver.lines
    }

    private static func masking(_ patterns: [String]) throws -> Masking {
        do {
            return try Masking(orderPatterns: patterns)
        } catch let error as ReportError {
            throw WorkspaceError(.usage, "maskPatterns: \(error)")
        }
    }

    /// Refuses a number, which is no sentence to put under a title.
    private static func sentence(_ notice: String?) throws -> String? {
        guard let notice, Double(notice) != nil else { return notice }
        throw WorkspaceError(.usage, "notice is \"\(notice)\"; it must be a sentence for the reader of the report")
    }

    /// Refuses names without a letter, which no comment could be kept under, and a brand that is named twice.
    private static func named(_ brands: [SettingsFile.Brand]) throws -> [SettingsFile.Brand] {
        var seen: Set<String> = []
        for (index, brand) in brands.enumerated() {
            guard [brand.name, brand.japaneseName ?? brand.name].allSatisfy({ !isBlank($0) }) else {
                throw WorkspaceError(.usage, "brands[\(index)] has an empty name; write the brand's name")
            }
            guard (brand.aliases ?? []).allSatisfy({ !isBlank($0) }) else {
                throw WorkspaceError(.usage, "brand \"\(brand.name)\" has an empty alias; write a name, or take it out")
            }
            guard seen.insert(brand.name).inserted else {
                throw WorkspaceError(
                    .usage,
                    "brands[\(index)]: \"\(brand.name)\" is named twice; put all its aliases under one name"
                )
            }
        }
        return brands
    }

    /// A number of days that sources may set, by source.
    private static func days(
        _ key: KeyPath<SettingsFile.Source, SettingsNumber?>,
        _ name: String,
        of sources: [SettingsFile.Source]
    ) throws -> [String: Int] {
        var limits: [String: Int] = [:]
        for source in sources {
            guard let text = source[keyPath: key]?.text else { continue }
            guard let days = Int(text), (1...10_000).contains(days) else {
                throw WorkspaceError(
                    .usage,
                    "\(name) of the source \"\(source.name)\" is \"\(text)\"; it must be a number of days from 1 to 10000"
                )
            }
            limits[source.name] = days
        }
        return limits
    }

    private static func isBlank(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .format }
    }

    private static func flagPeriods(_ text: String) throws -> [PeriodLength] {
        if text == "none" { return [] }
        return try text.split(whereSeparator: { $0 == "," || $0 == " " }).map { name in
            guard let length = PeriodLength(rawValue: String(name)), [.week, .quarter].contains(length) else {
                throw WorkspaceError(
                    .usage,
                    "flagPeriods is \"\(text)\"; it must be week, quarter, both with a comma between, or none"
                )
            }
            return length
        }
    }
}

/// Finds the value of each setting and remembers where it was found.
private struct SettingsResolver {
    let flags: [String: String]
    let environment: [String: String]
    var lines: [Settings.Line] = []

    init(flags: [String: String], environment: [String: String]) {
        self.flags = flags
        self.environment = environment
    }

    mutating func optionalText(_ key: String, _ file: String?) -> String? {
        let (value, origin) = find(key, file)
        lines.append(Settings.Line(key: key, value: value ?? "", origin: origin))
        return value
    }

    mutating func text(_ key: String, _ file: String?, otherwise builtIn: String) -> String {
        let (value, origin) = find(key, file)
        lines.append(Settings.Line(key: key, value: value ?? builtIn, origin: origin))
        return value ?? builtIn
    }

    mutating func number(
        _ key: String,
        _ file: SettingsNumber?,
        otherwise builtIn: Double,
        in range: ClosedRange<Double>
    ) throws -> Double {
        let (text, origin) = find(key, file?.text)
        lines.append(Settings.Line(key: key, value: text ?? Self.text(builtIn), origin: origin))
        guard let text else { return builtIn }
        guard let value = SettingsNumber.value(of: text), range.contains(value) else {
            throw WorkspaceError(
                .usage,
                "\(key) is \"\(text)\" (\(origin.rawValue)); it must be a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return value
    }

    /// A whole number.
    mutating func count(
        _ key: String,
        _ file: SettingsNumber?,
        otherwise builtIn: Int,
        in range: ClosedRange<Int>
    ) throws -> Int {
        let bounds = Double(range.lowerBound)...Double(range.upperBound)
        let value = try number(key, file, otherwise: Double(builtIn), in: bounds)
        guard let whole = Int(exactly: value) else {
            throw WorkspaceError(.usage, "\(key) is \(value); it must be a whole number")
        }
        return whole
    }

    /// A number without the fraction that a whole one does not need.
    private static func text(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    mutating func show(_ key: String, _ value: String, isSet: Bool) {
        lines.append(Settings.Line(key: key, value: value, origin: isSet ? .file : .builtIn))
    }

    private func find(_ key: String, _ file: String?) -> (String?, Settings.Origin) {
        if let value = flags[key] { return (value, .flag) }
        if let value = environment[Self.variable(key)], !value.isEmpty { return (value, .environment) }
        if let file { return (file, .file) }
        return (nil, .builtIn)
    }

    /// `timeZone` becomes `KOE_TIME_ZONE`.
    private static func variable(_ key: String) -> String {
        "KOE_"
            + key.reduce(into: "") { name, character in
                if character.isUppercase { name.append("_") }
                name.append(character.uppercased())
            }
    }
}
