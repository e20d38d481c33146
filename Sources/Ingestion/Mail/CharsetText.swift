/// Bytes of a message as text.
enum CharsetText {
    /// The text in a declared encoding; where none is declared, or another than the bytes are in, they tell it themselves.
    static func decoded(_ bytes: [UInt8], charset: String?) -> String {
        guard bytes.contains(where: { $0 >= 0x80 || $0 == 0x1B }) else { return String(decoding: bytes, as: UTF8.self) }
        let declared = charset.map { TextEncoding(name: usual($0)) }
        let encoding = declared.flatMap { fits($0, bytes) ? $0 : nil } ?? EncodingDetector.encoding(of: bytes)
        // An encoding that the C library does not know leaves what can be read as UTF-8.
        guard encoding != .utf8, var decoder = try? TextDecoder(encoding, file: "") else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(decoding: decoder.decode(bytes, isLast: true), as: UTF8.self)
    }

    /// What a name of a charset means in practice: the code page of Windows that holds it.
    private static func usual(_ charset: String) -> String {
        switch charset.lowercased() {
        case "us-ascii", "ascii", "iso-8859-1", "latin1": "windows-1252"
        case "ks_c_5601-1987", "euc-kr": "cp949"
        case "gb2312": "gb18030"
        default: charset
        }
    }

    private static func fits(_ encoding: TextEncoding, _ bytes: [UInt8]) -> Bool {
        switch encoding {
        case .utf8: !EncodingDetector.hasJISEscape(bytes) && !isBroken(bytes)
        case .iso2022JP: EncodingDetector.hasJISEscape(bytes)
        case .named("windows-1252"): !EncodingDetector.isPlainlyUTF8(bytes) && !EncodingDetector.hasJISEscape(bytes)
        default: true
        }
    }

    private static func isBroken(_ bytes: [UInt8]) -> Bool {
        let found = EncodingDetector.encoding(of: bytes)
        return found == .cp932 || found == .eucJP
    }
}
