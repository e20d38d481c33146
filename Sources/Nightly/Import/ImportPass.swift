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
    private(set) var read: Set<String> = []
    /// The files of nights before, and those of this pass.
    var seen: SeenFiles

    init(choices: ImportChoices, brands: ImportBrands, isAlone: Bool = false, seen: SeenFiles = SeenFiles()) {
        self.choices = choices
        self.brands = brands
        self.isAlone = isAlone
        self.seen = seen
        summary = ImportSummary(isDryRun: choices.isDryRun)
    }

    /// Takes in what became of a file.
    mutating func add(_ file: ImportSummary.File, _ plan: ImportPlan) {
        if !plan.isListed, !plan.isSourceNamed, !file.isUnchanged { strays.append(plan.name) }
        read.insert(plan.inputHash)
        summary.add(file)
    }

    fileprivate mutating func fail(_ error: any Error) {
        failure = failure ?? error
        summary.problems.append(ErrorWords.text(of: error))
        seen.abandon()
    }

    /// Tells what a person should know of an archive.
    fileprivate mutating func note(_ notes: [String]) {
        summary.notes += notes
        seen.find(notes: notes)
    }
}

extension ImportStage {
    /// Reads what stands at a path: a file, or everything that is packed in it.
    ///
    /// What cannot be read is a problem.
    func importInput(_ url: URL, into pass: inout ImportPass, _ progress: ProgressListener) async throws {
        do {
            try checkKind(url)
            if try await takeOver(url, into: &pass, progress) { return }
            pass.seen.begin(url.path, at: context.now)
            let spooled = FileKind(atPath: url.path) == .stream ? try SpooledInput(readingFrom: url) : nil
            defer { spooled?.remove() }
            let file = spooled?.file ?? url
            let input = PackedInput(file: file, path: url.path, name: file.lastPathComponent)
            try await importInput(input, into: &pass, progress)
            pass.seen.end(url.path)
        } catch let error where Self.isAboutInput(error) {
            pass.fail(error)
        }
    }

    /// Tells of a file that is as it was when it was seen, without reading it.
    ///
    /// - Returns: whether that can be told: everything in it would be read as it was.
    private func takeOver(
        _ url: URL,
        into pass: inout ImportPass,
        _ progress: ProgressListener
    ) async throws -> Bool {
        guard let seen = pass.seen.file(at: url.path) else { return false }
        let plans = try seen.contents.map { content in
            let file = content.tail.isEmpty ? url : url.deletingLastPathComponent().appending(path: content.title)
            let path = url.path + content.tail
            let input = PackedInput(file: file, path: path, name: url.lastPathComponent + content.tail)
            return try plan(of: input, hash: content.hash, in: pass)
        }
        guard plans.allSatisfy(\.isKnown) else { return false }
        for plan in plans { try await importFile(plan, into: &pass, progress) }
        pass.note(seen.notes)
        pass.seen.note(seen, at: url.path)
        return true
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
                    pass.note(["\(file.name) is empty and was left out"])
                } else {
                    try await importInput(file, into: &pass, progress)
                }
            } catch let error where Self.isAboutInput(error) {
                if member.isSheet { leftOut.append(error) } else { pass.fail(error) }
            }
            try FileManager.default.removeItem(at: file.file)
        }
        pass.note(container.notes.map { "\(input.name): \($0)" })
        // Beside a sheet that is a table, the others may well be a cover or a list of codes.
        if pass.summary.files.count > before {
            pass.note(leftOut.map { "left out: \(ErrorWords.text(of: $0))" })
        } else {
            leftOut.forEach { pass.fail($0) }
        }
    }
}
