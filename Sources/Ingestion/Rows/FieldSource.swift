import Feedback

/// Where the value of one canonical field comes from.
struct FieldSource {
    /// Slots to look into, the first that holds something wins.
    var slots: [Int] = []
    /// Whether all the slots are joined by line ends.
    var isJoined = false
    /// For when no slot gives a value.
    var constant: String?
    var values: [String: String] = [:]
    /// For the role of an author: the slot of the customer's name, who is an agent under another.
    var customer: Int?
    /// For a time: the slots of which one may hold its clock.
    var clockSlots: [Int] = []
    /// For a time: digits of a clock that lost its leading noughts.
    var clockDigits: Int?
    /// For a time: the slots of the hour and the minute, where the clock stands in two columns.
    var hourSlot: Int?
    var minuteSlot: Int?
    /// For a time: the slots that tell the half of the day and the zone.
    var halfSlot: Int?
    var zoneSlot: Int?
    /// For a time: the slots of the parts of its date.
    var date: DateSlots?
    /// For a time: the slot, or else the text, of when somebody looked.
    var seenSlot: Int?
    var seenText: String?
}

/// The slots of all fields behind one another: a value is looked for many times a row, and a list of its own for each field
/// would be counted in and out every time.
struct SlotLists {
    private var starts = [0]
    private var slots: [Int] = []

    init(_ lists: [[Int]] = []) {
        for list in lists {
            slots += list
            starts.append(slots.count)
        }
    }

    /// Where the slots of a field stand, by its place.
    func indices(_ place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

    subscript(index: Int) -> Int { slots[index] }
}

/// Where the parts of a date stand that has columns of their own for them.
struct DateSlots {
    let year: Int?
    let month: Int?
    let day: Int?
}

/// Where all canonical fields of a source come from, and how their times and ratings are read.
struct RowSchema {
    private(set) var sources: [FieldSource]
    /// Whether anything gives the field, by its place.
    private(set) var isRead: [Bool] = []
    /// Whether the field is what stands in its slots and nothing else, by its place.
    private(set) var isPlain: [Bool] = []
    private(set) var slots = SlotLists()
    /// Readers of the fields that hold a time, by their place.
    private(set) var times: [TimeReader?]
    private(set) var rating: RatingReader
    /// The survey question that the rating answers, where the mapping declares one.
    let instrument: SurveyInstrument?
    /// The survey fields that have a column, in the order of their questions, and how their answers are read.
    private(set) var answers: [(field: Field, reader: RatingReader)] = []
    /// Whether the mapping declares the rating's scale or words itself.
    let declaresRating: Bool
    let nulls: Set<String>
    /// Whether it is known beforehand what the rows hold, so that one without an answer is no fault: rows of a table, and
    /// those within other rows.
    let isTable: Bool
    /// Whether the rows looked at showed which members hold what somebody answered.
    let knowsAnswers: Bool
    /// Whether a title alone makes no comment, as the rows within the row are what was written.
    let isOuter: Bool
    /// Whether the text answers a question of yes or no.
    let isDecided: Bool
    /// Fields without any of which a row is no comment.
    let required: [Field]
    /// Slots that tell whether a row was taken back.
    private(set) var tombstones: [(slot: Int, kind: Tombstone.Kind)] = []

    subscript(field: Field) -> FieldSource { sources[field.place] }

    /// - Parameters:
    ///   - options: Of the import; its mapping says most.
    ///   - names: The columns of a table in order, or `nil` for JSON, whose names are not known beforehand.
    ///   - group: Which rows are read, and what stands in for a mapping.
    ///   - file: Name of the input, for errors.
    ///   - plan: Gets a slot for every name that leads to a field.
    /// - Throws: `badMapping` for a column, zone or pattern that is not there.
    init(
        options: ImportOptions,
        names: [String]?,
        group: RowGroup,
        file: String,
        plan: inout FieldPlan
    ) throws(IngestionError) {
        let mapping = options.mapping
        let proposal = group.proposal
        // A mapping that does not read such a field says nothing of it.
        required = (group.native?.required ?? []).filter {
            mapping == nil || mapping?.fields[$0]?.columns.isEmpty == false
        }
        isOuter = group.isOuter
        sources = Array(repeating: FieldSource(), count: Field.count)
        times = Array(repeating: nil, count: Field.count)
        nulls = Set(mapping?.nulls ?? [])
        let rules = mapping?.fields ?? proposal.rules
        let rule = rules[.rating]
        let told = [Field.text, .rating] + Field.surveys
        knowsAnswers = mapping == nil && told.contains { proposal.rules[$0]?.columns.isEmpty == false }
        let text = rules[.text]
        isDecided = text?.isDecided == true || text?.columns.contains(where: AskedColumn.isDecided) == true
        isTable = names != nil || group.member != nil
        declaresRating = rule?.scale != nil || rule?.words.isEmpty == false
        instrument = rule?.instrument
        rating = RatingReader(
            scale: rule?.scale,
            isReversed: rule?.isReversed ?? false,
            isUntold: rule?.isScaleUntold ?? false,
            words: rule?.words ?? [:]
        )
        let columns = ColumnFinder(names: names, usesAliases: mapping == nil)
        for field in Field.allCases where mapping?.unused.contains(field) != true {
            try fill(field, rules[field], columns, file, &plan)
            // Whoever maps a time to two columns may mean a day and its clock.
            let isList = mapping != nil && field.isTime && self[field].clockSlots.isEmpty
            if isList { sources[field.place].clockSlots = Array(self[field].slots.dropFirst()) }
            if mapping == nil { addUnseen(field, columns, proposal, &plan) }
        }
        for instrument in SurveyInstrument.allCases.sorted() where !self[.answer(instrument)].slots.isEmpty {
            let rule = rules[.answer(instrument)]
            let reader = RatingReader(
                scale: rule?.scale ?? (instrument == .netPromoter ? instrument.usualScale : nil),
                usual: instrument.usualScale,
                isReversed: rule?.isReversed ?? false,
                words: rule?.words ?? [:]
            )
            answers.append((.answer(instrument), reader))
        }
        let mapped = Set(rules.values.flatMap(\.read))
        let marks = Tombstone.columns.compactMap { mark in columns.path(of: mark.name).map { ($0, mark.kind) } }
        for (path, kind) in marks + proposal.tombstones where !mapped.contains(path) {
            let slot = plan.slot(for: path)
            if !tombstones.contains(where: { $0.slot == slot }) { tombstones.append((slot, kind)) }
        }
        for field in Field.allCases where field.isTime {
            times[field.place] = try Self.timeReader(field, options, proposal, file)
            try checkLook(field, file)
        }
        isRead = sources.map { !$0.slots.isEmpty || $0.constant != nil || $0.date != nil }
        isPlain = sources.map { !$0.isJoined && $0.constant == nil && $0.values.isEmpty && $0.date == nil }
        // Of some words it hangs on the row whether they are a text.
        isPlain[Field.text.place] = false
        slots = SlotLists(sources.map(\.slots))
    }

    private mutating func fill(
        _ field: Field,
        _ rule: FieldMapping?,
        _ columns: ColumnFinder,
        _ file: String,
        _ plan: inout FieldPlan
    ) throws(IngestionError) {
        var source = FieldSource()
        if let rule {
            for column in rule.columns {
                source.slots.append(try Self.slot(of: column, field, columns, file, &plan))
            }
            try fill(&source, field, rule.beside, columns, file, &plan)
            // Of a text in several languages one is read, and not its translations.
            let members = Set(rule.columns.map { NameHint.memberByLanguage($0) })
            let isByLanguage = members.count == 1 && members.first != .some(nil)
            source.isJoined = field.isFreeText && rule.columns.count > 1 && !isByLanguage
            source.constant = rule.value
            source.values = rule.values
            source.seenSlot = rule.asOf.flatMap { columns.path(of: $0) }.map { plan.slot(for: $0) }
            source.seenText = rule.asOf
            source.customer = rule.customer.flatMap { columns.path(of: $0) }.map { plan.slot(for: $0) }
        } else {
            source.slots = columns.paths(of: field).map { plan.slot(for: $0) }
        }
        sources[field.place] = source
    }

    /// The columns with parts of a time.
    private func fill(
        _ source: inout FieldSource,
        _ field: Field,
        _ beside: TimeColumns,
        _ columns: ColumnFinder,
        _ file: String,
        _ plan: inout FieldPlan
    ) throws(IngestionError) {
        var slots: [Int?] = []
        for name in beside.all {
            var slot: Int?
            if let name { slot = try Self.slot(of: name, field, columns, file, &plan) }
            slots.append(slot)
        }
        source.clockSlots = [slots[0]].compactMap { $0 }
        source.clockDigits = beside.clockFormat?.utf8.count
        (source.halfSlot, source.zoneSlot, source.hourSlot, source.minuteSlot) = (
            slots[1], slots[2], slots[6], slots[7]
        )
        if beside.isDate { source.date = DateSlots(year: slots[3], month: slots[4], day: slots[5]) }
    }

    private static func slot(
        of column: String,
        _ field: Field,
        _ columns: ColumnFinder,
        _ file: String,
        _ plan: inout FieldPlan
    ) throws(IngestionError) -> Int {
        guard let path = columns.path(of: column) else {
            throw IngestionError(
                .badMapping,
                file: file,
                message: "the mapping takes \(field.name) from column \"\(column)\", which the header does not have"
            )
        }
        return plan.slot(for: path)
    }

    /// Known names besides the chosen one: columns that held nothing in the rows looked at, and those that fit as well.
    private mutating func addUnseen(
        _ field: Field,
        _ columns: ColumnFinder,
        _ proposal: Proposal,
        _ plan: inout FieldPlan
    ) {
        let paths = columns.paths(of: field).filter { proposal.mayGive(field, $0) }
        let slots = paths.map { plan.slot(for: $0) }
        var source = sources[field.place]
        if proposal.rules[field] == nil {
            source.slots = slots
        } else {
            source.slots += slots.filter { !source.slots.contains($0) }
        }
        sources[field.place] = source
    }

    /// When somebody looked must be a column or a time.
    private func checkLook(_ field: Field, _ file: String) throws(IngestionError) {
        guard let look = self[field].seenText, self[field].seenSlot == nil, let reader = times[field.place] else {
            return
        }
        // What is not written as the times are may be written by hand; what is neither is told below.
        if (try? reader.withoutPattern.read(look)) != nil { return }
        do throws(TimeFault) {
            _ = try reader.read(look)
        } catch {
            throw IngestionError(
                .badMapping,
                file: file,
                message: "\(field.name): asOf: \"\(look)\" is no column of the header and no time: \(error.message)"
            )
        }
    }

    private static func timeReader(
        _ field: Field,
        _ options: ImportOptions,
        _ proposal: Proposal,
        _ file: String
    ) throws(IngestionError) -> TimeReader {
        let rule = options.mapping.map { $0.fields[field] } ?? proposal.rules[field]
        var pattern: TimePattern?
        if let format = rule?.format {
            pattern = TimePattern(format)
            if pattern == nil {
                throw IngestionError(
                    .badMapping,
                    file: file,
                    message: "\(field.name): format \"\(format)\" is no pattern of times"
                )
            }
        }
        if options.mapping == nil {
            let own = (rule?.zone ?? proposal.zone).flatMap { zone($0, options) }
            return TimeReader(
                pattern: pattern,
                zone: own.map { .mapping($0) } ?? .workspace(options.zone),
                .yearFirst
            )
        }
        if let name = rule?.zone ?? options.mapping?.zone {
            guard let zone = zone(name, options) else {
                throw IngestionError(
                    .badMapping,
                    file: file,
                    message: "zone \"\(name)\" is neither in the zone database nor an offset such as +09:00"
                )
            }
            return TimeReader(pattern: pattern, zone: .mapping(zone), .order)
        }
        // A mapped time must say its zone; a canonical one is in the workspace's.
        return TimeReader(pattern: pattern, zone: rule == nil ? .workspace(options.zone) : .none, .order)
    }

    /// The zone of a name of the zone database, or of an offset.
    static func zone(_ name: String, _ options: ImportOptions) -> Zone? {
        options.resolveZone(name) ?? ZoneName.zone(name, resolve: options.resolveZone)
    }
}
