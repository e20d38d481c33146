import Foundation
import Testing
import Workspace

@testable import Nightly

struct ScratchBytesTests {
    @Test func bytesComeBackFromAFileWithoutAName() throws {
        let folder = try TemporaryFolder()
        let bytes = try ScratchBytes(in: folder.url)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
        let written = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
        for start in stride(from: 0, to: written.count, by: 1_000) {
            bytes.append(Array(written[start..<start + 1_000]))
        }
        #expect(bytes.bytes(in: 0..<written.count) == written)
        #expect(bytes.bytes(in: 997..<3_003) == Array(written[997..<3_003]))
        try bytes.check()
    }

    @Test func bytesThatAreNotThereAreZerosAndAProblem() throws {
        let folder = try TemporaryFolder()
        let bytes = try ScratchBytes(in: folder.url)
        bytes.append([1, 2, 3])
        #expect(bytes.bytes(in: 1..<5) == [2, 3, 0, 0])
        #expect(throws: FileProblem.self) { try bytes.check() }
    }

    @Test func aFolderThatIsNotThereIsSaid() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileProblem.self) { _ = try ScratchBytes(in: folder.url.appending(path: "none")) }
    }
}
