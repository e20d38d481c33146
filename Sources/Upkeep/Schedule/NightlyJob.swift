import Foundation
import Workspace

/// What a schedule starts: the nightly run of one workspace.
package struct NightlyJob: Sendable {
    /// Path of the program.
    let program: String
    /// Path of the workspace.
    let workspace: String
    /// Folders outside of the workspace into which the settings let a run write.
    let folders: [String]
    let time: ClockTime
    /// Ceiling for the run's memory, as systemd writes it, such as `2G`.
    let memory: String

    /// - Throws: ``WorkspaceError`` `usage` when a path holds a line end, which no schedule can carry, or the ceiling is none.
    package init(
        program: String,
        workspace: String,
        folders: [String] = [],
        time: ClockTime,
        memory: String
    ) throws {
        for path in [program, workspace] + folders where path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw WorkspaceError(.usage, "the path \(path) holds a control character; move it to another place")
        }
        let digits = memory.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, ["K", "M", "G", "T"].contains(memory.dropFirst(digits.count)) else {
            throw WorkspaceError(.usage, "--memory is \"\(memory)\"; write it like 800M or 2G")
        }
        self.program = program
        self.workspace = workspace
        self.folders = folders
        self.time = time
        self.memory = memory
    }

    /// The account that the workspace belongs to; `nil` when the system does not tell.
    var owner: String? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: workspace)
        return attributes?[.ownerAccountName] as? String
    }

    /// Name of the units and of the cron line: the folder's name, and a digest so that no two workspaces share one.
    package var name: String {
        let folder = URL(filePath: workspace).lastPathComponent
        let plain = folder.unicodeScalars.filter { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
        let digest = Digest.hex(Data(workspace.utf8)).prefix(8)
        return "koe-" + (plain.isEmpty ? "" : String(String.UnicodeScalarView(plain)) + "-") + digest
    }
}
