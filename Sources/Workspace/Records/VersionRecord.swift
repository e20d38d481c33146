import Store

/// The versions that take part in a run, as JSON.
package enum VersionRecord {
    package static func json(scorer: String?) -> String {
        var line = JSONLine()
        line.member("koe", KoeVersion.current)
        line.member("schema", KoeDatabase.schemaVersion)
        if let scorer { line.member("scorer", scorer) }
        return String(decoding: line.line().dropLast(), as: UTF8.self)
    }
}
