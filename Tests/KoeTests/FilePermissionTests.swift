import Foundation
import Testing

/// Who may read the files of a workspace: the data its owner, the metrics whoever collects them.
struct FilePermissionTests {
    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func databaseIsItsOwnersAndMetricsAreEverybodys() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        _ = try folder.file("ws/inbox/r.ndjson", #"{"id":"1","brand":"Lotte","text":"good support"}"# + "\n")
        #expect(try KoeProcess.run(["-w", workspace, "run"]).status == 0)
        #expect(try KoeProcess.run(["-w", workspace, "backup"]).status == 0)
        #expect(try mode(workspace + "/koe.db") == 0o600)
        #expect(try mode(workspace + "/metrics.prom") == 0o644)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: workspace + "/backups")
        let copies = paths.filter { $0.hasSuffix(".db") }
        #expect(!copies.isEmpty)
        for copy in copies { #expect(try mode(workspace + "/backups/" + copy) == 0o600) }
        // Whoever lets others in keeps them in.
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: workspace + "/koe.db")
        #expect(try KoeProcess.run(["-w", workspace, "run"]).status == 0)
        #expect(try mode(workspace + "/koe.db") == 0o640)
    }

    @Test func keyThatCannotBeReadIsToldAsSuch() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let rows = try folder.file("r.ndjson", #"{"id":"1","brand":"Lotte","text":"good support"}"# + "\n")
        #expect(try KoeProcess.run(["-w", workspace, "import", rows]).status == 0)
        try? FileManager.default.removeItem(atPath: workspace + "/koe.key")
        try FileManager.default.createDirectory(atPath: workspace + "/koe.key", withIntermediateDirectories: false)
        let search = try KoeProcess.run(["-w", workspace, "search", "good"])
        #expect(search.status != 0 && search.errors.contains("cannot read"), "\(search.errors)")
        #expect(search.errors.contains("koe.key") && !search.errors.contains("cannot write"), "\(search.errors)")
    }
}
