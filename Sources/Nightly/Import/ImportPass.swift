import Foundation
import Ingestion
import Workspace

/// What one import has read so far.
struct ImportPass {
    let choices: ImportChoices
    let brands: ImportBrands
    /// Whether files are read by what they hold themselves, whatever is known of their sources.
    let isAlone: Bool
    var summary: ImportSummary
    /// The first fault of an input as a whole.
    private(set) var failure: (any Error)?
    /// Files that no source in the settings names, nor the user.
    var strays: [String] = []
    /// SHA-256 of the files that were read.
    var read: Set<String> = []

    init(choices: ImportChoices, brands: ImportBrands, isAlone: Bool = false) {
        self.choices = choices
        self.brands = brands
        self.isAlone = isAlone
        summary = ImportSummary(isDryRun: choices.isDryRun)
    }

    mutating func fail(_ error: any Error) {
        failure = failure ?? error
        summary.problems.append(ErrorWords.text(of: error))
    }
}

extension ImportStage {
    /// Reads what stands at a path: a file, or everything that is packed in it.
    ///
    /// What cannot be read is a problem.
    func importInput(_ url: URL, into pass: inout ImportPass, _ progress: ProgressListener) async throws {
        do {
            try checkKind(url)
            let spooled = FileKind(atPath: url.path) == .stream ? try SpooledInput(readingFrom: url) : nil
            defer { spooled?.remove() }
            let file = spooled?.file ?? url
            let input = PackedInput(file: file, path: url.path, name: file.lastPathComponent)
            try await importInput(input, into: &pass, progress)
        } catch let error where Self.isAboutInput(error) {
            pass.fail(error)
        }
    }

    private func importInput(
        _ input: PackedInput,
        into pass: inout ImportPass,
        _ progress: ProgressListener
    ) async throws {
        guard try input.depth < ContainerLimits().depth && input.isPacked else {
            return try await importFile(input, into: &pass, progress)
        }
        let container = try input.container()
        let folder = try ScratchFolder()
        defer { folder.remove() }
        var leftOut: [any Error] = []
        let before = pass.summary.files.count
        while let member = try container.next() {
            try Task.checkCancellation()
            let file = try input.unpack(member, into: folder.url)
            do {
                if !member.name.isEmpty, try file.isEmpty {
                    pass.summary.notes.append("\(file.name) is empty and was left out")
                } else {
                    try await importInput(file, into: &pass, progress)
                }
            } catch let error where Self.isAboutInput(error) {
                if member.isSheet { leftOut.append(error) } else { pass.fail(error) }
            }
            try FileManager.default.removeItem(at: file.file)
        }
        pass.summary.notes += container.notes.map { "\(input.name): \($0)" }
        // Beside a sheet that is a table, the others may well be a cover or a list of codes.
        if pass.summary.files.count > before {
            pass.summary.notes += leftOut.map { "left out: \(ErrorWords.text(of: $0))" }
        } else {
            leftOut.forEach { pass.fail($0) }
        }
    }
}
