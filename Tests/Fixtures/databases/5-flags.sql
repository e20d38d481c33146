-- The ledger of flags and the notes of a search in tables of their own.
-- The content is invented.

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
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
CREATE INDEX linkCaseID ON link (caseID);
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
ALTER TABLE comment ADD COLUMN answers TEXT;
CREATE INDEX IF NOT EXISTS voiceMemberComment ON voiceMember (commentID);
CREATE INDEX supportCaseNumber ON supportCase (number);
CREATE INDEX supportCaseHandle ON supportCase (customerHandle);
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
INSERT INTO grdb_migrations (identifier) VALUES ('comments, cases, scores, links, measures');
INSERT INTO grdb_migrations (identifier) VALUES ('answers to survey questions');
INSERT INTO grdb_migrations (identifier) VALUES ('ways from a comment to its voice and to a customer''s cases');
INSERT INTO grdb_migrations (identifier) VALUES ('what older programs left: rows without a source, searches of old texts');
INSERT INTO grdb_migrations (identifier) VALUES ('flags and notes of the search in tables');

INSERT INTO comment (id, source, externalID, brand, product, author, authorID, authorRole, postedAt, postedAtText,
    postedAtZone, postedAtCertainty, updatedAt, updatedAtText, updatedAtZone, text, title, ratingThousandths,
    ratingLow, ratingHigh, declaredLanguage, url, threadID, caseNumber, orderNumber, channel, appVersion, replyText,
    repliedAt, repliedAtText, repliedAtZone, answers, contentHash)
VALUES (1, 'shop', 'r-1', 'Aoyama Audio', 'HP-20', 'Mori', 'u1', 'customer', 1396702800000, '2014-04-05T13:00:00Z',
    'text', 'exact', 1396789200000, '2014-04-06T13:00:00Z', 'text',
    'They repaired it the same day, and it didn''t cost a yen.', 'Quick repair', 5000, 1, 5, 'en',
    'https://shop.example/r-1', 't1', 'C-100', 'O-7', 'shop', '2.1', 'Thank you.', 1396875600000, '2014-04-07 22:00',
    'mapping', '[{"instrument":"nps","thousandths":9000,"low":0,"high":10}]', 4611686018427387904);
INSERT INTO comment (id, source, externalID, brand, authorRole, postedAt, postedAtText, postedAtZone,
    postedAtCertainty, text, contentHash)
VALUES (2, 'shop', 'r-2', '青山オーディオ', 'customer', 1398776400000, '2014/04/29 22:00', 'workspace', 'notAfter',
    '電話の対応が丁寧で、返金も早かったです。', 77);
INSERT INTO comment (id, source, externalID, brand, authorRole, text, inReplyTo, contentHash)
VALUES (5, 'blog', 'b"1', 'Aoyama Audio', 'agent', 'We are sorry; the part was mended.', 'r-1', -9);
INSERT INTO supportCase (id, caseID, origin, number, orderNumber, brand, product, customer, customerHandle, channel,
    openedAt, openedAtText, openedAtZone, openedAtCertainty, closedAt, closedAtText, closedAtZone, subject,
    contentHash)
VALUES (1, 'C-100', 'imported', 'C-100', 'O-7', 'Aoyama Audio', 'HP-20', 'Mori', 'u1', 'phone', 1396616400000,
    '2014-04-04T13:00:00Z', 'text', 'exact', 1396789200000, '2014-04-06T13:00:00Z', 'text', 'no sound on one side',
    12);
INSERT INTO caseEvent (supportCaseID, position, at, atText, atZone, kind, actor, channel, note)
VALUES (1, 0, 1396616400000, '2014-04-04T13:00:00Z', 'text', 'call', 'customer', 'phone', 'toll-free');
INSERT INTO caseEvent (supportCaseID, position, kind, actor, amountThousandths, currency)
VALUES (1, 1, 'refund', 'agent', 1500000, 'JPY');
INSERT INTO quarantine (id, inputHash, source, file, line, byte, reason, message, raw)
VALUES (1, 'aa11', 'shop', '/data/shop.ndjson', 3, 120, 'badSyntax', 'the row is no JSON', X'7B2269642200FF');
INSERT INTO quarantine (id, inputHash, source, file, line, byte, reason, message, raw)
VALUES (2, 'bb22', 'lost.csv', 'lost.csv', 9, 4, 'noText', 'the row has no text', X'');
INSERT INTO scorer (id, version) VALUES (1, '0123abcd');
INSERT INTO score (commentID, scorerID, language, valence, handlingValence, facets, signals, evidence)
VALUES (1, 1, 'en', 250, 250, '[{"name":"speed","polarity":1,"start":5,"length":8,"entry":"repaired the same day"}]',
    '[{"name":"fan","start":0,"length":4,"entry":"fan"}]',
    '[{"start":5,"length":8,"entry":"repaired","valence":250,"rule":"lexicon"}]');
INSERT INTO score (commentID, scorerID, language, valence, facets, signals, evidence)
VALUES (2, 1, 'ja', NULL, '[]', '[]', '[]');
INSERT INTO link (commentID, caseID, relation, status, milliBits, marginMilliBits, method, evidence)
VALUES (1, 'C-100', 'same_case', 'auto', 21500, 12000, 'case-number',
    '[{"feature":"case-number","left":"C-100","right":"C-100","milliBits":21500}]');
INSERT INTO link (commentID, caseID, relation, status, milliBits, method, evidence)
VALUES (5, 'C-100', 'about', 'review', 3000, 'reply', '[]');
INSERT INTO voice (id, voiceID, brand, caseID, author, month, channel, relation, isCounted, supportPolarity,
    supportBasis, brandPolarity, brandBasis, facets, signals)
VALUES (1, 'case:C-100', 'Aoyama Audio', 'C-100', 'u1', '2014-04', 'shop', 'same_case', 1, 10000, 'facets', 10000,
    'signals', '{"speed":10000}', '["fan"]');
INSERT INTO voice (id, voiceID, brand, month, isCounted, supportBasis, brandBasis, facets, signals)
VALUES (2, 'month:2014-04', '青山オーディオ', '2014-04', 0, 'none', 'none', '{}', '[]');
INSERT INTO voiceMember (voiceID, commentID) VALUES (1, 1), (2, 2);
INSERT INTO cell (brand, periodLength, period, channel, measure, n, sum, sumOfSquares, customers,
    customerSumSquares, customerSumCounts, customerCountSquares, strength, low, high, isSufficient)
VALUES ('Aoyama Audio', 'month', '2014-04', '*', 'support', 1, 10000, 100000000, 1, 100000000, 10000, 1, 100.0, 62.5,
    100.0, 0);
INSERT INTO earlySign (brand, voiceID, commentID, postedAt, reason)
VALUES ('Aoyama Audio', 'case:C-100', 1, 1396702800000, 'contradicts the record');
INSERT INTO flag (flagID, brand, measure, channel, kind, state, firstBadPeriod, detail)
VALUES ('f1', 'Aoyama Audio', 'support', '*', 'step', 'ongoing', '2014-02', '{"difference":-12.5,"facets":[]}');
INSERT INTO run (id, command, startedAt, finishedAt, status, versions)
VALUES (1, 'run', 1398800000000, 1398800005000, 'good', '{"koe":"1"}');
INSERT INTO ledger (id, runID, source, file, inputHash, format, encoding, read, stored, duplicate, updated,
    quarantined, skipped)
VALUES (1, 1, 'shop', 'shop.ndjson', 'aa11', 'json', 'UTF-8', 4, 2, 1, 0, 1, 0);
INSERT INTO fact (name, value) VALUES ('flags', '{"flags":[]}'), ('linked', 'model 1; comments 3 0 0');
INSERT INTO flagRecord (position, id, ledgerID, series, kind, direction, period, low, high, difference, state,
    firstReported, firstReportedAt, lastSeen, toldIn, acknowledgedAt, note)
VALUES (0, 'Aoyama Audio/support/2014-02', 'l-1', 'Aoyama Audio/support', 'step', -1, 529, 528, 530, -2500.0,
    'acknowledged', 1, '2014-04-30T00:00:00+09:00', 1, 1, '2014-05-01T09:00:00+09:00', 'new call centre');
INSERT INTO sight (position, brand, isTested, voices, smallestFall) VALUES (0, 'Aoyama Audio', 1, 240, 12.5);
INSERT INTO explainedMovement (position, brand, measure, cause, fromPeriod, toPeriod, raw, remaining, low, high, voices)
VALUES (0, 'Aoyama Audio', 'support', 'season', '2013-07', '2013-08', -6.5, -0.5, -3.0, 2.0, 90);
INSERT INTO watch (position, brand, month, direction, z) VALUES (0, 'Aoyama Audio', '2014-04', -1, -2.4);
