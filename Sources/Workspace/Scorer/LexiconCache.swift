package import Foundation
package import Scoring

/// Word lists as they were compiled before, so that a process need not compile them again.
///
/// A file holds a mark, the SHA-256 of all that follows, the key, and the memory of the lexicon. It is believed only
/// when it is the user's own, that digest is right, and the key is the one asked for; any other is passed over and
/// written anew. Files appear whole, by a rename. Nothing here ever fails: without a folder to write to, lists are
/// compiled each time.
package struct LexiconCache: Sendable {
    /// Where the files lie.
    package let folder: URL

    /// Files that are kept, those used last.
    package static let mostFiles = 4

    private static let mark = Array("koe compiled lists 1\n".utf8)
    /// Mark, digest and key, filled up so that values behind are aligned.
    private static let headSize = FlatMemory.alignment * 4
    private static let digestStart = FlatMemory.alignment
    private static let keyStart = FlatMemory.alignment * 2
    /// No lists are as large.
    private static let largest = 1 << 30

    package init(folder: URL) { self.folder = folder }

    /// The folder that `KOE_CACHE` names, else `koe` in the user's folder of caches; `nil` for `KOE_CACHE=off`.
    package static let ofUser = LexiconCache(environment: ProcessInfo.processInfo.environment)

    package init?(environment: [String: String]) {
        func named(_ name: String) -> URL? {
            environment[name].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
        }
        if environment["KOE_CACHE"] == "off" { return nil }
        let usual = named("XDG_CACHE_HOME") ?? named("HOME")?.appending(path: ".cache")
        guard let folder = named("KOE_CACHE") ?? usual?.appending(path: "koe") else { return nil }
        self.init(folder: folder)
    }

    private func file(_ key: Key) -> URL { folder.appending(path: "lists-\(key.text.prefix(32))") }

    /// The lists of a key, `nil` when they are not there as they were written.
    package func lexicon(_ key: Key) -> Lexicon? {
        let path = file(key).path
        guard let memory = Self.memory(path), Self.isSound(memory, key),
            let lexicon = Lexicon(compiled: memory, from: Self.headSize)
        else { return nil }
        // Used now; when that cannot be noted, the file only goes the sooner.
        _ = utimes(path, nil)
        return lexicon
    }

    private static func isSound(_ memory: FlatMemory, _ key: Key) -> Bool {
        let bytes = memory.bytes
        guard bytes.count > headSize, bytes.starts(with: mark) else { return false }
        let digest = Digest.hex(UnsafeRawBufferPointer(rebasing: bytes[keyStart...]))
        return bytes[digestStart..<keyStart].elementsEqual(digest.utf8)
            && bytes[keyStart..<keyStart + key.text.utf8.count].elementsEqual(key.text.utf8)
    }

    /// A file that belongs to this user, and that nobody else may write.
    private static func memory(_ path: String) -> FlatMemory? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_uid == geteuid(),
            facts.st_mode & (S_IWGRP | S_IWOTH) == 0, facts.st_size > 0, facts.st_size < largest
        else { return nil }
        // Read whole, not mapped: what was checked cannot change afterwards.
        return try? FlatMemory(byteCount: Int(facts.st_size)) { block in
            var place = 0
            while place < block.count {
                let count = read(descriptor, block.baseAddress.map { $0 + place }, block.count - place)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw FileProblem(writing: path, code: errno) }
                place += count
            }
        }
    }

    /// Keeps lists for the next process, and drops those used longest ago.
    package func keep(_ lexicon: Lexicon, _ key: Key) {
        var head = [UInt8](repeating: 0, count: Self.headSize)
        head.replaceSubrange(0..<Self.mark.count, with: Self.mark)
        head.replaceSubrange(Self.keyStart..<Self.keyStart + key.text.utf8.count, with: key.text.utf8)
        var digest = RunningDigest()
        digest.update(head[Self.keyStart...])
        digest.update(lexicon.memory.bytes)
        head.replaceSubrange(Self.digestStart..<Self.keyStart, with: digest.hex().utf8)
        guard write(head, lexicon.memory.bytes, to: file(key).path) else { return }
        prune()
    }

    /// Writes a file under a name of its own, and renames it; whether that went well.
    private func write(_ head: [UInt8], _ body: UnsafeRawBufferPointer, to path: String) -> Bool {
        // A folder that cannot be made shows when the file is opened.
        try? FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let fresh = "\(path).\(getpid())-\(UInt64.random(in: .min ... .max))"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let isWhole = head.withUnsafeBytes { Self.write($0, descriptor) } && Self.write(body, descriptor)
        guard close(descriptor) == 0, isWhole, rename(fresh, path) == 0 else {
            unlink(fresh)
            return false
        }
        return true
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
        var place = 0
        while place < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + place }, bytes.count - place)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            place += count
        }
        return true
    }

    /// Drops all but the files used last, and with them what a process that was killed has left half written.
    private func prune() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.filter { $0.hasPrefix("lists-") }.compactMap { name -> (path: String, used: timespec)? in
            var facts = stat()
            let path = folder.appending(path: name).path
            return lstat(path, &facts) == 0 ? (path, facts.st_mtim) : nil
        }
        let byUse = files.sorted {
            ($1.used.tv_sec, $1.used.tv_nsec, $0.path) < ($0.used.tv_sec, $0.used.tv_nsec, $1.path)
        }
        for file in byUse.dropFirst(Self.mostFiles) { unlink(file.path) }
    }
}
