/// The text of an input as UTF-8 bytes in a window that moves on; the memory is that of the longest row.
struct ByteStream {
    /// Bytes of an input that are looked at to tell what it is.
    static let window = 65_536

    let file: String
    /// Bytes at hand; those before `position` are read.
    private(set) var buffer: [UInt8] = []
    /// Index of the next byte to read.
    var position = 0
    /// Line of the byte at `position`, from 1; moved on by the readers.
    var line = 1
    /// The first bytes of the input as they are, at most ``window``.
    private(set) var firstBytes: [UInt8] = []
    /// Bytes of the input taken in so far.
    private(set) var bytesRead = 0
    private(set) var encoding: TextEncoding?

    private var chunks: InputChunks
    private var isDrained = false
    private var decoder: TextDecoder?
    /// Instead of `decoder`, where nobody named the encoding and the lines may not all be in one.
    private var lines: LineDecoder?
    private var lineMap: LineMap?
    /// Bytes of the input that wait until the encoding is known.
    private var waiting: [UInt8] = []
    private var isWaiting = true
    /// Offset in the decoded text of `buffer[0]`.
    private var bufferOffset = 0
    private var markLength = 0
    /// Lines passed on while the encoding was not known, and where the last of them begins.
    private var plainLines = 0
    private var plainLineStart = 0

    init(file: String, chunks: InputChunks, encoding: TextEncoding?) {
        self.file = file
        self.chunks = chunks
        self.encoding = encoding
    }

    /// Offset in the input of the row that begins on the current line, at `position` for UTF-8.
    var inputOffset: Int {
        lineMap?.start(ofLine: line) ?? bufferOffset + position + markLength
    }

    /// Makes at least some bytes from `position` on available, if there are more.
    ///
    /// - Returns: Whether anything was added.
    mutating func refill() throws(IngestionError) -> Bool {
        dropRead()
        while true {
            if isDrained, waiting.isEmpty { return false }
            let before = buffer.count
            try pull()
            if buffer.count > before { return true }
        }
    }

    /// Fills the window up to a size, or to the end of the input.
    mutating func fill(upTo size: Int) throws(IngestionError) {
        while buffer.count - position < size, try refill() {}
    }

    /// Steps over bytes of the window, counting the lines that end among them.
    mutating func advance(to index: Int) {
        line += ByteSearch.count(of: 0x0A, in: buffer, position..<index)
        position = index
    }

    /// A row from `position` up to an index.
    func place(upTo end: Int) -> RowPlace {
        RowPlace(line: line, byte: inputOffset, range: position..<end)
    }

    private mutating func dropRead() {
        guard position > 0 else { return }
        lineMap?.forget(before: line)
        bufferOffset += position
        buffer.removeFirst(position)
        position = 0
    }

    private mutating func pull() throws(IngestionError) {
        var bytes: [UInt8] = []
        if !isDrained {
            if let chunk = try chunks.next(file: file) {
                bytesRead += chunk.count
                let missing = Self.window - firstBytes.count
                if missing > 0 { firstBytes.append(contentsOf: chunk.prefix(missing)) }
                bytes = chunk
            } else {
                isDrained = true
            }
        }
        if isWaiting {
            waiting.append(contentsOf: bytes)
            try settleEncoding()
        } else {
            append(bytes)
        }
    }

    private mutating func append(_ bytes: [UInt8]) {
        lineMap?.add(bytes)
        if lines != nil {
            buffer.append(contentsOf: lines?.decode(bytes, isLast: isDrained) ?? [])
        } else if decoder != nil {
            buffer.append(contentsOf: decoder?.decode(bytes, isLast: isDrained) ?? [])
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Decides on the encoding once enough bytes wait; plain ASCII is passed on undecided.
    private mutating func settleEncoding() throws(IngestionError) {
        if bytesRead == waiting.count {
            // Marks are seen whole, whatever the size of the chunks.
            guard isDrained || waiting.count >= MailSigns.window else { return }
            // The parts of a mail are each in an encoding of their own.
            if encoding == nil, MailSigns.begin(waiting) { return try settle(.utf8) }
        }
        if let mark = EncodingDetector.byteOrderMark(waiting), bytesRead == waiting.count,
            bufferOffset + buffer.count == 0
        {
            waiting.removeFirst(mark.length)
            markLength = mark.length
            return try settle(mark.encoding)
        }
        if let named = encoding {
            // Enough is seen first to tell when the name is wrong, whatever the size of the chunks.
            guard named == .utf8 || isDrained || waiting.count >= EncodingDetector.window else { return }
            return try settle(named)
        }
        guard let first = ByteSearch.firstBeyondASCII(waiting) else {
            return passOn()
        }
        guard isDrained || waiting.count - first >= EncodingDetector.window else { return }
        let sample = Array(waiting[first..<min(waiting.count, first + EncodingDetector.window)])
        let found = EncodingDetector.encoding(of: sample)
        let mayMix = [.cp932, .eucJP, EncodingDetector.windows].contains(found)
        let isMixed = found == .utf8 ? !EncodingDetector.isUTF8(sample, beyond: 0) : mayMix
        if isMixed { lines = LineDecoder(found, file: file) }
        try settle(found)
    }

    private mutating func settle(_ found: TextEncoding) throws(IngestionError) {
        if let encoding, encoding != .utf8, found == encoding, EncodingDetector.isPlainlyUTF8(waiting) {
            throw IngestionError(
                .badEncoding,
                file: file,
                message: "is UTF-8, not \(encoding.name); leave the encoding out or name utf-8"
            )
        }
        encoding = found
        isWaiting = false
        let passed = bufferOffset + buffer.count
        if found != .utf8 || lines != nil {
            decoder = try TextDecoder(found, file: file)
            lineMap = LineMap(
                found,
                line: plainLines + 1,
                start: plainLineStart + markLength,
                offset: passed + markLength
            )
        }
        let bytes = waiting
        waiting = []
        append(bytes)
    }

    /// Passes plain ASCII on before the encoding is known.
    private mutating func passOn() {
        let start = bufferOffset + buffer.count
        plainLines += ByteSearch.count(of: 0x0A, in: waiting, 0..<waiting.count)
        if let last = waiting.lastIndex(of: 0x0A) { plainLineStart = start + last + 1 }
        buffer.append(contentsOf: waiting)
        waiting = []
    }
}
