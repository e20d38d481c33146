import Foundation
import Testing

/// A workspace into which tests import files with the built program.
struct ImportedWorkspace {
    /// A row of `koe export comments`, as far as tests look at it.
    struct Row: Decodable, Hashable {
        let id: String
        let text: String
        let rating: Double?
    }

    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.workspace()
    }

    func file(_ name: String, _ lines: [String]) throws -> String {
        try folder.file(name, lines.joined(separator: "\n") + "\n")
    }

    @discardableResult
    func koe(_ arguments: [String], status: Int32 = 0, input: String = "") throws -> KoeProcess.Result {
        let result = try KoeProcess.run(["-w", path] + arguments, input: input)
        #expect(result.status == status, "\(arguments): \(result.output)\(result.errors)")
        return result
    }

    /// What the program said of an import.
    @discardableResult
    func load(_ arguments: String..., status: Int32 = 0) throws -> String {
        let result = try koe(["import"] + arguments, status: status)
        return result.output + result.errors
    }

    /// The comments in the order of source and id.
    func rows() throws -> [Row] {
        try koe(["export", "comments"]).output.split(separator: "\n").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
    }

    func texts() throws -> [String] { try rows().map(\.text).sorted() }

    func hash() throws -> String { try koe(["verify"]).output }
}
