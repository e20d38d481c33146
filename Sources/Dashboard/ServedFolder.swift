import Foundation

/// A folder whose files, and nothing else, can be read through a URL.
struct ServedFolder: Sendable {
    /// Endings of the files that are served.
    private static let kinds: [String: Reply.Kind] = [
        "html": .html, "csv": .csv, "json": .json, "svg": .svg, "png": .png, "txt": .text, "md": .markdown,
    ]
    private static let start = "index.html"

    private let folder: URL

    init(_ folder: URL) {
        self.folder = folder
    }

    /// Whether there is anything to start from.
    var hasStart: Bool { FileManager.default.fileExists(atPath: folder.appending(path: Self.start).path) }

    /// The file at a decoded path; `nil` when there is none, or it lies elsewhere, or is of another kind.
    ///
    /// The path is taken apart before it touches the disk, and what it leads to is looked at again with all symbolic
    /// links followed.
    func file(at path: String) -> Reply? {
        guard let names = Self.names(in: path), let root = Self.real(folder.path) else { return nil }
        let target = ([root] + (names.isEmpty ? [Self.start] : names)).joined(separator: "/")
        guard let real = Self.real(target), real.hasPrefix(root + "/"), let kind = Self.kind(of: real),
            let bytes = FileManager.default.contents(atPath: real)
        else { return nil }
        return Reply(kind: kind, bytes: Array(bytes))
    }

    /// Names of folders and the file; `nil` where one could lead out of the folder or to a hidden file.
    private static func names(in path: String) -> [String]? {
        let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if path.isEmpty { return [] }
        let isPlain = names.allSatisfy { name in
            !name.isEmpty && !name.hasPrefix(".")
                && !name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
        }
        return isPlain ? names : nil
    }

    private static func kind(of path: String) -> Reply.Kind? {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        return kinds[String(path[path.index(after: dot)...])]
    }

    /// The path with every symbolic link followed; `nil` when nothing is there.
    private static func real(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
