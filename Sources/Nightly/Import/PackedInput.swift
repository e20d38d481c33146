import Foundation
import Ingestion
import Store

/// A file that is read, and how it is named: by its own path, or by those of the archives that it stands in.
struct PackedInput {
    let file: URL
    /// As problems name it: `/inbox/archive.zip/member.csv`.
    let path: String
    /// As lists name it: `archive.zip/member.csv`.
    let name: String
    /// Archives around it.
    var depth = 0
    /// What its path and name have behind those of the outermost of these.
    var tail = ""

    /// Names by which the settings may know an input: its own, and those of the archives that it stands in.
    static func names(ofPath path: String) -> [String] {
        let parts = path.split(separator: "/").map(String.init)
        guard let last = parts.last else { return [] }
        return [last] + parts.dropLast().filter(isArchive)
    }

    private static func isArchive(_ name: String) -> Bool {
        [".zip", ".gz", ".xlsx", ".xlsm"].contains { name.lowercased().hasSuffix($0) }
    }

    /// How lists name an input that stood at a path: by its own name, behind those of the archives that it stands in.
    static func name(ofPath path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        let start = parts.dropLast().firstIndex(where: isArchive) ?? max(0, parts.count - 1)
        return parts[start...].joined(separator: "/")
    }

    /// Whether the file is an archive or a workbook.
    var isPacked: Bool {
        get throws {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }  // Nothing is lost when closing a file that was only read fails.
            return Container.isOne(Array(try handle.read(upToCount: 4) ?? Data()))
        }
    }

    /// Whether the file holds nothing.
    var isEmpty: Bool {
        get throws { try file.resourceValues(forKeys: [.fileSizeKey]).fileSize == 0 }
    }

    /// What is packed in the file.
    func container() throws -> Container {
        let handle = try FileHandle(forReadingFrom: file)
        let input = RandomInput(size: Int(try handle.seekToEnd())) { offset, count in
            try handle.seek(toOffset: UInt64(offset))
            return Array(try handle.read(upToCount: count) ?? Data())
        }
        return try Container(file: path, input: input)
    }

    /// Writes a member to a folder, where it is a file like any other.
    func unpack(_ member: Container.Member, into folder: URL) throws -> PackedInput {
        let last = member.name.split(separator: "/").last.map(String.init)
        // A sheet is named as its workbook, so that it is one source with it.
        let title = member.isSheet ? file.lastPathComponent : last ?? file.deletingPathExtension().lastPathComponent
        let target = folder.appending(path: Self.short(title))
        try Data().write(to: target)
        let output = try FileHandle(forWritingTo: target)
        while let bytes = try member.chunks.next(file: path) { try output.write(contentsOf: bytes) }
        try output.close()
        let own = member.name.isEmpty ? "" : "/" + member.name
        return PackedInput(file: target, path: path + own, name: name + own, depth: depth + 1, tail: tail + own)
    }

    /// At most 200 bytes, which every file system takes.
    private static func short(_ name: String) -> String {
        var name = name
        while name.utf8.count > 200 { name.removeFirst() }
        return name
    }
}

extension StoredInput {
    /// As lists name it.
    var name: String { PackedInput.name(ofPath: file) }
}
