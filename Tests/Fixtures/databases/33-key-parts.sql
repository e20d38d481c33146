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
    contentHash INTEGER NOT NULL, answers TEXT, inputID INTEGER, byte INTEGER, rowDigest INTEGER,
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
, inputID INTEGER) STRICT;
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
    raw BLOB NOT NULL, externalID TEXT, digest INTEGER,
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
, memberSum INTEGER, customerCode INTEGER, day INTEGER, rating INTEGER, answers TEXT, mentions TEXT, sources TEXT, lot INTEGER, product TEXT, version TEXT) STRICT;
CREATE INDEX voiceBrandMonth ON voice (brand, month);
CREATE TABLE voiceMember (
    voiceID INTEGER NOT NULL REFERENCES voice (id) ON DELETE CASCADE,
    commentID INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    PRIMARY KEY (voiceID, commentID)
) STRICT, WITHOUT ROWID;
CREATE TABLE earlySign (
    brand TEXT NOT NULL,
    voiceID TEXT NOT NULL,
    commentID INTEGER REFERENCES comment (id) ON DELETE CASCADE,
    postedAt INTEGER,
    reason TEXT NOT NULL,
    PRIMARY KEY (brand, voiceID)
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
CREATE INDEX voiceMemberComment ON voiceMember (commentID);
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
, assignee TEXT) STRICT;
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
CREATE TABLE input (
    id INTEGER PRIMARY KEY,
    inputHash TEXT NOT NULL,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    runID INTEGER NOT NULL,
    importedAt INTEGER NOT NULL,
    choices TEXT NOT NULL,
    byteCount INTEGER NOT NULL,
    readBy TEXT,
    isKept INTEGER NOT NULL CHECK (isKept IN (0, 1)),
    UNIQUE (inputHash, source)
) STRICT;
CREATE TABLE inputPiece (
    inputID INTEGER NOT NULL REFERENCES input (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    byteCount INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (inputID, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX commentInput ON comment (inputID);
CREATE INDEX commentWithoutOrigin ON comment (source, contentHash) WHERE rowDigest IS NULL;
CREATE TABLE earlierVersion (
    commentID INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    inputID INTEGER,
    byte INTEGER,
    rowDigest INTEGER,
    externalID TEXT NOT NULL,
    source TEXT NOT NULL,
    brand TEXT,
    product TEXT,
    author TEXT,
    authorID TEXT,
    authorRole TEXT NOT NULL,
    postedAt INTEGER,
    postedAtText TEXT,
    postedAtZone TEXT,
    postedAtCertainty TEXT,
    updatedAt INTEGER,
    updatedAtText TEXT,
    updatedAtZone TEXT,
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
    repliedAtZone TEXT,
    answers TEXT,
    contentHash INTEGER NOT NULL,
    UNIQUE (commentID, rowDigest)
) STRICT;
CREATE INDEX earlierVersionInput ON earlierVersion (inputID);
CREATE TABLE runStage (
    runID INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    stage TEXT NOT NULL,
    milliseconds INTEGER NOT NULL,
    PRIMARY KEY (runID, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE runProblem (
    runID INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY (runID, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledgerRun ON ledger (runID);
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
, product TEXT) STRICT, WITHOUT ROWID;
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
CREATE TABLE contentSum (
    name TEXT NOT NULL PRIMARY KEY,
    rowCount INTEGER NOT NULL,
    sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE touchedComment (commentID INTEGER NOT NULL PRIMARY KEY) STRICT;
CREATE TABLE touchedCase (caseID TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE touchedVoice (voiceID INTEGER NOT NULL PRIMARY KEY) STRICT;
CREATE INDEX voiceCustomer ON voice (brand, customerCode);
CREATE INDEX scoreScorer ON score (scorerID);
CREATE TABLE erasure (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('author', 'comment', 'case', 'source')),
    erasedAt INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    cases INTEGER NOT NULL
) STRICT;
CREATE TABLE tombstone (
    hash TEXT NOT NULL PRIMARY KEY,
    erasureID INTEGER NOT NULL REFERENCES erasure (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE commentTally (
    source TEXT NOT NULL,
    thousandths INTEGER NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (source, thousandths, low, high)
) STRICT, WITHOUT ROWID;
CREATE TABLE scoreTally (
    source TEXT NOT NULL,
    thousandths INTEGER NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    valence INTEGER NOT NULL,
    isUnknown INTEGER NOT NULL CHECK (isUnknown IN (0, 1)),
    hasHit INTEGER NOT NULL CHECK (hasHit IN (0, 1)),
    n INTEGER NOT NULL,
    PRIMARY KEY (source, thousandths, low, high, valence, isUnknown, hasHit)
) STRICT, WITHOUT ROWID;
CREATE TABLE linkedTally (
    source TEXT NOT NULL PRIMARY KEY,
    n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ratingMismatch (
    commentID INTEGER NOT NULL PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
    stars REAL NOT NULL,
    words INTEGER NOT NULL,
    source TEXT NOT NULL,
    externalID TEXT NOT NULL
) STRICT;
CREATE INDEX ratingMismatchDistance ON ratingMismatch (abs(stars - words) DESC, source, externalID);
CREATE TABLE voiceTally (
    brand TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('basis', 'comment', 'mention', 'source')),
    name TEXT NOT NULL,
    month TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (brand, kind, name, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX voicePraise ON voice (
    brand, (abs(coalesce(supportPolarity, 0)) + abs(coalesce(brandPolarity, 0))) DESC, (length(facets) + length(signals)) DESC, voiceID
) WHERE isCounted AND (coalesce(supportPolarity, 0) + coalesce(brandPolarity, 0)) > 0;
CREATE INDEX voiceBlame ON voice (
    brand, (abs(coalesce(supportPolarity, 0)) + abs(coalesce(brandPolarity, 0))) DESC, (length(facets) + length(signals)) DESC, voiceID
) WHERE isCounted AND (coalesce(supportPolarity, 0) + coalesce(brandPolarity, 0)) < 0;
CREATE INDEX voiceLot ON voice (brand, lot DESC, voiceID) WHERE isCounted;
CREATE TABLE withdrawal (
    source TEXT NOT NULL,
    externalID TEXT NOT NULL,
    inputID INTEGER NOT NULL,
    byte INTEGER NOT NULL,
    changedAt INTEGER,
    PRIMARY KEY (source, externalID, inputID, byte)
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawalInput ON withdrawal (inputID);
CREATE TABLE withdrawnState (
    source TEXT NOT NULL,
    externalID TEXT NOT NULL,
    rowDigest INTEGER NOT NULL,
    inputID INTEGER NOT NULL,
    byte INTEGER NOT NULL,
    PRIMARY KEY (source, externalID, rowDigest)
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawnStateInput ON withdrawnState (inputID);
CREATE TABLE noticeTarget (target TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE notice (
    target TEXT NOT NULL REFERENCES noticeTarget (target) ON DELETE CASCADE,
    flagID TEXT NOT NULL,
    state TEXT NOT NULL,
    runID INTEGER NOT NULL,
    PRIMARY KEY (target, flagID)
) STRICT, WITHOUT ROWID;
CREATE TABLE caseCount (
    value INTEGER NOT NULL PRIMARY KEY,
    n INTEGER NOT NULL CHECK (n > 0)
) STRICT;
CREATE TABLE caseBrand (
    sound INTEGER NOT NULL,
    script INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (sound, script)
) STRICT, WITHOUT ROWID;
CREATE TABLE lentHandle (
    supportCaseID INTEGER NOT NULL PRIMARY KEY,
    handle INTEGER NOT NULL
) STRICT;
CREATE TABLE threadNode (
    commentID INTEGER NOT NULL PRIMARY KEY,
    name INTEGER NOT NULL,
    answered INTEGER,
    own INTEGER NOT NULL,
    parent INTEGER,
    thread INTEGER,
    twin INTEGER
) STRICT;
CREATE INDEX threadNodeName ON threadNode (name);
CREATE INDEX threadNodeAnswered ON threadNode (answered) WHERE answered IS NOT NULL;
CREATE INDEX threadNodeOwn ON threadNode (own);
CREATE INDEX threadNodeParent ON threadNode (parent) WHERE parent IS NOT NULL;
CREATE INDEX threadNodeThread ON threadNode (thread) WHERE thread IS NOT NULL;
CREATE INDEX threadNodeTwin ON threadNode (twin) WHERE twin IS NOT NULL;
CREATE TABLE linkNotes (
    commentID INTEGER NOT NULL PRIMARY KEY,
    tokens BLOB NOT NULL
) STRICT;
CREATE TABLE unlinkedComment (commentID INTEGER NOT NULL PRIMARY KEY) STRICT;
CREATE TABLE unlinkedCase (
    caseID TEXT NOT NULL PRIMARY KEY,
    oldID INTEGER,
    number TEXT,
    orderNumber TEXT,
    brand TEXT,
    product TEXT,
    customer TEXT,
    customerHandle TEXT,
    openedAt INTEGER,
    closedAt INTEGER,
    subject TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE linkTally (
    relation TEXT NOT NULL,
    status TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (relation, status)
) STRICT, WITHOUT ROWID;
CREATE INDEX supportCaseOpened ON supportCase (openedAt);
CREATE TABLE listedComment (
    brand TEXT NOT NULL,
    postedAt INTEGER NOT NULL,
    commentID INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    voiceID INTEGER,
    month TEXT,
    channel TEXT NOT NULL,
    stars INTEGER,
    language TEXT,
    isLinked INTEGER NOT NULL CHECK (isLinked IN (0, 1)),
    measures INTEGER NOT NULL,
    praise INTEGER NOT NULL,
    named INTEGER NOT NULL,
    blame INTEGER NOT NULL,
    signals INTEGER NOT NULL, product TEXT, version TEXT,
    PRIMARY KEY (brand, postedAt, commentID)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX listedCommentID ON listedComment (commentID);
CREATE TABLE reviewDecision (
    id INTEGER PRIMARY KEY,
    decisionID TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL
        CHECK (kind IN ('confirm', 'reject', 'link', 'unlink', 'merge', 'split', 'undo')),
    source TEXT,
    externalID TEXT,
    caseID TEXT,
    intoCaseID TEXT,
    relation TEXT
        CHECK (relation IN ('same_case', 'follow_up', 'about', 'similar_case', 'duplicate_of')),
    undoes TEXT,
    decidedBy TEXT NOT NULL,
    decidedAt INTEGER NOT NULL,
    note TEXT,
    CHECK ((source IS NULL) = (externalID IS NULL))
) STRICT;
CREATE INDEX reviewDecisionComment ON reviewDecision (source, externalID);
CREATE INDEX reviewDecisionCase ON reviewDecision (caseID);
CREATE TABLE caseAlias (
    caseID TEXT NOT NULL PRIMARY KEY,
    rootCaseID TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX caseAliasRoot ON caseAlias (rootCaseID);
CREATE INDEX linkWaiting ON link (commentID) WHERE status = 'review';
CREATE TABLE caseIncident (
    token INTEGER NOT NULL,
    supportCaseID INTEGER NOT NULL,
    PRIMARY KEY (token, supportCaseID)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealedCell (
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
    PRIMARY KEY (brand, periodLength, period, channel, measure)
) STRICT, WITHOUT ROWID;
CREATE TABLE erasureEffect (
    erasureID INTEGER NOT NULL REFERENCES erasure (id) ON DELETE CASCADE,
    brand TEXT NOT NULL,
    measure TEXT NOT NULL,
    voices INTEGER NOT NULL,
    isSealed INTEGER NOT NULL CHECK (isSealed IN (0, 1)),
    moveThousandths INTEGER,
    PRIMARY KEY (erasureID, brand, measure)
) STRICT, WITHOUT ROWID;
CREATE TABLE retention (
    runID INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    keepDays INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    cases INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    inputs INTEGER NOT NULL,
    PRIMARY KEY (runID, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE versionSum (
    brand TEXT NOT NULL,
    product TEXT NOT NULL,
    version TEXT NOT NULL,
    firstDay INTEGER NOT NULL,
    lastDay INTEGER NOT NULL,
    voices INTEGER NOT NULL,
    n INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    sumOfSquares INTEGER NOT NULL,
    customers INTEGER NOT NULL,
    customerSumSquares INTEGER NOT NULL,
    customerSumCounts INTEGER NOT NULL,
    customerCountSquares INTEGER NOT NULL,
    PRIMARY KEY (brand, product, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX voiceProduct ON voice (
    brand, product, day, channel, customerCode, supportPolarity, rating
) WHERE product IS NOT NULL AND isCounted AND day IS NOT NULL;
CREATE INDEX voiceVersion ON voice (
    brand, product, version, customerCode, day, supportPolarity
) WHERE version IS NOT NULL AND isCounted AND day IS NOT NULL;
CREATE TABLE sourceTimes (
    source TEXT NOT NULL PRIMARY KEY,
    newest INTEGER,
    isKnown INTEGER NOT NULL CHECK (isKnown IN (0, 1)),
    undated INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE mentionTally (
    brand TEXT NOT NULL,
    praise INTEGER NOT NULL,
    named INTEGER NOT NULL,
    blame INTEGER NOT NULL,
    signals INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (brand, praise, named, blame, signals)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealedVersion (
    brand TEXT NOT NULL,
    product TEXT NOT NULL,
    version TEXT NOT NULL,
    firstDay INTEGER NOT NULL,
    lastDay INTEGER NOT NULL,
    voices INTEGER NOT NULL,
    n INTEGER NOT NULL,
sum INTEGER NOT NULL,
sumOfSquares INTEGER NOT NULL,
customers INTEGER NOT NULL,
customerSumSquares INTEGER NOT NULL,
customerSumCounts INTEGER NOT NULL,
customerCountSquares INTEGER NOT NULL,
    PRIMARY KEY (brand, product, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealedProductCell (
    brand TEXT NOT NULL,
    product TEXT NOT NULL,
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
    PRIMARY KEY (brand, product, periodLength, period, channel, measure)
) STRICT, WITHOUT ROWID;
CREATE TABLE kindTally (
    brand TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    stars INTEGER NOT NULL,
    isLinked INTEGER NOT NULL CHECK (isLinked IN (0, 1)),
    n INTEGER NOT NULL,
    PRIMARY KEY (brand, channel, language, stars, isLinked)
) STRICT, WITHOUT ROWID;
CREATE TABLE droppedRow (
    source TEXT NOT NULL,
    inputHash TEXT NOT NULL,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    PRIMARY KEY (source, inputHash, high, low)
) STRICT, WITHOUT ROWID;
CREATE INDEX quarantineDigest ON quarantine (source, digest);
CREATE INDEX supportCaseTold
    ON supportCase (brand, (origin = 'story') DESC, openedAt DESC, caseID);
CREATE TABLE linkNotePart (part INTEGER NOT NULL PRIMARY KEY, notes BLOB NOT NULL) STRICT;
CREATE TABLE supportDay (
    brand TEXT NOT NULL,
    day INTEGER NOT NULL,
    voices INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    negative INTEGER NOT NULL,
    alike INTEGER NOT NULL,
    PRIMARY KEY (brand, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE periodCell (
    id INTEGER PRIMARY KEY,
    brand TEXT NOT NULL,
    periodLength TEXT NOT NULL,
    period TEXT NOT NULL,
    channel TEXT NOT NULL,
    cells INTEGER NOT NULL,
    sums TEXT NOT NULL,
    UNIQUE (brand, periodLength, period, channel)
) STRICT;
CREATE VIEW cell AS
    SELECT brand, periodLength, period, channel, measured.key AS measure,
        json_extract(measured.value, '$[0]') AS n, json_extract(measured.value, '$[1]') AS sum, json_extract(measured.value, '$[2]') AS sumOfSquares, json_extract(measured.value, '$[3]') AS customers, json_extract(measured.value, '$[4]') AS customerSumSquares, json_extract(measured.value, '$[5]') AS customerSumCounts, json_extract(measured.value, '$[6]') AS customerCountSquares, json_extract(measured.value, '$[7]') AS isSufficient
    FROM periodCell, json_each(periodCell.sums) AS measured;
CREATE TABLE brandFinding (
    brand TEXT NOT NULL PRIMARY KEY,
    found TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE keptBrand (
    brand TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL
) STRICT;
CREATE TABLE keptFile (
    path TEXT NOT NULL PRIMARY KEY,
    byteCount INTEGER NOT NULL,
    changedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE untoldBrand (brand TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE untoldCase (caseID TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE caseKeyPart (part INTEGER NOT NULL PRIMARY KEY, holders BLOB NOT NULL) STRICT;
INSERT INTO grdb_migrations (identifier)
VALUES ('comments, cases, scores, links, measures');
INSERT INTO grdb_migrations (identifier)
VALUES ('answers to survey questions');
INSERT INTO grdb_migrations (identifier)
VALUES ('ways from a comment to its voice and to a customer''s cases');
INSERT INTO grdb_migrations (identifier)
VALUES ('what older programs left: rows without a source, searches of old texts');
INSERT INTO grdb_migrations (identifier)
VALUES ('flags and notes of the search in tables');
INSERT INTO grdb_migrations (identifier)
VALUES ('what each stage worked on');
INSERT INTO grdb_migrations (identifier)
VALUES ('inputs as they came, and earlier versions of comments');
INSERT INTO grdb_migrations (identifier)
VALUES ('how the stages of a run went');
INSERT INTO grdb_migrations (identifier)
VALUES ('what a flag carries, in columns');
INSERT INTO grdb_migrations (identifier)
VALUES ('sums of the content, and journals of what changed');
INSERT INTO grdb_migrations (identifier)
VALUES ('what keeps the erased away');
INSERT INTO grdb_migrations (identifier)
VALUES ('counts that reports show');
INSERT INTO grdb_migrations (identifier)
VALUES ('comments that their sources took back');
INSERT INTO grdb_migrations (identifier)
VALUES ('who was told of which flag');
INSERT INTO grdb_migrations (identifier)
VALUES ('what a night links by');
INSERT INTO grdb_migrations (identifier)
VALUES ('what lists of comments are chosen by');
INSERT INTO grdb_migrations (identifier)
VALUES ('what people decided about links');
INSERT INTO grdb_migrations (identifier)
VALUES ('what cases tell of their incidents');
INSERT INTO grdb_migrations (identifier)
VALUES ('what the erased leave in the series');
INSERT INTO grdb_migrations (identifier)
VALUES ('what voices say of products and versions');
INSERT INTO grdb_migrations (identifier)
VALUES ('the newest time of each source');
INSERT INTO grdb_migrations (identifier)
VALUES ('what the listed comments of a brand speak of');
INSERT INTO grdb_migrations (identifier)
VALUES ('rows that people took out of quarantine');
INSERT INTO grdb_migrations (identifier)
VALUES ('the cases of a brand in the order they are told');
INSERT INTO grdb_migrations (identifier)
VALUES ('what the erased leave in versions and products');
INSERT INTO grdb_migrations (identifier)
VALUES ('how many listed comments are of a kind');
INSERT INTO grdb_migrations (identifier)
VALUES ('what links hang on, in parts');
INSERT INTO grdb_migrations (identifier)
VALUES ('days on which a voice may be a sign');
INSERT INTO grdb_migrations (identifier)
VALUES ('the cells of a period in one row');
INSERT INTO grdb_migrations (identifier)
VALUES ('what the search for changes found in each brand');
INSERT INTO grdb_migrations (identifier)
VALUES ('what the report holds of each brand, and what changed since');
INSERT INTO grdb_migrations (identifier)
VALUES ('keys that few comments ask for, apart from others');
INSERT INTO grdb_migrations (identifier)
VALUES ('keys by which cases are found, in parts');
INSERT INTO comment (answers, appVersion, author, authorID, authorRole, brand, byte, caseNumber, channel, contentHash, declaredLanguage, externalID, id, inReplyTo, inputID, orderNumber, postedAt, postedAtCertainty, postedAtText, postedAtZone, product, ratingHigh, ratingLow, ratingThousandths, repliedAt, repliedAtText, repliedAtZone, replyText, rowDigest, source, text, threadID, title, updatedAt, updatedAtText, updatedAtZone, url)
VALUES ('[{"instrument":"nps","thousandths":9000,"low":0,"high":10}]', '2.1', 'Mori', 'u1', 'customer', 'Aoyama Audio', NULL, 'C-100', 'shop', 4611686018427387904, 'en', 'r-1', 1, NULL, NULL, 'O-7', 1396702800000, 'exact', '2014-04-05T13:00:00Z', 'text', 'HP-20', 5, 1, 5000, 1396875600000, '2014-04-07 22:00', 'mapping', 'Thank you.', NULL, 'shop', 'They repaired it the same day, and it didn''t cost a yen.', 't1', 'Quick repair', 1396789200000, '2014-04-06T13:00:00Z', 'text', 'https://shop.example/r-1');
INSERT INTO comment (answers, appVersion, author, authorID, authorRole, brand, byte, caseNumber, channel, contentHash, declaredLanguage, externalID, id, inReplyTo, inputID, orderNumber, postedAt, postedAtCertainty, postedAtText, postedAtZone, product, ratingHigh, ratingLow, ratingThousandths, repliedAt, repliedAtText, repliedAtZone, replyText, rowDigest, source, text, threadID, title, updatedAt, updatedAtText, updatedAtZone, url)
VALUES (NULL, NULL, NULL, NULL, 'customer', '青山オーディオ', NULL, NULL, NULL, 77, NULL, 'r-2', 2, NULL, NULL, NULL, 1398776400000, 'notAfter', '2014/04/29 22:00', 'workspace', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'shop', '電話の対応が丁寧で、返金も早かったです。', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO comment (answers, appVersion, author, authorID, authorRole, brand, byte, caseNumber, channel, contentHash, declaredLanguage, externalID, id, inReplyTo, inputID, orderNumber, postedAt, postedAtCertainty, postedAtText, postedAtZone, product, ratingHigh, ratingLow, ratingThousandths, repliedAt, repliedAtText, repliedAtZone, replyText, rowDigest, source, text, threadID, title, updatedAt, updatedAtText, updatedAtZone, url)
VALUES (NULL, NULL, NULL, NULL, 'agent', 'Aoyama Audio', NULL, NULL, NULL, -9, NULL, 'b"1', 5, 'r-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'blog', 'We are sorry; the part was mended.', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO supportCase (brand, caseID, channel, closedAt, closedAtText, closedAtZone, contentHash, customer, customerHandle, id, inputID, number, openedAt, openedAtCertainty, openedAtText, openedAtZone, orderNumber, origin, product, subject)
VALUES ('Aoyama Audio', 'C-100', 'phone', 1396789200000, '2014-04-06T13:00:00Z', 'text', 12, 'Mori', 'u1', 1, NULL, 'C-100', 1396616400000, 'exact', '2014-04-04T13:00:00Z', 'text', 'O-7', 'imported', 'HP-20', 'no sound on one side');
INSERT INTO caseEvent (actor, amountThousandths, at, atText, atZone, channel, currency, kind, note, position, supportCaseID)
VALUES ('customer', NULL, 1396616400000, '2014-04-04T13:00:00Z', 'text', 'phone', NULL, 'call', 'toll-free', 0, 1);
INSERT INTO caseEvent (actor, amountThousandths, at, atText, atZone, channel, currency, kind, note, position, supportCaseID)
VALUES ('agent', 1500000, NULL, NULL, NULL, NULL, 'JPY', 'refund', NULL, 1, 1);
INSERT INTO quarantine (byte, digest, externalID, file, id, inputHash, line, message, raw, reason, source)
VALUES (120, -4611686018427387904, NULL, '/data/shop.ndjson', 1, 'aa11', 3, 'the row is no JSON', X'7B2269642200FF', 'badSyntax', 'shop');
INSERT INTO quarantine (byte, digest, externalID, file, id, inputHash, line, message, raw, reason, source)
VALUES (4, NULL, NULL, 'lost.csv', 2, 'bb22', 9, 'the row has no text', X'', 'noText', 'lost.csv');
INSERT INTO scorer (id, version)
VALUES (1, '0123abcd');
INSERT INTO score (commentID, evidence, facets, handlingValence, language, scorerID, signals, valence)
VALUES (1, '[{"start":5,"length":8,"entry":"repaired","valence":250,"rule":"lexicon"}]', '[{"name":"speed","polarity":1,"start":5,"length":8,"entry":"repaired the same day"}]', 250, 'en', 1, '[{"name":"fan","start":0,"length":4,"entry":"fan"}]', 250);
INSERT INTO score (commentID, evidence, facets, handlingValence, language, scorerID, signals, valence)
VALUES (2, '[]', '[]', NULL, 'ja', 1, '[]', NULL);
INSERT INTO link (caseID, commentID, evidence, marginMilliBits, method, milliBits, relation, status)
VALUES ('C-100', 1, '[{"feature":"case-number","left":"C-100","right":"C-100","milliBits":21500}]', 12000, 'case-number', 21500, 'same_case', 'auto');
INSERT INTO link (caseID, commentID, evidence, marginMilliBits, method, milliBits, relation, status)
VALUES ('C-100', 5, '[]', NULL, 'reply', 3000, 'about', 'review');
INSERT INTO voice (answers, author, brand, brandBasis, brandPolarity, caseID, channel, customerCode, day, facets, id, isCounted, lot, memberSum, mentions, month, product, rating, relation, signals, sources, supportBasis, supportPolarity, version, voiceID)
VALUES ('[{"instrument":"nps","thousandths":9000,"low":0,"high":10}]', 'u1', 'Aoyama Audio', 'signals', 10000, 'C-100', 'shop', -77, 16165, '{"speed":10000}', 1, 1, 12345, 4711, '{"speed 1":1}', '2014-04', 'HP-20', 10000, 'same_case', '["fan"]', '{"shop":1}', 'facets', 10000, '2.1', 'case:C-100');
INSERT INTO voice (answers, author, brand, brandBasis, brandPolarity, caseID, channel, customerCode, day, facets, id, isCounted, lot, memberSum, mentions, month, product, rating, relation, signals, sources, supportBasis, supportPolarity, version, voiceID)
VALUES (NULL, NULL, '青山オーディオ', 'none', NULL, NULL, NULL, NULL, NULL, '{}', 2, 0, NULL, NULL, NULL, '2014-04', NULL, NULL, NULL, '[]', NULL, 'none', NULL, NULL, 'month:2014-04');
INSERT INTO voiceMember (commentID, voiceID)
VALUES (1, 1);
INSERT INTO voiceMember (commentID, voiceID)
VALUES (2, 2);
INSERT INTO earlySign (brand, commentID, postedAt, reason, voiceID)
VALUES ('Aoyama Audio', 1, 1396702800000, 'contradicts the record', 'case:C-100');
INSERT INTO run (command, finishedAt, id, startedAt, status, versions)
VALUES ('run', 1398800005000, 1, 1398800000000, 'good', '{"koe":"1"}');
INSERT INTO ledger (duplicate, encoding, file, format, id, inputHash, quarantined, read, runID, skipped, source, stored, updated)
VALUES (1, 'UTF-8', 'shop.ndjson', 'json', 1, 'aa11', 1, 4, 1, 0, 'shop', 2, 0);
INSERT INTO fact (name, value)
VALUES ('flags', '{"flags":[]}');
INSERT INTO flagRecord (acknowledgedAt, assignee, difference, direction, firstReported, firstReportedAt, high, id, kind, lastSeen, ledgerID, low, note, period, position, series, state, toldIn)
VALUES (NULL, 'Misato', -12.5, -1, 1, '2014-04-29T19:33:20Z', 530, 'f1', 'step', 1, 'l1', 529, NULL, 529, 1, 'Aoyama Audio support', 'ongoing', 1);
INSERT INTO sight (brand, isTested, position, smallestFall, voices)
VALUES ('Aoyama Audio', 1, 1, 8.5, 240);
INSERT INTO explainedMovement (brand, cause, fromPeriod, high, low, measure, position, raw, remaining, toPeriod, voices)
VALUES ('Aoyama Audio', 'mix', '2014-01', 1.5, -2.5, 'support', 1, -9.0, -0.5, '2014-02', 120);
INSERT INTO watch (brand, direction, month, position, z)
VALUES ('Aoyama Audio', -1, '2014-04', 1, 1.75);
INSERT INTO input (byteCount, choices, file, id, importedAt, inputHash, isKept, readBy, runID, source)
VALUES (27, '{}', '/data/shop.ndjson', 1, 1398800000000, 'aa11', 1, 'b0b0', 1, 'shop');
INSERT INTO inputPiece (byteCount, bytes, inputID, position)
VALUES (27, X'785ECB4CD12949AD28E12AD235D409C948AD54284F2D4A5528CEC92FE7020080150921', 1, 0);
INSERT INTO earlierVersion (answers, appVersion, author, authorID, authorRole, brand, byte, caseNumber, channel, commentID, contentHash, declaredLanguage, externalID, inReplyTo, inputID, orderNumber, postedAt, postedAtCertainty, postedAtText, postedAtZone, product, ratingHigh, ratingLow, ratingThousandths, repliedAt, repliedAtText, repliedAtZone, replyText, rowDigest, source, text, threadID, title, updatedAt, updatedAtText, updatedAtZone, url)
VALUES (NULL, NULL, 'Mori', NULL, 'customer', 'Aoyama Audio', 8, NULL, NULL, 1, 41, NULL, 'r-1', NULL, 1, NULL, 1396700000000, 'exact', '2014-04-05T12:13:20Z', 'text', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 4242, 'shop', 'They were slow', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO runStage (milliseconds, position, runID, stage)
VALUES (1900, 0, 1, 'import');
INSERT INTO runProblem (position, problem, runID)
VALUES (0, 'the source "shop" is silent', 1);
INSERT INTO flag (afterFrom, afterHigh, afterLow, afterStrength, afterTo, afterVoices, beforeFrom, beforeHigh, beforeLow, beforeStrength, beforeTo, beforeVoices, brand, channel, completePeriod, difference, direction, firstBadPeriod, firstDetectable, firstPeriodHigh, firstPeriodLow, flagID, instrument, kind, lastGoodPeriod, lowStarsAfter, lowStarsBefore, margin, measure, mix, p, periods, product, q, recordID, resolution, seriesTested, within, world)
VALUES ('2014-02', 63.5, 54.5, 59.0, '2014-04', 80, '2012-01', 75.0, 68.0, 71.5, '2014-01', 120, 'Aoyama Audio', '*', '2014-03', -12.5, -1, '2014-02', '2014-04', '2014-03', '2014-01', 'f1', -2.0, 'step', '2014-01', 40.0, 10.5, 4.5, 'support', -2.5, 0.002, 'month', 'HP-20', 0.01, 'f1', 0.002, 7, -10.0, -10.5);
INSERT INTO flagSeries (flagID, position, subject)
VALUES ('f1', 0, 'facet.speed');
INSERT INTO flagChannel (change, channel, flagID, mix, position, voices, within)
VALUES (-9.5, 'chat', 'f1', 0.5, 0, 30, -6.0);
INSERT INTO flagChannel (change, channel, flagID, mix, position, voices, within)
VALUES (NULL, '', 'f1', 0.0, 1, 50, -4.0);
INSERT INTO flagFacet (change, facet, flagID, position, voices)
VALUES (-20.0, 'speed', 'f1', 0, 12);
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('caseAlias', 1, X'CB44745014B9E43501F3469EE98DAB5EAE79271B0E030FD9B3761B0D553EC557');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('caseEvent', 2, X'32A967278497C873E03DE386E3947E7B5F9FDC2FA3B6BAE47C16913DE7C91891');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('comment', 3, X'E3FB12C2534A147325FEE0F24AF9874D317D473F419F4315C9327C89DBB90579');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('earlySign', 1, X'87937FD4DF75DA6E1CA4E737D74686EDE50F1A9739A71CED853A84EB368068FC');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('flag', 1, X'6D86871114F19965E787942172F0F23CCE95F7FDFABFC04CAFE8A1FB4B55F049');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('link', 2, X'737FCED14345F459339215FBE5521C33CECE06D4D0D282D110164E54177D858F');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('periodCell', 1, X'96CE5178E4DA579869BCE76BFB1E3B6F1412F45F0B67BD016CF7645BC458744A');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('quarantine', 2, X'276661F98E3545A2BAB8E56ECA9F57653F021D77C4E5B81320DBD3A13673B009');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('reviewDecision', 3, X'65B0F4E6D77934B009316916BFE804E551688CB89A540EC745C5A3E58D23E487');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('score', 2, X'095DAC703440391A09EA36A27C78F11F2D1D5A6DFC010DE87FCCAAB1B2AFE152');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('sealedCell', 1, X'EDFB7BBA215475393C16B7DD92A001CBB764E5E3286B571A2156B7355DEAF865');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('supportCase', 1, X'203D5FEF481DCED0BA9C312936ABE3D250879852AE65ACBEFD034D6893AC785C');
INSERT INTO contentSum (name, rowCount, sum)
VALUES ('voice', 2, X'D44C1E8CD8B22F013D702418FA9CA2B10C44D824A8DD3096D52DA44D14EC9808');
INSERT INTO touchedComment (commentID)
VALUES (5);
INSERT INTO touchedCase (caseID)
VALUES ('C-100');
INSERT INTO touchedVoice (voiceID)
VALUES (2);
INSERT INTO erasure (cases, comments, erasedAt, id, kind)
VALUES (1, 3, 1398800000000, 1, 'author');
INSERT INTO tombstone (erasureID, hash)
VALUES (1, '00112233445566778899aabbccddeeff');
INSERT INTO commentTally (high, low, n, source, thousandths)
VALUES (0, 0, 1, 'blog', 0);
INSERT INTO commentTally (high, low, n, source, thousandths)
VALUES (0, 0, 1, 'shop', 0);
INSERT INTO commentTally (high, low, n, source, thousandths)
VALUES (5, 1, 1, 'shop', 5000);
INSERT INTO scoreTally (hasHit, high, isUnknown, low, n, source, thousandths, valence)
VALUES (0, 0, 0, 0, 1, 'shop', 0, -32768);
INSERT INTO scoreTally (hasHit, high, isUnknown, low, n, source, thousandths, valence)
VALUES (1, 5, 0, 1, 1, 'shop', 5000, 250);
INSERT INTO linkedTally (n, source)
VALUES (1, 'shop');
INSERT INTO voiceTally (brand, kind, month, n, name)
VALUES ('Aoyama Audio', 'source', '2014-04', 1, 'shop');
INSERT INTO withdrawal (byte, changedAt, externalID, inputID, source)
VALUES (420, 1398900000000, 'r-9', 1, 'shop');
INSERT INTO withdrawnState (byte, externalID, inputID, rowDigest, source)
VALUES (300, 'r-9', 1, 123456789, 'shop');
INSERT INTO noticeTarget (target)
VALUES ('0123456789abcdef0123456789abcdef');
INSERT INTO notice (flagID, runID, state, target)
VALUES ('Aoyama Audio/support/2014-04', 1, 'open', '0123456789abcdef0123456789abcdef');
INSERT INTO caseCount (n, value)
VALUES (1, 30270416218265);
INSERT INTO caseBrand (n, script, sound)
VALUES (1, 2, -7210458813264107531);
INSERT INTO lentHandle (handle, supportCaseID)
VALUES (5201766201143780912, 1);
INSERT INTO threadNode (answered, commentID, name, own, parent, thread, twin)
VALUES (NULL, 1, 1183052664718092, -811205374412, NULL, 99127743, 5523187744);
INSERT INTO threadNode (answered, commentID, name, own, parent, thread, twin)
VALUES (1183052664718092, 5, 77120045, 41227788, -811205374412, NULL, NULL);
INSERT INTO linkNotes (commentID, tokens)
VALUES (1, X'4A8BE501B507');
INSERT INTO unlinkedComment (commentID)
VALUES (2);
INSERT INTO unlinkedCase (brand, caseID, closedAt, customer, customerHandle, number, oldID, openedAt, orderNumber, product, subject)
VALUES ('Aoyama Audio', 'C-100', 1396789200000, 'Mori', 'u1', 'C-099', 1, 1396616400000, 'O-7', 'HP-20', 'no sound');
INSERT INTO linkTally (n, relation, status)
VALUES (1, 'about', 'review');
INSERT INTO linkTally (n, relation, status)
VALUES (1, 'same_case', 'auto');
INSERT INTO listedComment (blame, brand, channel, commentID, isLinked, language, measures, month, named, postedAt, praise, product, signals, stars, version, voiceID)
VALUES (0, 'Aoyama Audio', 'web', 1, 1, 'en', 3, '2014-04', 1, 1396702800000, 1, 'HP-20', 0, 5, '2.1', 1);
INSERT INTO reviewDecision (caseID, decidedAt, decidedBy, decisionID, externalID, id, intoCaseID, kind, note, relation, source, undoes)
VALUES ('C-1', 1700000000000, 'Misato', '5f0c1f5e8a3b2d47', 'r-1', 1, NULL, 'confirm', 'she said so', 'same_case', 'shop', NULL);
INSERT INTO reviewDecision (caseID, decidedAt, decidedBy, decisionID, externalID, id, intoCaseID, kind, note, relation, source, undoes)
VALUES ('C-2', 1700000001000, 'Ritsuko', '0a9b8c7d6e5f4a3b', NULL, 2, 'C-1', 'merge', NULL, NULL, NULL, NULL);
INSERT INTO reviewDecision (caseID, decidedAt, decidedBy, decisionID, externalID, id, intoCaseID, kind, note, relation, source, undoes)
VALUES ('C-2', 1700000002000, 'Ritsuko', '1122334455667788', NULL, 3, 'C-1', 'undo', NULL, NULL, NULL, '0a9b8c7d6e5f4a3b');
INSERT INTO caseAlias (caseID, rootCaseID)
VALUES ('C-3', 'C-1');
INSERT INTO caseIncident (supportCaseID, token)
VALUES (1, 281474976710655);
INSERT INTO sealedCell (brand, channel, customerCountSquares, customerSumCounts, customerSumSquares, customers, measure, n, period, periodLength, sum, sumOfSquares)
VALUES ('Aoyama Audio', '*', 1, -10000, 100000000, 1, 'support', 1, '2014', 'year', -10000, 100000000);
INSERT INTO erasureEffect (brand, erasureID, isSealed, measure, moveThousandths, voices)
VALUES ('Aoyama Audio', 1, 1, 'support', 250, 1);
INSERT INTO retention (cases, comments, inputs, keepDays, quarantined, runID, source)
VALUES (0, 2, 1, 365, 1, 1, 'shop');
INSERT INTO versionSum (brand, customerCountSquares, customerSumCounts, customerSumSquares, customers, firstDay, lastDay, n, product, sum, sumOfSquares, version, voices)
VALUES ('Aoyama Audio', 1, 10000, 100000000, 1, 16165, 16165, 1, 'HP-20', 10000, 100000000, '2.1', 1);
INSERT INTO sourceTimes (isKnown, newest, source, undated)
VALUES (1, NULL, 'blog', 1);
INSERT INTO sourceTimes (isKnown, newest, source, undated)
VALUES (1, 1398776400000, 'shop', 0);
INSERT INTO mentionTally (blame, brand, n, named, praise, signals)
VALUES (0, 'Aoyama Audio', 1, 1, 1, 0);
INSERT INTO sealedVersion (brand, customerCountSquares, customerSumCounts, customerSumSquares, customers, firstDay, lastDay, n, product, sum, sumOfSquares, version, voices)
VALUES ('Aoyama Audio', 1, -10000, 100000000, 1, 16165, 16170, 1, 'HP-20', -10000, 100000000, '2.1', 1);
INSERT INTO sealedProductCell (brand, channel, customerCountSquares, customerSumCounts, customerSumSquares, customers, measure, n, period, periodLength, product, sum, sumOfSquares)
VALUES ('Aoyama Audio', '*', 1, -10000, 100000000, 1, 'support', 1, '2014', 'year', 'HP-20', -10000, 100000000);
INSERT INTO kindTally (brand, channel, isLinked, language, n, stars)
VALUES ('Aoyama Audio', 'web', 1, 'en', 1, 0);
INSERT INTO droppedRow (high, inputHash, low, source)
VALUES (1234567890123456789, 'aa11', -42, 'shop');
INSERT INTO linkNotePart (notes, part)
VALUES (X'01000000282D9607', 7892);
INSERT INTO supportDay (alike, brand, day, negative, sum, voices)
VALUES (0, 'Aoyama Audio', 16165, 0, 10000, 1);
INSERT INTO periodCell (brand, cells, channel, id, period, periodLength, sums)
VALUES ('Aoyama Audio', 1, '*', 1, '2014-04', 'month', '{"support":[1,10000,100000000,1,100000000,10000,1,0]}');
INSERT INTO brandFinding (brand, found)
VALUES ('Aoyama Audio', '{"brand":"Aoyama Audio","notes":{"explained":[],"sights":[],"watches":[]},"series":[]}');
INSERT INTO keptFile (byteCount, changedAt, path)
VALUES (1200, 1700000000000000000, 'index.html');
INSERT INTO caseKeyPart (holders, part)
VALUES (X'010000004AFB9101', 1973);
