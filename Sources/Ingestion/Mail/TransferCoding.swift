/// How the bytes of a part are written in letters (RFC 2045, section 6).
enum TransferCoding {
    static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
        switch name {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes)
        default: Array(bytes)
        }
    }

    /// Bytes beside the alphabet are passed over, as section 6.8 wants; the rest of a group that is cut off is left out.
    static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            guard let value = sixBits(byte) else {
                // A pad ends a group; programs that join two texts leave one in the middle.
                if byte == 0x3D { (bits, count) = (0, 0) }
                continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return out
    }

    private static func sixBits(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }

    /// `isHeader`: the form of headers, in which `_` is a space (RFC 2047, 4.2).
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if isHeader, byte == 0x5F {
                out.append(0x20)
            } else if byte == 0x3D {
                if let value = hex(bytes, index) {
                    out.append(value)
                    index += 2
                } else if let next = softBreak(bytes, index) {
                    index = next
                } else {
                    out.append(byte)
                }
            } else {
                out.append(byte)
            }
        }
        return out
    }

    /// Where the next line begins behind a `=` that ends its line.
    private static func softBreak(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int? {
        var next = index
        while next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        if next < bytes.endIndex, bytes[next] == 0x0D { next += 1 }
        if next == bytes.endIndex { return next }
        return bytes[next] == 0x0A ? next + 1 : nil
    }

    private static func hex(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt8? {
        guard index + 1 < bytes.endIndex, let high = digit(bytes[index]), let low = digit(bytes[index + 1]) else {
            return nil
        }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
