import Foundation
import Testing

@testable import Workspace

/// What a killed process has left goes with the next one, and what is in use stays.
struct ScratchFolderTests {
    /// A place for temporary files of one test, removed with it.
    private final class Place {
        let url = FileManager.default.temporaryDirectory.appending(path: "koe-place-\(UUID().uuidString)")

        init() throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }

        deinit {
            try? FileManager.default.removeItem(at: url)  // A leftover in the temporary folder harms nobody.
        }

        var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() } }

        /// A folder as a killed process leaves it, with a copy in it.
        func leftover(_ name: String) throws -> URL {
            let folder = url.appending(path: name)
            let lists = folder.appending(path: "lexicon")
            try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
            try Data("a customer's text".utf8).write(to: folder.appending(path: "koe.db"))
            return folder
        }
    }

    /// Takes the lock as another process does: each opening of a file has its own.
    private func held(_ folder: URL) throws -> Int32 {
        let lock = open(folder.appending(path: "scratch.lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        return lock
    }

    /// Gives a lock back, also where another test's new process still has the file open.
    private func release(_ lock: Int32) {
        flock(lock, LOCK_UN)
        close(lock)
    }

    @Test func whatNobodyHoldsGoes() throws {
        let place = try Place()
        let used = try held(place.leftover("koe-scratch-used"))
        release(try held(place.leftover("koe-scratch-killed")))
        _ = try place.leftover("koe-scratch-without-a-lock")
        _ = try place.leftover("koe-other")
        ScratchFolder.removeAbandoned(in: place.url)
        #expect(try place.names == ["koe-other", "koe-scratch-used"])
        #expect(FileManager.default.fileExists(atPath: place.url.path + "/koe-scratch-used/koe.db"))
        release(used)
        ScratchFolder.removeAbandoned(in: place.url)
        #expect(try place.names == ["koe-other"])
    }

    /// Neither the folder nor anything in it is looked for behind a link, and a file is no folder.
    @Test func linksAreNotFollowed() throws {
        let place = try Place()
        let other = try place.leftover("koe-other")
        let link = place.url.appending(path: "koe-scratch-link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: other.path)
        try Data().write(to: place.url.appending(path: "koe-scratch-file"))
        let killed = try place.leftover("koe-scratch-killed")
        let inner = killed.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: inner, withDestinationPath: other.path)
        let linked = try place.leftover("koe-scratch-linked-lock")
        let lock = linked.appending(path: "scratch.lock").path
        try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: other.path + "/made")
        ScratchFolder.removeAbandoned(in: place.url)
        #expect(
            try place.names == ["koe-other", "koe-scratch-file", "koe-scratch-link", "koe-scratch-linked-lock"]
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).sorted() == ["koe.db", "lexicon"])
    }

    @Test func folderIsThisUsersAloneAndGoes() throws {
        let place = try Place()
        let folder = try ScratchFolder(in: place.url)
        let outer = folder.url.deletingLastPathComponent()
        #expect(try place.names == [outer.lastPathComponent])
        let facts = try FileManager.default.attributesOfItem(atPath: outer.path)
        #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        // A file of the lock's name takes nothing from the lock.
        try Data("x".utf8).write(to: folder.url.appending(path: "scratch.lock"))
        ScratchFolder.removeAbandoned(in: place.url)
        #expect(try place.names == [outer.lastPathComponent])
        let second = try ScratchFolder(in: place.url)
        #expect(try place.names.count == 2)
        folder.remove()
        #expect(try place.names == [second.url.deletingLastPathComponent().lastPathComponent])
        second.remove()
        #expect(try place.names.isEmpty)
    }
}
