import Review
import Workspace

/// Keeps by how much the links that wait would move what is reported, so that no reviewer waits for it after a night.
struct ReadyMoves: Sendable {
    /// Between two looks at whether a night has changed the content.
    private static let pause = Duration.seconds(20)

    let moves: KeptMoves
    let context: WorkspaceContext
    let work: BlockingWork

    /// Looks again and again, until the task is cancelled.
    @concurrent
    func run() async {
        while !Task.isCancelled {
            // A workspace that cannot be read now says so to whoever asks for a page.
            try? await work.run { try moves.prepare(in: context) }
            // Sleep throws where the task is cancelled, and then the loop ends.
            try? await Task.sleep(for: Self.pause)
        }
    }
}
