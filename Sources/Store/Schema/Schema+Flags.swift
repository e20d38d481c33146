import GRDB

extension Schema {
    /// Moves the ledger of flags and the notes of the search out of JSON in `fact` into tables.
    ///
    /// Written once; later changes are migrations of their own.
    static func moveFlagFactsToTables(_ db: Database) throws {
        try db.execute(sql: flagTables)
        try db.execute(sql: flagRecordsFromFact)
        try db.execute(sql: searchNotesFromFact)
        try db.execute(sql: "DELETE FROM fact WHERE name IN ('flag ledger', 'trend notes')")
    }

    private static let flagTables = """
        CREATE TABLE flagRecord (
            position INTEGER NOT NULL PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            ledgerID TEXT NOT NULL,
            series TEXT NOT NULL,
            kind TEXT NOT NULL,
            direction INTEGER NOT NULL CHECK (direction IN (-1, 1)),
            period INTEGER NOT NULL,
            low INTEGER NOT NULL,
            high INTEGER NOT NULL,
            difference REAL NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('new', 'ongoing', 'recovered', 'acknowledged', 'superseded')),
            firstReported INTEGER NOT NULL,
            firstReportedAt TEXT NOT NULL,
            lastSeen INTEGER NOT NULL,
            toldIn INTEGER,
            acknowledgedAt TEXT,
            note TEXT
        ) STRICT;
        CREATE TABLE sight (
            position INTEGER NOT NULL PRIMARY KEY,
            brand TEXT NOT NULL,
            isTested INTEGER NOT NULL CHECK (isTested IN (0, 1)),
            voices INTEGER NOT NULL,
            smallestFall REAL
        ) STRICT;
        CREATE TABLE explainedMovement (
            position INTEGER NOT NULL PRIMARY KEY,
            brand TEXT NOT NULL,
            measure TEXT NOT NULL,
            cause TEXT NOT NULL,
            fromPeriod TEXT NOT NULL,
            toPeriod TEXT NOT NULL,
            raw REAL NOT NULL,
            remaining REAL,
            low REAL,
            high REAL,
            voices INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE watch (
            position INTEGER NOT NULL PRIMARY KEY,
            brand TEXT NOT NULL,
            month TEXT NOT NULL,
            direction INTEGER NOT NULL CHECK (direction IN (-1, 1)),
            z REAL NOT NULL
        ) STRICT;
        """

    private static let flagRecordsFromFact = """
        INSERT INTO flagRecord
            SELECT entry.key, entry.value ->> 'id', entry.value ->> 'ledgerID', entry.value ->> 'series',
                entry.value ->> 'kind', entry.value ->> 'direction', entry.value ->> 'month', entry.value ->> 'low',
                entry.value ->> 'high', entry.value ->> 'difference', entry.value ->> 'state',
                entry.value ->> 'firstReported', entry.value ->> 'firstReportedAt', entry.value ->> 'lastSeen',
                entry.value ->> 'toldIn', entry.value ->> 'acknowledgedAt', entry.value ->> 'note'
            FROM fact, json_each(fact.value, '$.entries') AS entry WHERE fact.name = 'flag ledger';
        """

    private static let searchNotesFromFact = """
        INSERT INTO sight
            SELECT note.key, note.value ->> 'brand', note.value ->> 'isTested', note.value ->> 'voices',
                note.value ->> 'smallestFall'
            FROM fact, json_each(fact.value, '$.sights') AS note WHERE fact.name = 'trend notes';
        INSERT INTO explainedMovement
            SELECT note.key, note.value ->> 'brand', note.value ->> 'measure', note.value ->> 'cause',
                note.value ->> 'from', note.value ->> 'to', note.value ->> 'raw', note.value ->> 'remaining',
                note.value ->> 'low', note.value ->> 'high', note.value ->> 'voices'
            FROM fact, json_each(fact.value, '$.explained') AS note WHERE fact.name = 'trend notes';
        INSERT INTO watch
            SELECT note.key, note.value ->> 'brand', note.value ->> 'month', note.value ->> 'direction',
                note.value ->> 'z'
            FROM fact, json_each(fact.value, '$.watches') AS note WHERE fact.name = 'trend notes';
        INSERT INTO fact
            SELECT 'series tested', value ->> 'seriesTested' FROM fact
            WHERE name = 'trend notes' AND value ->> 'seriesTested' IS NOT NULL;
        """
}
