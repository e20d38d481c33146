/// How characters are written as bytes.
package enum TextEncoding: Hashable, Sendable {
    case utf8, utf16LittleEndian, utf16BigEndian
    /// The Windows code page 932, which is what is meant by Shift JIS.
    case cp932
    case eucJP
    /// JIS, with escape sequences.
    case iso2022JP
    /// Any other name that iconv knows, such as `windows-1252`; never guessed, only named by the user.
    case named(String)

    /// The encoding of a name as users and mappings write it, in any case.
    package init(name: String) {
        let folded = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        switch folded {
        case "utf8", "utf8sig": self = .utf8
        case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "cp932", "shiftjis", "sjis", "ms932", "windows31j", "xsjis": self = .cp932
        case "eucjp", "eucjpms", "ujis", "xeucjp": self = .eucJP
        case "iso2022jp", "jis": self = .iso2022JP
        default: self = .named(name)
        }
    }

    /// The name to show, which `init(name:)` reads again.
    package var name: String {
        switch self {
        case .utf8: "utf-8"
        case .utf16LittleEndian: "utf-16le"
        case .utf16BigEndian: "utf-16be"
        case .cp932: "cp932"
        case .eucJP: "euc-jp"
        case .iso2022JP: "iso-2022-jp"
        case .named(let name): name
        }
    }
}
