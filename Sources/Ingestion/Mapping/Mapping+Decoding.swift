package import Feedback

extension Mapping: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case format, kind, encoding, delimiter, zone, rows, own, nested, null, map, source, brand, channel, product
    }

    /// Reads a mapping.
    ///
    /// Shape: `format`, `kind`, `encoding`, `delimiter`, `zone`, `rows`, `own`, `null` (lists), `nested` (member to mapping), `map` (field to column name, list
    /// of column names, or `{column:, value:, format:, time:, hour:, minute:, zone:, asOf:, scale:, instrument:, words:, values:,
    /// customer:}`), and the constants
    /// `source`, `brand`, `product`, `channel`.
    ///
    /// - Throws: `DecodingError` with what is wrong and where.
    package init(from decoder: any Decoder) throws {
        try AnyName.check(decoder, against: Key.allCases.map(\.stringValue), where: "the mapping")
        let container = try decoder.container(keyedBy: Key.self)
        self.init()
        format = try Self.choice(container, .format)
        kind = try Self.choice(container, .kind)
        encoding = try container.decodeIfPresent(String.self, forKey: .encoding).map { TextEncoding(name: $0) }
        delimiter = try container.decodeIfPresent(String.self, forKey: .delimiter).map {
            try Self.delimiter($0, container)
        }
        zone = try container.decodeIfPresent(String.self, forKey: .zone)
        rows = try container.decodeIfPresent(String.self, forKey: .rows)
        nested = try container.decodeIfPresent([String: Mapping].self, forKey: .nested) ?? [:]
        own = try container.decodeIfPresent([String].self, forKey: .own) ?? []
        nulls = try container.decodeIfPresent([PlainScalar].self, forKey: .null)?.map(\.text) ?? []
        if container.contains(.map) { try decodeFields(container.nestedContainer(keyedBy: AnyName.self, forKey: .map)) }
        for (key, field) in [(Key.source, Field.source), (.brand, .brand), (.channel, .channel), (.product, .product)] {
            guard let constant = try container.decodeIfPresent(PlainScalar.self, forKey: key) else { continue }
            fields[field, default: FieldMapping()].value = constant.text
        }
    }

    private mutating func decodeFields(_ map: KeyedDecodingContainer<AnyName>) throws {
        for key in map.allKeys {
            guard
                let field = Field(name: key.stringValue)
                    ?? Field.allCases.first(where: { $0.jsonAliases.contains(key.stringValue) })
            else {
                let known = Field.allCases.map(\.name).joined(separator: ", ")
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: map,
                    debugDescription: "map: \"\(key.stringValue)\" is no field; the fields are \(known)"
                )
            }
            if try map.decodeNil(forKey: key) {
                unused.insert(field)
            } else {
                let rule = try map.decode(FieldMapping.self, forKey: key)
                if let problem = Self.surveyProblem(rule, in: field) ?? Self.clockProblem(rule, in: field) {
                    throw DecodingError.dataCorruptedError(forKey: key, in: map, debugDescription: problem)
                }
                fields[field] = rule
            }
        }
    }

    /// What is wrong with a survey question where it stands.
    private static func surveyProblem(_ rule: FieldMapping, in field: Field) -> String? {
        if let instrument = rule.instrument, field != .rating, field.instrument != instrument {
            return "\(field.name): a \(instrument.rawValue) answer goes to rating or to \(instrument.rawValue)"
        }
        guard (rule.instrument ?? field.instrument) == .netPromoter, let scale = rule.scale else { return nil }
        if scale == .zeroToTen && !rule.isReversed { return nil }
        return "\(field.name): nps is asked from 0 to 10; leave the scale out, or declare csat or ces"
    }

    /// What is wrong with columns for parts of a time where they stand.
    private static func clockProblem(_ rule: FieldMapping, in field: Field) -> String? {
        let beside = rule.beside
        guard let key = beside.entries.first?.key else { return nil }
        if !field.isTime { return "\(field.name): `\(key):` names a part of a time, and this field is none" }
        if let format = beside.clockFormat, !TimeColumns.clockFormats.contains(format) {
            return "\(field.name): timeFormat: must be \(TimeColumns.clockFormats.joined(separator: " or "))"
        }
        if beside.minute != nil, beside.hour == nil { return "\(field.name): `minute:` needs the `hour:` of its clock" }
        if beside.clock != nil, beside.hour != nil {
            return "\(field.name): a clock has a `time:` or `hour:` and `minute:`"
        }
        if beside.half != nil, !mayTellClock(rule) {
            return "\(field.name): `ampm:` needs the clock whose half it tells; name its column with `time:`"
        }
        guard beside.isDate else {
            return rule.columns.isEmpty ? "\(field.name): `\(key):` needs the `column:` of its date" : nil
        }
        if !rule.columns.isEmpty { return "\(field.name): a date has a `column:` or `year:`, `month:` and `day:`" }
        return beside.month == nil ? "\(field.name): `year:` needs the `month:` of its date" : nil
    }

    /// Whether an hour may stand in the columns of a time.
    private static func mayTellClock(_ rule: FieldMapping) -> Bool {
        if rule.beside.clock != nil || rule.beside.hour != nil || rule.columns.count > 1 { return true }
        if rule.beside.isDate { return false }
        return rule.format.flatMap { TimePattern($0) }?.tellsClock ?? true
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ container: KeyedDecodingContainer<Key>,
        _ key: Key
    ) throws -> Choice? where Choice.RawValue == String {
        guard let name = try container.decodeIfPresent(String.self, forKey: key) else { return nil }
        if let choice = Choice(rawValue: name) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw DecodingError.dataCorruptedError(
            forKey: key,
            in: container,
            debugDescription: "\(key.stringValue): \"\(name)\" is not one of \(known)"
        )
    }

    private static func delimiter(_ text: String, _ container: KeyedDecodingContainer<Key>) throws -> UInt8 {
        if text == "tab" || text == "\\t" { return 0x09 }
        guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, byte != 0x22, byte >= 0x20 || byte == 0x09
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .delimiter,
                in: container,
                debugDescription: "delimiter: must be one ASCII character or \"tab\""
            )
        }
        return byte
    }
}

extension FieldMapping: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case column, columns, value, format, time, timeFormat, hour, minute, ampm, zone, zoneColumn, year, month, day
        case scale, instrument, words, values, customer, asOf
    }

    package init(from decoder: any Decoder) throws {
        self.init()
        if let name = try? decoder.singleValueContainer().decode(PlainScalar.self) {
            // Not a scalar is no error: the other two shapes follow.
            columns = [name.text]
            return
        }
        if let names = try? decoder.singleValueContainer().decode([PlainScalar].self) {
            // Not a list is no error: the long shape follows.
            columns = names.map(\.text)
            return
        }
        try AnyName.check(decoder, against: Key.allCases.map(\.stringValue), where: "a field of the mapping")
        let container = try decoder.container(keyedBy: Key.self)
        columns = try container.decodeIfPresent([PlainScalar].self, forKey: .columns)?.map(\.text) ?? []
        if let one = try container.decodeIfPresent(PlainScalar.self, forKey: .column) {
            columns.insert(one.text, at: 0)
        }
        value = try container.decodeIfPresent(PlainScalar.self, forKey: .value)?.text
        format = try container.decodeIfPresent(String.self, forKey: .format)
        try decodeParts(container)
        zone = try container.decodeIfPresent(String.self, forKey: .zone)
        values = try container.decodeIfPresent([String: PlainScalar].self, forKey: .values)?.mapValues(\.text) ?? [:]
        asOf = try container.decodeIfPresent(String.self, forKey: .asOf)
        customer = try container.decodeIfPresent(String.self, forKey: .customer)
        try decodeScale(container)
        try decodeInstrument(container)
        try decodeWords(container)
    }

    /// The columns with parts of a time.
    private mutating func decodeParts(_ container: KeyedDecodingContainer<Key>) throws {
        func name(_ key: Key) throws -> String? { try container.decodeIfPresent(PlainScalar.self, forKey: key)?.text }
        beside.clock = try name(.time)
        beside.clockFormat = try name(.timeFormat)
        beside.hour = try name(.hour)
        beside.minute = try name(.minute)
        beside.half = try name(.ampm)
        beside.zone = try name(.zoneColumn)
        beside.year = try name(.year)
        beside.month = try name(.month)
        beside.day = try name(.day)
    }

    private mutating func decodeInstrument(_ container: KeyedDecodingContainer<Key>) throws {
        guard let name = try container.decodeIfPresent(String.self, forKey: .instrument) else { return }
        guard let declared = SurveyInstrument(rawValue: name.lowercased()) else {
            throw DecodingError.dataCorruptedError(
                forKey: .instrument,
                in: container,
                debugDescription: "instrument: must be nps, csat or ces"
            )
        }
        instrument = declared
        scale = scale ?? declared.usualScale
    }

    private mutating func decodeScale(_ container: KeyedDecodingContainer<Key>) throws {
        guard let text = try container.decodeIfPresent(PlainScalar.self, forKey: .scale)?.text else { return }
        switch text {
        case "good/bad", "emoji", "stars":
            // These words carry their own scale.
            return
        default:
            if let declared = SurveyInstrument(rawValue: text.lowercased()) {
                (instrument, scale) = (declared, declared.usualScale)
                return
            }
            scale = RatingScale(written: text)
            if scale == nil, let reversed = RatingScale(reversed: text) { (scale, isReversed) = (reversed, true) }
            if scale != nil { return }
            throw DecodingError.dataCorruptedError(
                forKey: .scale,
                in: container,
                debugDescription:
                    "scale: must be like 1..5, 0..10, 5..1 (where 1 is the best), nps, csat, ces, good/bad, emoji or stars, "
                    + "with numbers up to \(RatingScale.bound)"
            )
        }
    }

    private mutating func decodeWords(_ container: KeyedDecodingContainer<Key>) throws {
        let written = try container.decodeIfPresent([String: PlainScalar].self, forKey: .words) ?? [:]
        for (word, points) in written {
            guard let thousandths = RatingReader.plainNumber(points.text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .words,
                    in: container,
                    debugDescription: "words: the points of a word must be a number"
                )
            }
            let key = RatingReader.wordKey(word)
            if let other = words.first(where: { RatingReader.wordKey($0.key) == key && $0.value != thousandths }) {
                let pair = [other.key, word].sorted().joined(separator: "\" and \"")
                throw DecodingError.dataCorruptedError(
                    forKey: .words,
                    in: container,
                    debugDescription:
                        "words: \"\(pair)\" are one word when case, width and marks are left out; give one"
                )
            }
            words[word] = thousandths
        }
    }
}

extension RatingScale {
    /// A scale as mappings and rows write it: `1..5`, `1-5`, `0–10`, `[1,5]`, or its highest value alone.
    package init?(written text: String) {
        let parts = Self.numbers(in: text)
        switch parts.count {
        case 1:
            guard let high = parts[0], Self.isBounded(0, high), let scale = RatingReader.scale(upTo: high) else {
                return nil
            }
            self = scale
        case 2:
            guard let low = parts[0], let high = parts[1], Self.isBounded(low, high) else { return nil }
            self.init(low: low, high: high)
        default: return nil
        }
    }
}

extension RatingScale {
    /// A scale whose first number is the best one, as `5..1`.
    init?(reversed text: String) {
        let parts = Self.numbers(in: text)
        guard parts.count == 2, let high = parts[0], let low = parts[1], Self.isBounded(low, high) else { return nil }
        self.init(low: low, high: high)
    }

    /// Whether both ends are so near zero that thousandths of them, and their sums, are numbers of the machine.
    fileprivate static func isBounded(_ low: Int, _ high: Int) -> Bool {
        (-1_000_000...1_000_000).contains(low) && (-1_000_000...1_000_000).contains(high)
    }

    fileprivate static func numbers(in text: String) -> [Int?] {
        // A hyphen behind a number parts two numbers, any other is a sign.
        var parts = [""]
        var isBehindNumber = false
        for character in text {
            let isDigit = character.isASCII && character.isNumber
            if isDigit || (character == "-" && !isBehindNumber && parts[parts.count - 1].isEmpty) {
                parts[parts.count - 1].append(character)
            } else {
                parts.append("")
            }
            if character != " " { isBehindNumber = isDigit }
        }
        return parts.filter { !$0.isEmpty && $0 != "-" }.map { Int($0) }
    }
}

/// A string, number or truth value as text.
private struct PlainScalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Each failed attempt only says that the scalar is of another type; the last one's error is kept.
        if let string = try? container.decode(String.self) {
            text = string
        } else if let number = try? container.decode(Int.self) {
            text = String(number)
        } else if let truth = try? container.decode(Bool.self) {
            text = truth ? "true" : "false"
        } else {
            text = String(try container.decode(Double.self))
        }
    }
}

/// Any name of a member.
private struct AnyName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }

    /// Refuses names that nothing reads, which are misspelt more often than not.
    static func check(_ decoder: any Decoder, against known: [String], where place: String) throws {
        let container = try decoder.container(keyedBy: AnyName.self)
        for key in container.allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorruptedError(
                forKey: key,
                in: container,
                debugDescription: "\(place) has no \"\(key.stringValue)\"; it may have \(known.joined(separator: ", "))"
            )
        }
    }
}
