package import GRDB

/// One line that changes whenever the input of a stage changes, so that a stage with nothing new can be passed over.
package enum StageFingerprint {
    /// Fingerprint of all comments and cases; the same whatever order they came in.
    package static func ofInput(in db: Database) throws -> String {
        try ContentSums.fingerprint(of: ["comment", "supportCase", "caseEvent"], in: db)
    }

    /// Fingerprint of links, and of what was measured by them.
    package static func ofMeasures(in db: Database) throws -> String {
        try ContentSums.fingerprint(of: ["link", "caseAlias", "voice", "periodCell"], in: db)
    }

    /// Fingerprint of comments and of the cells they are counted in.
    package static func ofListedContent(in db: Database) throws -> String {
        try ContentSums.fingerprint(of: ["comment", "periodCell"], in: db)
    }

    /// Fingerprint of everything that links and measures are made of: comments, cases, and what people decided.
    package static func ofLinkedContent(in db: Database) throws -> String {
        try ContentSums.fingerprint(of: ["comment", "supportCase", "reviewDecision"], in: db)
    }
}
