import GRDB

extension Schema {
    /// Gives what a flag carries columns and tables of its own; it was one JSON object.
    ///
    /// Written once; later changes are migrations of their own. What a flag of an early program lacks is filled with
    /// its first period or zero until the next measuring. Its state is the ledger's, and no longer a copy.
    static func giveFlagsColumns(_ db: Database) throws {
        try db.execute(sql: "ALTER TABLE flag RENAME TO flagWithDetail")
        for statements in [flagTable, flagPartTables, flagsFromDetail, flagPartsFromDetail] {
            try db.execute(sql: statements)
        }
        try db.execute(sql: "DROP TABLE flagWithDetail")
    }

    private static let flagTable = """
        CREATE TABLE flag (
            flagID TEXT NOT NULL PRIMARY KEY,
            brand TEXT NOT NULL,
            measure TEXT NOT NULL,
            channel TEXT NOT NULL,
            periods TEXT NOT NULL CHECK (periods IN ('month', 'week', 'quarter')),
            kind TEXT NOT NULL,
            direction INTEGER NOT NULL CHECK (direction IN (-1, 1)),
            firstBadPeriod TEXT NOT NULL,
            firstPeriodLow TEXT NOT NULL,
            firstPeriodHigh TEXT NOT NULL,
            lastGoodPeriod TEXT NOT NULL,
            completePeriod TEXT NOT NULL,
            firstDetectable TEXT,
            beforeVoices INTEGER NOT NULL,
            beforeStrength REAL,
            beforeLow REAL,
            beforeHigh REAL,
            beforeFrom TEXT NOT NULL,
            beforeTo TEXT NOT NULL,
            afterVoices INTEGER NOT NULL,
            afterStrength REAL,
            afterLow REAL,
            afterHigh REAL,
            afterFrom TEXT NOT NULL,
            afterTo TEXT NOT NULL,
            difference REAL NOT NULL,
            margin REAL NOT NULL,
            p REAL NOT NULL,
            q REAL NOT NULL,
            resolution REAL,
            seriesTested INTEGER NOT NULL,
            within REAL NOT NULL,
            mix REAL NOT NULL,
            lowStarsBefore REAL,
            lowStarsAfter REAL,
            world REAL,
            instrument REAL,
            recordID TEXT
        ) STRICT, WITHOUT ROWID;
        """

    private static let flagPartTables = """
        CREATE TABLE flagSeries (
            flagID TEXT NOT NULL REFERENCES flag (flagID) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            subject TEXT NOT NULL,
            PRIMARY KEY (flagID, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE flagChannel (
            flagID TEXT NOT NULL REFERENCES flag (flagID) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            channel TEXT NOT NULL,
            within REAL NOT NULL,
            mix REAL NOT NULL,
            change REAL,
            voices INTEGER NOT NULL,
            PRIMARY KEY (flagID, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE flagFacet (
            flagID TEXT NOT NULL REFERENCES flag (flagID) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            facet TEXT NOT NULL,
            change REAL NOT NULL,
            voices INTEGER NOT NULL,
            PRIMARY KEY (flagID, position)
        ) STRICT, WITHOUT ROWID;
        """

    private static let flagsFromDetail = """
        INSERT INTO flag
            SELECT flagID, brand, measure, channel, coalesce(detail ->> 'periods', 'month'), kind,
                coalesce(detail ->> 'direction', iif(detail ->> 'difference' > 0, 1, -1)), firstBadPeriod,
                coalesce(detail ->> 'firstPeriodLow', firstBadPeriod),
                coalesce(detail ->> 'firstPeriodHigh', firstBadPeriod),
                coalesce(detail ->> 'lastGoodPeriod', firstBadPeriod),
                coalesce(detail ->> 'completePeriod', firstBadPeriod), detail ->> 'firstDetectable',
                coalesce(detail ->> '$.before.voices', 0), detail ->> '$.before.value', detail ->> '$.before.low',
                detail ->> '$.before.high', coalesce(detail ->> '$.before.from', firstBadPeriod),
                coalesce(detail ->> '$.before.to', firstBadPeriod),
                coalesce(detail ->> '$.after.voices', 0), detail ->> '$.after.value', detail ->> '$.after.low',
                detail ->> '$.after.high', coalesce(detail ->> '$.after.from', firstBadPeriod),
                coalesce(detail ->> '$.after.to', firstBadPeriod),
                coalesce(detail ->> 'difference', 0), coalesce(detail ->> 'margin', 0), coalesce(detail ->> 'p', 0),
                coalesce(detail ->> 'q', 0), detail ->> 'resolution', coalesce(detail ->> 'seriesTested', 0),
                coalesce(detail ->> 'within', 0), coalesce(detail ->> 'mix', 0), detail ->> '$.lowStars.before',
                detail ->> '$.lowStars.after', detail ->> 'world', detail ->> 'instrument', detail ->> '$.entry.id'
            FROM flagWithDetail;
        """

    private static let flagPartsFromDetail = """
        INSERT INTO flagSeries
            SELECT flagID, part.key, part.value FROM flagWithDetail, json_each(detail, '$.alsoIn') AS part;
        INSERT INTO flagChannel
            SELECT flagID, part.key, part.value ->> 'channel', part.value ->> 'within', part.value ->> 'mix',
                part.value ->> 'change', part.value ->> 'voices'
            FROM flagWithDetail, json_each(detail, '$.channels') AS part;
        INSERT INTO flagFacet
            SELECT flagID, part.key, part.value ->> 'facet', part.value ->> 'change', part.value ->> 'voices'
            FROM flagWithDetail, json_each(detail, '$.facets') AS part;
        """
}
