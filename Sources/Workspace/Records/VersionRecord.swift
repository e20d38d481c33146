import JSON
import Store

/// The versions that take part in a run, as JSON.
package enum VersionRecord {
    package static func json(scorer: String?) -> String {
        var line = JSONWriter(.line)
        line.openObject()
        line.member("koe", KoeVersion.current)
        line.member("schema", KoeDatabase.schemaVersion)
        if let scorer { line.member("scorer", scorer) }
        line.closeObject()
        return line.text
    }
}
