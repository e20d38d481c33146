import Foundation
import Testing

/// Faces whose two eyes shed tears are not happy, whatever flowers stand around them.
struct CryingFaceTests {
    private static let tears: [Character] = ["T", "；", "இ", "ಥ", "╥"]

    /// Term and valence of the rows whose face is one eye, at most three signs, and the same eye again.
    private static func faces() throws -> [(face: String, valence: Int)] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Lexicons/emoticons.tsv")
        return try String(contentsOf: root, encoding: .utf8).split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count > 3, cells[1] == "emoticon", let valence = Int(cells[3]) else { return nil }
            return holdsTears(Array(cells[0])) ? (String(cells[0]), valence) : nil
        }
    }

    private static func holdsTears(_ signs: [Character]) -> Bool {
        signs.indices.contains { first in
            tears.contains(signs[first])
                && signs[(first + 1)...].prefix(4).dropFirst().contains(signs[first])
        }
    }

    @Test func tearsAreNotJoy() throws {
        let faces = try Self.faces()
        #expect(faces.count > 10)
        #expect(faces.filter { $0.valence > 0 }.map(\.face).isEmpty)
    }
}
