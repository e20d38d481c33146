import Foundation
import Testing

/// Numbers of reference programs, read from Tests/Fixtures/measures; `source` in each file names the program.
struct ReferenceNumbers: Decodable {
    let source: String
    let values: [String: [Double]]

    init(_ name: String, file: String = #filePath) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appendingPathComponent("Fixtures/measures/\(name).json"))
        self = try JSONDecoder().decode(ReferenceNumbers.self, from: data)
    }

    func list(_ key: String) throws -> [Double] { try #require(values[key], "no reference \(key)") }

    func number(_ key: String) throws -> Double { try #require(list(key).first) }

    /// A list cut into rows of `width`.
    func rows(_ key: String, width: Int) throws -> [[Double]] {
        let all = try list(key)
        return stride(from: 0, to: all.count, by: width).map { Array(all[$0..<$0 + width]) }
    }
}

/// Whether two numbers agree to a relative error, or absolutely where they are small.
func agrees(_ left: Double?, _ right: Double, within error: Double = 1e-9) -> Bool {
    guard let left else { return false }
    return left == right || abs(left - right) <= error * max(1, abs(right))
}

/// Whether two numbers agree to a relative error, however small they are.
func agreesRelatively(_ left: Double, _ right: Double, within error: Double = 1e-9) -> Bool {
    left == right || abs(left - right) <= error * abs(right)
}
