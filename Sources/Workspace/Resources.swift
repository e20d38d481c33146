package import Foundation

/// Where the word lists and the report templates lie.
///
/// Looked for in this order: a flag, the variable `KOE_DATA`, `../share/koe` beside the executable (as `make install`
/// lays them), and the checkout the executable was built in.
package struct Resources: Sendable {
    package let directory: URL
    /// How the folder was found: `flag`, `KOE_DATA`, `installation` or `checkout`.
    package let origin: String

    package var lexicons: URL { directory.appending(path: "Lexicons") }
    /// Comments that tell the same in two languages.
    package var pairs: URL { lexicons.appending(path: "\(LabelledTable.folder)/pairs.tsv") }
    package var templates: URL { directory.appending(path: "Reports/templates") }

    /// Contents of the templates by file name without ending.
    package func templateTexts() throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: templates.path).sorted()
        var texts: [String: String] = [:]
        for name in names where !name.hasPrefix(".") {
            let data = try Data(contentsOf: templates.appending(path: name))
            texts[String(name.prefix { $0 != "." })] = String(decoding: data, as: UTF8.self)
        }
        return texts
    }

    /// - Throws: ``WorkspaceError`` `missing`, naming every place that was tried.
    package init(flag: String?, environment: [String: String], executable: URL?) throws {
        let candidates = Self.candidates(flag: flag, environment: environment, executable: executable)
        for (origin, directory) in candidates {
            let manifest = directory.appending(path: "Lexicons")
            if FileManager.default.fileExists(atPath: manifest.path) {
                self.directory = directory
                self.origin = origin
                return
            }
        }
        let tried = candidates.map { "\($0.directory.path) (\($0.origin))" }.joined(separator: ", ")
        throw WorkspaceError(
            .missing,
            "no Lexicons folder found; tried \(tried); name the folder that holds it with --data or KOE_DATA"
        )
    }

    /// Places in the order they are tried; a flag or a variable is taken at its word, with nothing behind it.
    private static func candidates(
        flag: String?,
        environment: [String: String],
        executable: URL?
    ) -> [(origin: String, directory: URL)] {
        if let flag { return [("flag", URL(filePath: flag))] }
        if let variable = environment["KOE_DATA"], !variable.isEmpty { return [("KOE_DATA", URL(filePath: variable))] }
        guard let executable = executable?.resolvingSymlinksInPath() else { return [] }
        let binaries = executable.deletingLastPathComponent()
        let installation = binaries.deletingLastPathComponent().appending(path: "share/koe")
        var places = [("installation", installation)]
        var folder = binaries
        for _ in 0..<6 {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
                places.append(("checkout", folder))
            }
            folder = folder.deletingLastPathComponent()
        }
        return places
    }
}
