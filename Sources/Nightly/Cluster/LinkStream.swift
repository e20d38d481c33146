import Feedback
package import Foundation
import JSON
import Linkage
package import Workspace

/// Answers the questions that a cluster asks while it links, line by line: the rules of linking are here alone.
///
/// The cluster explodes keys, joins them and counts; what a key is, which case a comment belongs to and how a thread is
/// decided is said here, by the code that links a workspace.
package struct LinkStream: Sendable {
    /// What a line holds, in the order in which a cluster asks.
    package enum Step: String, Sendable, CaseIterable {
        /// A case: the keys that the same person's other cases have too, and its handles.
        case people
        /// A case with the handles of its person's other cases: the keys by which it is found, and what is counted of it.
        case cases
        /// A comment: what it shares with others of its thread, and the keys by which it looks for cases.
        case comments
        /// A thread of comments with the cases that their keys found: the decision about each comment.
        case threads
    }

    /// Lines that one worker takes at a time.
    private static let linesPerShare = 256

    private let step: Step
    private let frozen: FrozenWorkspace
    private let tools: LinkTools
    private let workers: Int

    /// `folder`: what `koe cluster` has frozen of a workspace; `workers`: threads that answer, at least 1.
    ///
    /// - Throws: ``WorkspaceError`` `missing` or `input` when the folder is not whole.
    package init(step: Step, folder: URL, resources: Resources, workers: Int) throws {
        self.step = step
        frozen = try FrozenWorkspace(folder: folder)
        tools = try LinkTools(
            lexicons: resources.lexicons,
            workspace: WorkspaceFolder(directory: folder),
            overrides: frozen.overrides
        )
        self.workers = workers
    }

    /// Reads to the end of the input; `output` takes the bytes in order.
    ///
    /// - Throws: ``WorkspaceError`` `input` with the number of the first bad line.
    @concurrent
    package func run(input: FileHandle, trailer: Bool, output: ([UInt8]) -> Void) async throws {
        let (step, frozen, tools) = (step, frozen, tools)
        let lines = LineStream(workers: workers, least: Self.linesPerShare, longest: 1 << 30)
        try await lines.run(
            input: input,
            trailer: trailer ? LineStream.Trailer(name: "linker", version: tools.version) : nil,
            output: output
        ) { share in
            switch step {
            case .people: try CaseQuestions(tools: tools).people(share)
            case .cases: try CaseQuestions(tools: tools).cases(share)
            case .comments: try CommentQuestions(frozen: frozen, tools: tools).answer(share)
            case .threads: try ThreadDecisions(frozen: frozen, tools: tools).answer(share)
            }
        }
    }
}
