import GRDB

/// The tables and views of the database, as a list of migrations that only ever grows.
///
/// Times are milliseconds since 1970 in UTC; valences are thousandths; polarities are basis points (−10,000…10,000).
/// Views turn them into what an analyst expects to read.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("comments, cases, scores, links, measures") { db in
            for statements in [inputTables, resultTables, measureTables, runTables, views] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("answers to survey questions") { db in
            try db.execute(sql: "ALTER TABLE comment ADD COLUMN answers TEXT")
        }
        migrator.registerMigration("ways from a comment to its voice and to a customer's cases") { db in
            try db.execute(sql: voiceMemberIndex)
            try db.execute(sql: "CREATE INDEX supportCaseNumber ON supportCase (number)")
            try db.execute(sql: "CREATE INDEX supportCaseHandle ON supportCase (customerHandle)")
        }
        migrator.registerMigration("what older programs left: rows without a source, searches of old texts") { db in
            if try !db.columns(in: "quarantine").contains(where: { $0.name == "source" }) {
                try db.execute(sql: quarantineWithSource)
            }
            if try db.tableExists("searchState") { try db.execute(sql: forgottenSearches) }
        }
        migrator.registerMigration("flags and notes of the search in tables", migrate: moveFlagFactsToTables)
        migrator.registerMigration("what each stage worked on", migrate: renameStageFacts)
        migrator.registerMigration("inputs as they came, and earlier versions of comments", migrate: keepInputs)
        migrator.registerMigration("how the stages of a run went", migrate: keepStagesOfRuns)
        migrator.registerMigration("what a flag carries, in columns", migrate: giveFlagsColumns)
        migrator.registerMigration("sums of the content, and journals of what changed", migrate: keepSums)
        migrator.registerMigration("what keeps the erased away", migrate: keepTombstones)
        migrator.registerMigration("counts that reports show", migrate: keepTallies)
        migrator.registerMigration("comments that their sources took back", migrate: keepWithdrawals)
        migrator.registerMigration("who was told of which flag", migrate: keepNotices)
        migrator.registerMigration("what a night links by", migrate: keepLinkKeys)
        migrator.registerMigration("what lists of comments are chosen by", migrate: keepListing)
        migrator.registerMigration("what people decided about links", migrate: keepDecisions)
        migrator.registerMigration("what cases tell of their incidents", migrate: keepIncidents)
        migrator.registerMigration("what the erased leave in the series", migrate: keepSealedCells)
        migrator.registerMigration("what voices say of products and versions", migrate: keepVersions)
        migrator.registerMigration("the newest time of each source", migrate: keepSourceTimes)
        migrator.registerMigration("what the listed comments of a brand speak of", migrate: keepMentions)
        migrator.registerMigration("rows that people took out of quarantine", migrate: keepDroppedRows)
        migrator.registerMigration("the cases of a brand in the order they are told", migrate: orderCases)
        migrator.registerMigration("what the erased leave in versions and products", migrate: keepSealedVersions)
        migrator.registerMigration("how many listed comments are of a kind", migrate: keepKinds)
        migrator.registerMigration("what links hang on, in parts", migrate: keepNotesInParts)
        migrator.registerMigration("days on which a voice may be a sign", migrate: markSuspectDays)
        migrator.registerMigration("the cells of a period in one row", migrate: keepCellsByPeriod)
        migrator.registerMigration("what the search for changes found in each brand", migrate: keepBrandFindings)
        migrator.registerMigration("what the report holds of each brand, and what changed since", migrate: keepReports)
        migrator.registerMigration("keys that few comments ask for, apart from others", migrate: setSeldomKeysApart)
        migrator.registerMigration("keys by which cases are found, in parts", migrate: keepKeysInParts)
        return migrator
    }

    /// The first program kept no source of a quarantined row; the ledger of its file has it.
    private static let quarantineWithSource = """
        ALTER TABLE quarantine RENAME TO quarantineWithoutSource;
        CREATE TABLE quarantine (
            id INTEGER PRIMARY KEY,
            inputHash TEXT NOT NULL,
            source TEXT NOT NULL,
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            byte INTEGER NOT NULL,
            reason TEXT NOT NULL,
            message TEXT NOT NULL,
            raw BLOB NOT NULL,
            UNIQUE (inputHash, byte, reason)
        ) STRICT;
        INSERT INTO quarantine
            SELECT id, inputHash,
                coalesce((SELECT source FROM ledger WHERE ledger.inputHash = old.inputHash ORDER BY id DESC LIMIT 1), file),
                file, line, byte, reason, message, raw
            FROM quarantineWithoutSource AS old;
        DROP TABLE quarantineWithoutSource;
        """

    /// Comments that changed while only a search brought the index up to date.
    private static let forgottenSearches = """
        CREATE TEMP TABLE changedComment AS
            SELECT searchState.commentID AS id FROM searchState LEFT JOIN comment ON comment.id = searchState.commentID
            WHERE comment.contentHash IS NOT searchState.contentHash;
        DELETE FROM searchText WHERE rowid IN (SELECT id FROM changedComment);
        DELETE FROM searchState WHERE commentID IN (SELECT id FROM changedComment);
        DROP TABLE changedComment;
        """

    /// The indexes that a measuring of everything drops and makes again.
    static let voiceIndexes = """
        \(voiceMemberIndex);
        CREATE INDEX IF NOT EXISTS voiceCustomer ON voice (brand, customerCode);
        \(voiceOrders)
        \(voiceSubjects)
        """

    private static let voiceMemberIndex = "CREATE INDEX IF NOT EXISTS voiceMemberComment ON voiceMember (commentID)"

    private static let inputTables = """
        CREATE TABLE comment (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            externalID TEXT NOT NULL,
            brand TEXT,
            product TEXT,
            author TEXT,
            authorID TEXT,
            authorRole TEXT NOT NULL CHECK (authorRole IN ('customer', 'agent', 'bot')),
            postedAt INTEGER,
            postedAtText TEXT,
            postedAtZone TEXT CHECK (postedAtZone IN ('text', 'mapping', 'workspace')),
            postedAtCertainty TEXT CHECK (postedAtCertainty IN ('exact', 'notAfter')),
            updatedAt INTEGER,
            updatedAtText TEXT,
            updatedAtZone TEXT CHECK (updatedAtZone IN ('text', 'mapping', 'workspace')),
            text TEXT NOT NULL,
            title TEXT,
            ratingThousandths INTEGER,
            ratingLow INTEGER,
            ratingHigh INTEGER,
            declaredLanguage TEXT,
            url TEXT,
            threadID TEXT,
            inReplyTo TEXT,
            caseNumber TEXT,
            orderNumber TEXT,
            channel TEXT,
            appVersion TEXT,
            replyText TEXT,
            repliedAt INTEGER,
            repliedAtText TEXT,
            repliedAtZone TEXT CHECK (repliedAtZone IN ('text', 'mapping', 'workspace')),
            contentHash INTEGER NOT NULL,
            UNIQUE (source, externalID)
        ) STRICT;
        CREATE TABLE supportCase (
            id INTEGER PRIMARY KEY,
            caseID TEXT NOT NULL UNIQUE,
            origin TEXT NOT NULL CHECK (origin IN ('imported', 'story')),
            number TEXT,
            orderNumber TEXT,
            brand TEXT,
            product TEXT,
            customer TEXT,
            customerHandle TEXT,
            channel TEXT,
            openedAt INTEGER,
            openedAtText TEXT,
            openedAtZone TEXT,
            openedAtCertainty TEXT,
            closedAt INTEGER,
            closedAtText TEXT,
            closedAtZone TEXT,
            subject TEXT,
            contentHash INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE caseEvent (
            supportCaseID INTEGER NOT NULL REFERENCES supportCase (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            at INTEGER,
            atText TEXT,
            atZone TEXT,
            kind TEXT NOT NULL,
            actor TEXT CHECK (actor IN ('customer', 'agent', 'bot')),
            channel TEXT,
            note TEXT,
            amountThousandths INTEGER,
            currency TEXT,
            PRIMARY KEY (supportCaseID, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE quarantine (
            id INTEGER PRIMARY KEY,
            inputHash TEXT NOT NULL,
            source TEXT NOT NULL,
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            byte INTEGER NOT NULL,
            reason TEXT NOT NULL,
            message TEXT NOT NULL,
            raw BLOB NOT NULL,
            UNIQUE (inputHash, byte, reason)
        ) STRICT;
        """

    private static let resultTables = """
        CREATE TABLE scorer (
            id INTEGER PRIMARY KEY,
            version TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE score (
            commentID INTEGER PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
            scorerID INTEGER NOT NULL REFERENCES scorer (id),
            language TEXT NOT NULL CHECK (language IN ('ja', 'en', 'und')),
            valence INTEGER CHECK (valence BETWEEN -1000 AND 1000),
            handlingValence INTEGER CHECK (handlingValence BETWEEN -1000 AND 1000),
            facets TEXT NOT NULL,
            signals TEXT NOT NULL,
            evidence TEXT NOT NULL
        ) STRICT;
        CREATE TABLE link (
            commentID INTEGER PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
            caseID TEXT NOT NULL,
            relation TEXT NOT NULL
                CHECK (relation IN ('same_case', 'follow_up', 'about', 'similar_case', 'duplicate_of')),
            status TEXT NOT NULL CHECK (status IN ('auto', 'review', 'confirmed', 'rejected')),
            milliBits INTEGER NOT NULL,
            marginMilliBits INTEGER,
            method TEXT NOT NULL,
            evidence TEXT NOT NULL
        ) STRICT;
        \(linkIndex)
        """

    static let linkIndex = "CREATE INDEX IF NOT EXISTS linkCaseID ON link (caseID);"

    private static let measureTables = """
        CREATE TABLE voice (
            id INTEGER PRIMARY KEY,
            voiceID TEXT NOT NULL UNIQUE,
            brand TEXT NOT NULL,
            caseID TEXT,
            author TEXT,
            month TEXT NOT NULL,
            channel TEXT,
            relation TEXT,
            isCounted INTEGER NOT NULL CHECK (isCounted IN (0, 1)),
            supportPolarity INTEGER CHECK (supportPolarity BETWEEN -10000 AND 10000),
            supportBasis TEXT NOT NULL,
            brandPolarity INTEGER CHECK (brandPolarity BETWEEN -10000 AND 10000),
            brandBasis TEXT NOT NULL,
            facets TEXT NOT NULL,
            signals TEXT NOT NULL
        ) STRICT;
        CREATE INDEX voiceBrandMonth ON voice (brand, month);
        CREATE TABLE voiceMember (
            voiceID INTEGER NOT NULL REFERENCES voice (id) ON DELETE CASCADE,
            commentID INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
            PRIMARY KEY (voiceID, commentID)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cell (
            brand TEXT NOT NULL,
            periodLength TEXT NOT NULL,
            period TEXT NOT NULL,
            channel TEXT NOT NULL,
            measure TEXT NOT NULL,
            n INTEGER NOT NULL,
            sum INTEGER NOT NULL,
            sumOfSquares INTEGER NOT NULL,
            customers INTEGER NOT NULL,
            customerSumSquares INTEGER NOT NULL,
            customerSumCounts INTEGER NOT NULL,
            customerCountSquares INTEGER NOT NULL,
            strength REAL,
            low REAL,
            high REAL,
            isSufficient INTEGER NOT NULL CHECK (isSufficient IN (0, 1)),
            PRIMARY KEY (brand, periodLength, period, channel, measure)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE earlySign (
            brand TEXT NOT NULL,
            voiceID TEXT NOT NULL,
            commentID INTEGER REFERENCES comment (id) ON DELETE CASCADE,
            postedAt INTEGER,
            reason TEXT NOT NULL,
            PRIMARY KEY (brand, voiceID)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE flag (
            flagID TEXT NOT NULL PRIMARY KEY,
            brand TEXT NOT NULL,
            measure TEXT NOT NULL,
            channel TEXT NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            firstBadPeriod TEXT NOT NULL,
            detail TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    private static let runTables = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            command TEXT NOT NULL,
            startedAt INTEGER NOT NULL,
            finishedAt INTEGER,
            status TEXT NOT NULL CHECK (status IN ('running', 'good', 'failed', 'interrupted')),
            versions TEXT NOT NULL
        ) STRICT;
        CREATE TABLE ledger (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            source TEXT NOT NULL,
            file TEXT NOT NULL,
            inputHash TEXT NOT NULL,
            format TEXT NOT NULL,
            encoding TEXT NOT NULL,
            read INTEGER NOT NULL,
            stored INTEGER NOT NULL,
            duplicate INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            quarantined INTEGER NOT NULL,
            skipped INTEGER NOT NULL,
            CHECK (read = stored + duplicate + updated + quarantined + skipped)
        ) STRICT;
        CREATE TABLE fact (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    private static let views = """
        CREATE VIEW commentReadable AS
            SELECT comment.id, source, externalID, brand, product, author, authorRole,
                datetime(postedAt / 1000, 'unixepoch') AS postedAtUTC, postedAtCertainty,
                ratingThousandths / 1000.0 AS rating, ratingHigh,
                score.language, score.valence / 1000.0 AS valence,
                link.relation, link.caseID, title, text
            FROM comment
            LEFT JOIN score ON score.commentID = comment.id
            LEFT JOIN link ON link.commentID = comment.id;
        CREATE VIEW facetMention AS
            SELECT score.commentID, json_extract(mention.value, '$.name') AS facet,
                json_extract(mention.value, '$.polarity') AS polarity,
                json_extract(mention.value, '$.start') AS start,
                json_extract(mention.value, '$.length') AS length,
                json_extract(mention.value, '$.entry') AS entry
            FROM score, json_each(score.facets) AS mention;
        CREATE VIEW signalMention AS
            SELECT score.commentID, json_extract(mention.value, '$.name') AS signal,
                json_extract(mention.value, '$.start') AS start,
                json_extract(mention.value, '$.length') AS length,
                json_extract(mention.value, '$.entry') AS entry
            FROM score, json_each(score.signals) AS mention;
        CREATE VIEW voiceReadable AS
            SELECT voiceID, brand, caseID, author, month, channel, relation, isCounted,
                supportPolarity / 10000.0 AS supportPolarity, supportBasis,
                brandPolarity / 10000.0 AS brandPolarity, brandBasis, facets, signals
            FROM voice;
        """
}
