package import GRDB

extension FindingTable {
    /// Puts these in the place of all flags that were there.
    package static func replaceFlags(_ flags: [FlagDetail], in db: Database) throws {
        try db.execute(sql: "DELETE FROM flag")
        for flag in flags {
            let values = columns(of: flag)
            let names = values.map(\.name).joined(separator: ", ")
            let places = values.map { _ in "?" }.joined(separator: ", ")
            try db.cachedStatement(sql: "INSERT INTO flag (\(names)) VALUES (\(places))")
                .execute(arguments: StatementArguments(values.map(\.value)))
            try insertParts(of: flag, in: db)
        }
    }

    /// By brand and first period, each with what the ledger knows of it.
    package static func flags(in db: Database) throws -> [FlagDetail] {
        let known = Dictionary(try FlagLedgerTable.all(in: db).map { ($0.id, $0) }) { first, _ in first }
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM flag ORDER BY brand, firstBadPeriod, flagID")
        return try Array(
            rows.map { row in
                var flag = try flag(row, in: db)
                flag.entry = (row["recordID"] as String?).flatMap { known[$0] }
                return flag
            }
        )
    }

    /// Everything but the lists.
    private static func columns(of flag: FlagDetail) -> [(name: String, value: (any DatabaseValueConvertible)?)] {
        [
            ("flagID", flag.id), ("brand", flag.brand), ("measure", flag.measure),
            ("channel", flag.channel ?? CellGroup.allChannels),
            ("product", flag.product), ("periods", flag.periods), ("kind", flag.kind), ("direction", flag.direction),
            ("firstBadPeriod", flag.firstPeriod), ("firstPeriodLow", flag.firstPeriodLow),
            ("firstPeriodHigh", flag.firstPeriodHigh), ("lastGoodPeriod", flag.lastGoodPeriod),
            ("completePeriod", flag.completePeriod), ("firstDetectable", flag.firstDetectable),
            ("difference", flag.difference), ("margin", flag.margin), ("p", flag.p), ("q", flag.q),
            ("resolution", flag.resolution), ("seriesTested", flag.seriesTested), ("within", flag.within),
            ("mix", flag.mix), ("lowStarsBefore", flag.lowStars?.before), ("lowStarsAfter", flag.lowStars?.after),
            ("world", flag.world), ("instrument", flag.instrument), ("recordID", flag.entry?.id),
        ] + columns(of: flag.before, named: "before") + columns(of: flag.after, named: "after")
    }

    private static func columns(
        of level: FlagDetail.Level,
        named side: String
    ) -> [(name: String, value: (any DatabaseValueConvertible)?)] {
        [
            (side + "Voices", level.voices), (side + "Strength", level.value), (side + "Low", level.low),
            (side + "High", level.high), (side + "From", level.from), (side + "To", level.to),
        ]
    }

    private static func insertParts(of flag: FlagDetail, in db: Database) throws {
        for (place, subject) in flag.alsoIn.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO flagSeries VALUES (?, ?, ?)")
                .execute(arguments: [flag.id, place, subject])
        }
        for (place, part) in flag.channels.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO flagChannel VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                flag.id, place, part.channel, part.within, part.mix, part.change, part.voices,
            ])
        }
        for (place, part) in flag.facets.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO flagFacet VALUES (?, ?, ?, ?, ?)")
                .execute(arguments: [flag.id, place, part.facet, part.change, part.voices])
        }
    }

    private static func flag(_ row: Row, in db: Database) throws -> FlagDetail {
        let id: String = row["flagID"]
        let channel: String = row["channel"]
        let lowStars: (before: Double?, after: Double?) = (row["lowStarsBefore"], row["lowStarsAfter"])
        var flag = FlagDetail(
            id: id,
            brand: row["brand"],
            measure: row["measure"],
            channel: channel == CellGroup.allChannels ? nil : channel,
            product: row["product"],
            periods: row["periods"],
            alsoIn: try alsoIn(id, in: db),
            kind: row["kind"],
            direction: row["direction"],
            firstPeriod: row["firstBadPeriod"],
            firstPeriodLow: row["firstPeriodLow"],
            firstPeriodHigh: row["firstPeriodHigh"],
            lastGoodPeriod: row["lastGoodPeriod"],
            completePeriod: row["completePeriod"],
            firstDetectable: row["firstDetectable"],
            before: level("before", row),
            after: level("after", row),
            difference: row["difference"],
            margin: row["margin"],
            p: row["p"],
            q: row["q"],
            resolution: row["resolution"],
            seriesTested: row["seriesTested"],
            within: row["within"],
            mix: row["mix"],
            channels: try channels(id, in: db),
            facets: try facets(id, in: db),
            lowStars: lowStars.before.flatMap { before in
                lowStars.after.map { FlagLowStars(before: before, after: $0) }
            }
        )
        (flag.world, flag.instrument) = (row["world"], row["instrument"])
        return flag
    }

    private static func level(_ side: String, _ row: Row) -> FlagDetail.Level {
        FlagDetail.Level(
            voices: row[side + "Voices"],
            value: row[side + "Strength"],
            low: row[side + "Low"],
            high: row[side + "High"],
            from: row[side + "From"],
            to: row[side + "To"]
        )
    }

    private static func alsoIn(_ id: String, in db: Database) throws -> [String] {
        let sql = "SELECT subject FROM flagSeries WHERE flagID = ? ORDER BY position"
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
    }

    private static func channels(_ id: String, in db: Database) throws -> [FlagChannel] {
        let sql = "SELECT * FROM flagChannel WHERE flagID = ? ORDER BY position"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map {
            FlagChannel(
                channel: $0["channel"],
                within: $0["within"],
                mix: $0["mix"],
                change: $0["change"],
                voices: $0["voices"]
            )
        }
    }

    private static func facets(_ id: String, in db: Database) throws -> [FlagFacet] {
        let sql = "SELECT * FROM flagFacet WHERE flagID = ? ORDER BY position"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map {
            FlagFacet(facet: $0["facet"], change: $0["change"], voices: $0["voices"])
        }
    }
}
