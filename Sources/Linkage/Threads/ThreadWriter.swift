/// The person who wrote what a thread is about, where the article does not name its author.
struct ThreadWriter {
    /// Place of the comment that the thread hangs from: the first one that answers nobody.
    let root: Int
    private let places: Set<Int>

    init(comments: [LinkComment], tree: ThreadTree) {
        let root = comments.indices.first { tree.isTop($0) } ?? 0
        self.root = root
        guard comments.count > 2, comments[root].author == nil else {
            places = []
            return
        }
        places = Self.answerer(comments, tree, root: root)
    }

    /// Whether the comment is by the one who wrote the nameless article: who answers two or more readers by name, and
    /// writes nothing but such answers.
    func isWriter(_ place: Int) -> Bool { places.contains(place) }

    private static func answerer(_ comments: [LinkComment], _ tree: ThreadTree, root: Int) -> Set<Int> {
        var answers: [String: [Int]] = [:]
        for (place, comment) in comments.enumerated() where place != root {
            if let author = comment.author { answers[author, default: []].append(place) }
        }
        let writers = answers.filter { author, places in
            let answered = Set(
                places.compactMap { place in
                    tree.parents[place].flatMap { $0 < comments.count ? comments[$0].author : nil }
                }
            )
            return answered.count >= 2 && !answered.contains(author)
                && places.allSatisfy { tree.bonds[$0] == .address || tree.bonds[$0] == .pointer }
        }
        guard writers.count == 1, let only = writers.first else { return [] }
        return Set(only.value)
    }
}
