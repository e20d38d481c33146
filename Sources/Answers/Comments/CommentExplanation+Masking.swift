import Feedback
import Reporting
import Reports
import Store
package import Workspace

extension CommentExplanation {
    /// Explanations with personal data hidden, the names of the workspace's people among it.
    package static func masked(_ all: [CommentExplanation], in context: WorkspaceContext) throws -> [CommentExplanation]
    {
        let names = try context.voiceNames()
        return try context.database.read { db in
            try all.map { $0.masked(by: try $0.masking(beside: context.settings.masking, in: db), names) }
        }
    }

    /// What is hidden in everything it shows: the writer, the customers of its case, and whoever is addressed.
    func masking(beside base: Masking, in db: StoreConnection) throws -> Masking {
        let subjects = (link?.evidence ?? []).flatMap { [$0.left, $0.right] }
        let known = try KnownNames.masking(of: [title ?? "", text] + subjects, beside: base, in: db)
        let supportCase = try link.flatMap { try CaseTable.keyed($0.caseID, in: db)?.supportCase }
        return known.hiding([author, supportCase?.customer, supportCase?.customerHandle].compactMap(\.self))
    }

    /// The explanation with personal data hidden; places in the text follow the text that is shown.
    ///
    /// `names`: how ids are shown.
    func masked(by masking: Masking, _ names: VoiceNames) -> CommentExplanation {
        let (head, headShown) = (Array((title ?? "").utf8), Array(masking.masked(title ?? "").utf8))
        let bytes = Array(text.utf8)
        let shown = Array(masking.masked(text).utf8)
        var copy = self
        copy.comment = names.shown(key: comment)
        copy.title = title.map(masking.masked)
        copy.text = String(decoding: shown, as: UTF8.self)
        copy.author = author.map(Masking.author)
        copy.highlights = highlights(in: bytes, shown, masking)
        copy.parts = parts.map { part in
            let (bytes, shown) = part.in == nil ? (bytes, shown) : (head, headShown)
            let start = Self.place(of: part.start, in: bytes, masking)
            let end = max(start, Self.place(of: part.start + part.length, in: bytes, masking))
            return Part(
                words: String(decoding: shown[start..<end], as: UTF8.self),
                start: start,
                length: end - start,
                entry: part.entry,
                valence: part.valence,
                rule: part.rule,
                in: part.in
            )
        }
        copy.facets = facets.map { $0.masked(by: masking) }
        copy.signals = signals.map { $0.masked(by: masking) }
        copy.link = link?.masked(by: masking, names)
        copy.voice?.comments = (voice?.comments ?? []).map(names.shown(key:))
        return copy
    }

    /// The highlights over the text that is shown; what is hidden belongs to the one in which it begins.
    private func highlights(in bytes: [UInt8], _ shown: [UInt8], _ masking: Masking) -> [TextHighlights.Segment] {
        var position = 0
        var start = 0
        return highlights.compactMap { segment in
            position += segment.text.utf8.count
            let end = max(start, Self.place(of: position, in: bytes, masking))
            defer { start = end }
            if start == end { return nil }
            return TextHighlights.Segment(
                text: String(decoding: shown[start..<end], as: UTF8.self),
                match: segment.match
            )
        }
    }

    /// Where a place in the text lies once the text is masked.
    private static func place(of offset: Int, in bytes: [UInt8], _ masking: Masking) -> Int {
        let middle = min(max(0, offset), bytes.count)
        let halves = [bytes[..<middle], bytes[middle...]].map {
            TextSegment(text: String(decoding: $0, as: UTF8.self))
        }
        return masking.masked(halves).first?.text.utf8.count ?? 0
    }
}

extension CommentExplanation.Mention {
    fileprivate func masked(by masking: Masking) -> Self {
        Self(name: name, polarity: polarity, words: masking.masked(words), entry: entry)
    }
}

extension CommentExplanation.Link {
    /// The link with the names and numbers it compared cut to their first letter.
    fileprivate func masked(by masking: Masking, _ names: VoiceNames) -> Self {
        Self(
            caseID: names.shown(caseID: caseID),
            relation: relation,
            status: status,
            method: method,
            bits: bits,
            margin: margin,
            evidence: evidence.map { $0.masked(by: masking, names) }
        )
    }
}

extension CommentExplanation.Link.Reason {
    /// Features whose sides are not a person's own.
    private static let impersonal = ["brand", "product", "time", "prior", "subject"]

    fileprivate func masked(by masking: Masking, _ names: VoiceNames) -> Self {
        let kind = String(feature.prefix { $0 != ":" })
        func shown(_ text: String) -> String {
            if text.isEmpty { return text }
            // A decision and the case that it names.
            if kind == "decision" { return names.shown(caseID: text) }
            return Self.impersonal.contains(kind) ? masking.masked(text) : Masking.author(text)
        }
        return Self(feature: feature, left: shown(left), right: shown(right), bits: bits)
    }
}
