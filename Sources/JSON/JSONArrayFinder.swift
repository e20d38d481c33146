/// Finds an array within a JSON object in a window that is filled piece by piece, without holding what stands before it.
///
/// Without a path it is the first array whose first element is an object.
package struct JSONArrayFinder {
    package enum Result {
        /// Index after the array's opening bracket.
        case found(Int)
        /// The object ended without one.
        case ended
        case needsMore
    }

    /// Bytes gone over so far, from the object's first.
    package private(set) var scanned = 0
    private let path: [String]?
    private let passedOver: Set<String>
    private let enders: Set<String>
    private let depthLimit: Int
    /// Names of the members that lead to the cursor; `nil` for an array.
    private var names: [String?] = []
    private var lastString: [UInt8] = []
    private var inString = false
    private var isEscaped = false
    private var name: String?
    /// Index, relative to the position, after an array's bracket that may be the one.
    private var candidate: Int?

    /// A finder of the array at a path of names, or of the first array of objects when there is none.
    ///
    /// Without a path, arrays under a name of `passedOver` are not meant, and a member of the object itself with a name
    /// of `enders` shows that there is none.
    package init(path: [String]?, passedOver: Set<String> = [], enders: Set<String> = [], depthLimit: Int = 64) {
        self.path = path
        self.passedOver = passedOver
        self.enders = enders
        self.depthLimit = depthLimit
    }

    /// Goes on over the bytes at hand; `base`: index of the object's first byte in them.
    package mutating func scan(_ bytes: borrowing Span<UInt8>, from base: Int) -> Result {
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
            if path == nil, names.count == 1, enders.contains(name ?? "") { return .ended }
        case 0x7B:
            if let candidate { return .found(base + candidate) }
            names.append(name)
            name = nil
        case 0x5B:
            if isRows { return .found(base + scanned) }
            candidate = path == nil && !passedOver.contains(name ?? "") ? scanned : nil
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

    /// Whether the array about to open is the one of the path.
    private var isRows: Bool {
        guard let path, let name else { return false }
        return names.dropFirst().compactMap(\.self) + [name] == path
    }
}
