package import Feedback

/// Links threads of comments to the cases of one snapshot.
///
/// The answer for a comment depends on the cases and on its own thread only, so threads may come in any order and in
/// any batches.
package struct LinkRun: Sendable {
    package let linker: Linker

    /// Indexes the cases.
    ///
    /// Complexity: O(n log n).
    ///
    /// - Parameters:
    ///   - cases: all cases, in any order.
    ///   - names: readings of Japanese names.
    ///   - model: chances and thresholds.
    ///   - overrides: what people have said about single links; it goes before everything.
    package init(
        cases: [LinkCase],
        names: NameReadings,
        model: LinkModel = .standard,
        overrides: LinkOverrides = LinkOverrides()
    ) {
        self.init(
            index: CaseIndex(cases: cases, names: names, hotKey: model.hotKey),
            names: names,
            model: model,
            overrides: overrides
        )
    }

    /// `index`: of all cases, or an excerpt that answers for the comments to be linked.
    package init(
        index: CaseIndex,
        names: NameReadings,
        model: LinkModel = .standard,
        overrides: LinkOverrides = LinkOverrides()
    ) {
        linker = Linker(index: index, names: names, model: model, overrides: overrides)
    }

    /// Links the comments of one thread; a comment without a thread is a thread of one.
    ///
    /// - Returns: one item for each comment, in the order of the input. Comments that come twice are linked twice.
    package func link(thread: [LinkComment]) -> [LinkedComment] {
        link(thread: thread, noting: ReadNotes())
    }

    /// Links the comments of one thread, and takes down what that hangs on.
    package func link(thread: [LinkComment], noting notes: ReadNotes) -> [LinkedComment] {
        let order = thread.count > 1 ? order(of: thread) : Array(thread.indices)
        let sorted = thread.count > 1 ? order.map { thread[$0] } : thread
        var threadLinker = ThreadLinker(linker: linker.noting(in: notes), comments: sorted)
        let decisions = threadLinker.decisionsOfThread()
        var output: [LinkedComment?] = Array(repeating: nil, count: thread.count)
        for (rank, place) in order.enumerated() {
            var decision = decisions[rank]
            decision.link = decision.link.map { $0.named(linker.overrides.root(of: $0.caseID)) }
            output[place] = LinkedComment(comment: thread[place], decision: decision)
        }
        return output.compactMap(\.self)
    }

    /// Places of the comments by time.
    private func order(of thread: [LinkComment]) -> [Int] {
        let times = thread.map(time)
        return thread.indices.sorted { left, right in
            if times[left] != times[right] { return times[left] < times[right] }
            return Self.precedes(thread[left], thread[right], left < right)
        }
    }

    /// Milliseconds by which a thread is ordered: a story comes before what is said of it, for its time is often known
    /// from its first comment only; other comments without a time come last.
    private func time(of comment: LinkComment) -> Int64 {
        if linker.index.position(ofStory: comment.key) != nil { return .min }
        return comment.postedAt?.milliseconds ?? .max
    }

    private static func precedes(_ left: LinkComment, _ right: LinkComment, _ tie: Bool) -> Bool {
        if left.key == right.key { return tie }
        return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
}

/// A comment with its decision.
package struct LinkedComment: Hashable, Sendable {
    package let comment: LinkComment
    package let decision: LinkDecision

    /// The link made or proposed; `nil` for none.
    package var link: CaseLink? { decision.link }
}
