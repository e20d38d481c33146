import Foundation
import Testing

/// Schedules are written, kept up to date and taken away, with `systemctl` and `crontab` stood in for.
struct ScheduleTests {
    private let folder: TemporaryFolder
    private let workspace: String
    private let bin: URL

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace("店 100%")
        bin = folder.url.appending(path: "bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        try tool("systemctl", "echo \"$@\" >> '\(folder.url.path)/calls'")
        try tool(
            "crontab",
            """
            table='\(folder.url.path)/table'
            if [ "$1" = -l ]; then [ -f "$table" ] && cat "$table" || { echo no crontab >&2; exit 1; }; else cat > "$table"; fi
            """
        )
    }

    private func tool(_ name: String, _ script: String) throws {
        let file = bin.appending(path: name)
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    private func koe(_ arguments: String..., path: String? = nil, status: Int32 = 0) throws -> String {
        let result = try KoeProcess.run(
            ["-w", workspace, "schedule"] + arguments,
            environment: [
                "PATH": path ?? "\(bin.path):/usr/bin:/bin",
                "XDG_CONFIG_HOME": folder.url.appending(path: "config").path,
            ]
        )
        #expect(result.status == status, "\(arguments): \(result.status) \(result.errors)")
        return result.output + result.errors
    }

    private func read(_ name: String) throws -> String {
        try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }

    private func units() throws -> [String] {
        let place = folder.url.appending(path: "config/systemd/user").path
        return FileManager.default.fileExists(atPath: place)
            ? try FileManager.default.contentsOfDirectory(atPath: place).sorted() : []
    }

    @Test func timerOfAUserIsInstalledAndRemoved() throws {
        #expect(try koe("show").contains("not installed"))
        _ = try koe("install", "--at", "3:05", "--memory", "800M")
        let names = try units()
        #expect(names.count == 2)
        let name = try #require(names.first { $0.hasSuffix(".timer") })
        #expect(try read("config/systemd/user/" + name).contains("OnCalendar=*-*-* 03:05:00\n"))
        let service = try read("config/systemd/user/" + name.replacing(".timer", with: ".service"))
        #expect(service.contains("MemoryMax=800M\n"))
        // As a run ends that systemd stops; the manual's word for it is systemd.service(5).
        #expect(service.contains("SuccessExitStatus=143\n"))
        // systemd reads a single per cent sign as a specifier.
        #expect(service.contains("-w \"\(workspace.replacing("%", with: "%%"))\" --quiet"))
        #expect(service.contains("ReadWritePaths=\"\(workspace.replacing("%", with: "%%"))\"\n"))
        #expect(try read("calls") == "--user daemon-reload\n--user enable --now \(name)\n")
        #expect(try koe("show").contains("this is installed"))
        _ = try koe("remove")
        #expect(try units() == [])
        #expect(try read("calls").hasSuffix("--user disable --now \(name)\n--user daemon-reload\n"))
        #expect(try koe("remove", status: 4).contains("no schedule"))
    }

    /// Metrics for a collector and a file of notices may lie elsewhere; what lies in the workspace needs no word.
    @Test func foldersOfOtherFilesMayBeWrittenTo() throws {
        let settings = """
            metricsFile: /var/lib/node exporter/koe.prom
            notify: [{file: notices.ndjson}, {file: ../told/$x.ndjson}]
            """
        try Data(settings.utf8).write(to: URL(filePath: workspace + "/koe.yaml"))
        let shown = try koe("show")
        let home = workspace.replacing("%", with: "%%")
        let told = folder.url.standardizedFileURL.path + "/told"
        let line = try #require(shown.split(separator: "\n").first { $0.hasPrefix("ReadWritePaths=") })
        let paths = line.dropFirst("ReadWritePaths=".count).split(separator: "\"").filter { $0 != " " }
        #expect(Set(paths.map(String.init)) == [home, "-" + told, "-/var/lib/node exporter"])
    }

    @Test func cronLineStandsBesideTheLinesOfOthers() throws {
        let others = "MAILTO=me@example.com\n5 4 * * * backup-of-mine\n"
        _ = try folder.file("table", others)
        _ = try koe("install", "--kind", "cron", "--at", "2:30")
        _ = try koe("install", "--kind", "cron", "--at", "23:07")
        let lines = try read("table").split(separator: "\n")
        #expect(lines.count == 3 && lines[2].hasPrefix("7 23 * * * '"))
        // cron reads a bare per cent sign as the end of the command.
        #expect(lines[2].contains("店 100\\%' --quiet run # koe-100"))
        _ = try koe("remove", "--kind", "cron")
        #expect(try read("table") == others)
    }

    @Test func firstCronLineOfAUser() throws {
        _ = try koe("install", "--kind", "cron")
        #expect(try read("table").split(separator: "\n").count == 1)
    }

    @Test func machineWithoutSystemdIsToldWhatToDo() throws {
        #expect(try koe("install", path: "/nowhere", status: 1).contains("--kind cron"))
        #expect(try koe("install", "--kind", "cron", path: "/nowhere", status: 1).contains("no cron"))
        #expect(try units() == [])
    }

    @Test(arguments: [
        ["--at", "24:00"], ["--at", "7"], ["--at", "07:5"], ["--memory", "much"], ["--kind", "moon"],
    ])
    func wrongValuesAreRefused(arguments: [String]) throws {
        let result = try KoeProcess.run(["-w", workspace, "schedule", "show"] + arguments)
        #expect(result.status == 2, "\(result.errors)")
    }
}
