package import Feedback
import Glibc

/// Makes rows of comments: packs their columns and hashes them in one walk, with memory that it uses again.
///
/// The sum of a row has its values behind one another as ``HashedTable`` names them: the names of the comment, the
/// columns, and in another walk those that were added later. The content hash has texts first, then times, ratings and
/// answers, and last what added columns hold, so that no stored hash ever changes.
package struct CommentPacker {
    private var columns = ColumnWriter(capacity: 0)
    private var row = RowBytes()
    private var print = ContentFingerprint()
    /// What the content hash takes in behind the texts.
    private var times = FingerprintBytes()
    private var ratings = FingerprintBytes()
    private var answers = FingerprintBytes()
    private var added = FingerprintBytes()
    private let hasAdded = !CommentColumn.added.isEmpty
    private var isAtAdded = false
    private var rating: Rating?
    private var hasText = false
    private var isCustomers = true

    package init() {}

    /// The rows of comments, which are left as they are.
    ///
    /// `origins`: where each comment was written, `nil` or a shorter list where that is not known.
    package mutating func pack(_ comments: inout [Comment], origins: [RowOrigin?]) -> [CommentRow] {
        columns = ColumnWriter(capacity: columns.bytes.count * 9 / 8)
        var rows: [CommentRow] = []
        rows.reserveCapacity(comments.count)
        var starts = [0]
        for place in comments.indices {
            rows.append(pack(&comments[place], origin: place < origins.count ? origins[place] : nil))
            starts.append(columns.bytes.count)
        }
        let bytes = columns.bytes
        for place in rows.indices {
            rows[place].columns = PackedColumns(bytes: bytes[starts[place]..<starts[place + 1]])
        }
        return rows
    }

    /// A row without its columns, which lie behind those of the comment before.
    private mutating func pack(_ comment: inout Comment, origin: RowOrigin?) -> CommentRow {
        begin()
        for name in [comment.source, comment.externalID] { row.add(text: name.withoutNull) }
        comment.visitColumns(&self)
        if hasAdded {
            isAtAdded = true
            comment.visitColumns(&self)
        }
        for part in [times, ratings, answers, added] { print.add(part) }
        return CommentRow(
            source: comment.source.withoutNull,
            origin: origin,
            contentHash: print.value,
            sum: RowSum(row: row),
            stars: stars,
            updatedAt: comment.updatedAt?.instant.milliseconds,
            postedAt: comment.postedAt?.instant.milliseconds,
            isAnswered: comment.replyText != nil || !comment.answers.isEmpty
        )
    }

    private mutating func begin() {
        row.clear()
        print = ContentFingerprint()
        times.clear()
        ratings.clear()
        answers.clear()
        added.clear()
        isAtAdded = false
    }

    /// As ``ReportTallies`` counts it.
    private var stars: TalliedRating {
        guard let rating, hasText, isCustomers else { return TalliedRating() }
        return TalliedRating(
            thousandths: Int64(rating.thousandths),
            low: Int64(rating.scale.low),
            high: Int64(rating.scale.high)
        )
    }

    // MARK: - Values

    /// Whether a column counts in the sum of the row in this walk.
    private func isSummed(_ column: CommentColumn) -> Bool { isAdded(column) == isAtAdded }

    private func isAdded(_ column: CommentColumn) -> Bool { hasAdded && CommentColumn.added.contains(column) }

    /// Adds a text to the columns and the sum.
    ///
    /// SQLite ends a text at its first NUL: ``withoutNull`` stands for it there.
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, isSummed: Bool) {
        if let start = text.baseAddress, memchr(start, 0, text.count) != nil {
            var plain = String(decoding: text, as: UTF8.self).withoutNull
            return plain.withUTF8 { add($0, isSummed: isSummed) }
        }
        if !isAtAdded { columns.add(text: text) }
        if isSummed { row.add(text: text) }
    }

    private mutating func add(_ text: String, isSummed: Bool) {
        var text = text
        text.withUTF8 { add($0, isSummed: isSummed) }
    }

    private mutating func add(_ number: Int64?, isSummed: Bool) {
        guard let number else { return addNull(isSummed: isSummed) }
        if !isAtAdded { columns.add(number) }
        if isSummed { row.add(number) }
    }

    private mutating func addNull(isSummed: Bool) {
        if !isAtAdded { columns.addNull() }
        if isSummed { row.addNull() }
    }

    /// Whether a column counts in its part of the content hash in this walk; an added one counts where it holds something,
    /// behind its name.
    private mutating func isHashed(_ column: CommentColumn, isEmpty: Bool) -> Bool {
        guard isAdded(column) else { return !isAtAdded }
        guard isAtAdded, !isEmpty else { return false }
        added.add(column.name)
        return true
    }
}

extension CommentPacker: CommentVisitor {
    package mutating func required(_ column: CommentColumn, _ value: inout String) {
        // What names a comment is no part of its content, and stands in front of its sum.
        let isName = column == .source || column == .externalID
        if column == .text { hasText = !value.isEmpty }
        let isSummed = isSummed(column) && !isName
        value.withUTF8 { bytes in
            if !isName { hash(column, bytes) }
            add(bytes, isSummed: isSummed)
        }
    }

    package mutating func text(_ column: CommentColumn, _ value: inout String?) {
        guard value != nil else {
            if !isAdded(column), !isAtAdded { print.addMissing() }
            return addNull(isSummed: isSummed(column))
        }
        let isSummed = isSummed(column)
        value?.withUTF8 { bytes in
            hash(column, bytes)
            add(bytes, isSummed: isSummed)
        }
    }

    private mutating func hash(_ column: CommentColumn, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard isHashed(column, isEmpty: false) else { return }
        if isAdded(column) { added.add(bytes) } else { print.add(bytes) }
    }

    package mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) {
        isCustomers = value == .customer
        var word = value.rawValue
        required(column, &word)
    }

    package mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) {
        let time = value
        if isHashed(column, isEmpty: time == nil) {
            if isAdded(column) { added.add(time) } else { times.add(time) }
        }
        let isSummed = isSummed(column)
        // What a later time was written as, and where its zone came from, never counted.
        let isWhole = isSummed && (column.hasCertainty || isAtAdded)
        guard let time else {
            addNull(isSummed: isSummed)
            for _ in 0..<(column.hasCertainty ? 3 : 2) { addNull(isSummed: isWhole) }
            return
        }
        add(time.instant.milliseconds, isSummed: isSummed)
        add(time.original, isSummed: isWhole)
        add(time.zoneOrigin.rawValue, isSummed: isWhole)
        if column.hasCertainty { add(time.certainty.rawValue, isSummed: isWhole) }
    }

    package mutating func rating(_ column: CommentColumn, _ value: inout Rating?) {
        if column == .rating { rating = value }
        let thousandths = (value?.thousandths).map { Int64($0) }
        let (low, high) = ((value?.scale.low).map { Int64($0) }, (value?.scale.high).map { Int64($0) })
        if isHashed(column, isEmpty: value == nil) {
            for number in [thousandths, high] {
                if isAdded(column) { added.add(number) } else { ratings.add(number) }
            }
        }
        let isSummed = isSummed(column)
        add(thousandths, isSummed: isSummed)
        add(low, isSummed: isSummed)
        add(high, isSummed: isSummed)
    }

    package mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) {
        let isSummed = isSummed(column)
        if value.isEmpty { return addNull(isSummed: isSummed) }
        let text = JSONText.encode(value)
        if isHashed(column, isEmpty: false) {
            if isAdded(column) { added.add(text) } else { answers.add(text) }
        }
        add(text, isSummed: isSummed)
    }
}
