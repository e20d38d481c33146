import Foundation
import Testing

@testable import Workspace

/// A copy that a killed rehearsal has left goes with the next one, and a copy in use stays.
struct RehearsalFolderTests {
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

        /// A folder as a rehearsal has it, with a copy in it.
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
        let lock = open(folder.appending(path: "rehearsal.lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        return lock
    }

    @Test func whatNobodyHoldsGoes() throws {
        let place = try Place()
        let used = try held(place.leftover("koe-rehearsal-used"))
        close(try held(place.leftover("koe-rehearsal-killed")))
        _ = try place.leftover("koe-rehearsal-without-a-lock")
        _ = try place.leftover("koe-other")
        RehearsalFolder.removeAbandoned(in: place.url)
        #expect(try place.names == ["koe-other", "koe-rehearsal-used"])
        #expect(FileManager.default.fileExists(atPath: place.url.path + "/koe-rehearsal-used/koe.db"))
        close(used)
        RehearsalFolder.removeAbandoned(in: place.url)
        #expect(try place.names == ["koe-other"])
    }

    /// Neither the folder nor anything in it is looked for behind a link, and a file is no folder.
    @Test func linksAreNotFollowed() throws {
        let place = try Place()
        let other = try place.leftover("koe-other")
        let link = place.url.appending(path: "koe-rehearsal-link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: other.path)
        try Data().write(to: place.url.appending(path: "koe-rehearsal-file"))
        let killed = try place.leftover("koe-rehearsal-killed")
        let inner = killed.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: inner, withDestinationPath: other.path)
        let linked = try place.leftover("koe-rehearsal-linked-lock")
        let lock = linked.appending(path: "rehearsal.lock").path
        try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: other.path + "/made")
        RehearsalFolder.removeAbandoned(in: place.url)
        #expect(
            try place.names == ["koe-other", "koe-rehearsal-file", "koe-rehearsal-link", "koe-rehearsal-linked-lock"]
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).sorted() == ["koe.db", "lexicon"])
    }

    @Test func folderIsThisUsersAloneAndGoes() throws {
        let place = try Place()
        _ = try place.leftover("koe-rehearsal-killed")
        let folder = try RehearsalFolder(in: place.url)
        #expect(try place.names == [folder.url.lastPathComponent])
        let facts = try FileManager.default.attributesOfItem(atPath: folder.url.path)
        #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        let second = try RehearsalFolder(in: place.url)
        #expect(try place.names.count == 2)
        folder.remove()
        #expect(try place.names == [second.url.lastPathComponent])
        second.remove()
        #expect(try place.names.isEmpty)
    }
}
