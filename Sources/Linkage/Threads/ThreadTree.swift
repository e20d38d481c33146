/// Who answers whom within one thread.
///
/// Parents come from reply pointers; a pointer to a comment that is not there makes a phantom, so that answers to one
/// missing comment still belong together. Without a pointer, a text that addresses an earlier author by name answers
/// that author's latest comment.
/// Source: the message threading of Netscape Mail (Zawinski 1997, https://www.jwz.org/doc/threading.html).
struct ThreadTree: Sendable {
    /// How a comment came by its parent.
    enum Bond: Hashable, Sendable {
        case none, pointer, address
    }

    /// Parent of each comment; phantoms are numbered from the count of comments on.
    private(set) var parents: [Int?]
    private(set) var bonds: [Bond]
    private let count: Int

    /// Builds the tree of comments in the order of time; ties by key.
    init(comments: [LinkComment], features: [CommentFeatures]) {
        count = comments.count
        parents = Array(repeating: nil, count: count)
        bonds = Array(repeating: .none, count: count)
        guard count > 1 else { return }
        var places: [String: Int] = [:]
        for (place, comment) in comments.enumerated() { places[comment.key] = place }
        var phantoms: [String: Int] = [:]
        var authors = AddressBook()
        for (place, comment) in comments.enumerated() {
            if let key = comment.parentKey {
                setParent(of: place, to: places[key] ?? phantom(key, &phantoms))
            } else if let addressed = authors.addressee(of: features[place].text), !isAncestor(place, of: addressed) {
                parents[place] = addressed
                bonds[place] = .address
            }
            authors.insert(comment.author, place: place)
        }
    }

    /// Ancestors from the nearest to the farthest, without phantoms.
    func ancestors(of place: Int) -> [Int] {
        var found: [Int] = []
        var next = parents[place]
        while let current = next {
            if current < count { found.append(current) }
            next = parents[current]
        }
        return found
    }

    /// The comments that answer each comment or phantom.
    func children() -> [[Int]] {
        var children = Array(repeating: [Int](), count: parents.count)
        for place in 0..<count {
            if let parent = parents[place] { children[parent].append(place) }
        }
        return children
    }

    /// Whether a comment stands at the top of its chain.
    func isTop(_ place: Int) -> Bool { parents[place] == nil }

    private mutating func setParent(of place: Int, to parent: Int) {
        guard parent != place, !isAncestor(place, of: parent) else { return }
        parents[place] = parent
        bonds[place] = .pointer
    }

    private mutating func phantom(_ key: String, _ phantoms: inout [String: Int]) -> Int {
        if let known = phantoms[key] { return known }
        parents.append(nil)
        phantoms[key] = parents.count - 1
        return parents.count - 1
    }

    private func isAncestor(_ candidate: Int, of place: Int) -> Bool {
        var next: Int? = place
        while let current = next {
            if current == candidate { return true }
            next = parents[current]
        }
        return false
    }
}

/// The authors of a thread so far, to see whom a text addresses.
private struct AddressBook {
    /// Latest comment of each author, by the folded name.
    private var latest: [[UInt32]: Int] = [:]
    private var lengths: Set<Int> = []

    mutating func insert(_ author: String?, place: Int) {
        guard let author else { return }
        let folded = FoldedText(author).scalars
        guard folded.count >= 2 else { return }
        latest[folded] = place
        lengths.insert(folded.count)
    }

    /// The comment that a text such as `>nameさん`, `@name`, `name wrote:` or `nameさん、` answers.
    func addressee(of text: FoldedText) -> Int? {
        guard !latest.isEmpty else { return nil }
        let rest = text.scalars.drop { Self.isMark($0) }
        let hasMark = rest.startIndex > 0 && text.scalars[..<rest.startIndex].contains { $0 != 0x20 }
        for length in lengths.sorted(by: >) where length <= rest.count {
            guard let place = latest[Array(rest.prefix(length))] else { continue }
            let after = rest.dropFirst(length)
            if hasMark, after.first.map({ !ScalarClass.isLatin($0) }) ?? true { return place }
            if Self.closings.contains(where: { after.starts(with: $0) }) { return place }
        }
        return nil
    }

    private static func isMark(_ value: UInt32) -> Bool {
        value == 0x20 || value == 0x3E || value == 0x40 || value == 0x226B || value == 0x300B || value == 0x203B
    }

    private static let closings = ["さん", "様", "さま", "氏", "くん", "君", ":", " wrote", ", "].map { FoldedText($0).scalars }
}
