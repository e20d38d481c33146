/// Finds the array of rows within a JSON object, without holding what stands before it in another form.
///
/// Without a path it is the first array whose first element is an object; `events` is a field of a case and never meant.
struct ArrayFinder {
    enum Result {
        /// Index after the array's opening bracket.
        case found(Int)
        /// The object ended without one.
        case ended
        case needsMore
    }

    /// Bytes gone over so far, from the position of the stream.
    private(set) var scanned = 0
    private let path: [String]?
    private let depthLimit: Int
    /// Names of the members that lead to the cursor; `nil` for an array.
    private var names: [String?] = []
    private var lastString: [UInt8] = []
    private var inString = false
    private var isEscaped = false
    private var name: String?
    /// Index, relative to the position, after an array's bracket that may be the one.
    private var candidate: Int?

    init(path: [String]?, depthLimit: Int) {
        self.path = path
        self.depthLimit = depthLimit
    }

    mutating func scan(_ stream: borrowing ByteStream) -> Result {
        let bytes = stream.buffer.span
        let base = stream.position
        while base + scanned < bytes.count {
            let byte = bytes[base + scanned]
            scanned += 1
            if inString {
                takeInString(byte)
            } else if let result = take(byte, base) {
                return result
            }
        }
        return .needsMore
    }

    private mutating func takeInString(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == 0x5C {
            isEscaped = true
        } else if byte == 0x22 {
            inString = false
            return
        }
        // Longer names than any real one need not be held.
        if lastString.count < 256 { lastString.append(byte) }
    }

    private mutating func take(_ byte: UInt8, _ base: Int) -> Result? {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: return nil
        case 0x22:
            inString = true
            lastString.removeAll(keepingCapacity: true)
        case 0x3A:
            name = String(decoding: lastString, as: UTF8.self)
            if path == nil, names.count == 1, Self.rowNames.contains(name ?? "") { return .ended }
        case 0x7B:
            if let candidate { return .found(base + candidate) }
            names.append(name)
            name = nil
        case 0x5B:
            if isRows { return .found(base + scanned) }
            candidate = path == nil && name != "events" ? scanned : nil
            names.append(name)
            name = nil
            return names.count > depthLimit ? .ended : nil
        case 0x7D, 0x5D:
            _ = names.popLast()
            name = nil
            if names.isEmpty { return .ended }
        case 0x2C: name = nil
        default: break
        }
        candidate = nil
        return names.count > depthLimit ? .ended : nil
    }

    /// Members that show that the object is a row itself.
    private static let rowNames: Set<String> = ["text", "case_id", "comment_id", "body", "comment", "review_id"]

    /// Whether the array about to open is the one of the path.
    private var isRows: Bool {
        guard let path, let name else { return false }
        return names.dropFirst().compactMap(\.self) + [name] == path
    }
}
