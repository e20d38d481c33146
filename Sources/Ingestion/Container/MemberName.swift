/// Names of the members of an archive: labels for people, never paths that something is written to.
enum MemberName {
    private static let longest = 255

    /// The name in UTF-8 and without steps upwards, roots and control characters.
    ///
    /// `written`: as the archive has it, in UTF-8 or in the code page of the machine that packed it.
    static func clean(_ written: [UInt8]) -> String {
        let parts = text(written).split { $0 == "/" || $0 == "\\" }.map(plain).filter {
            !$0.isEmpty && $0 != "." && $0 != ".."
        }
        let name = parts.joined(separator: "/")
        return name.isEmpty ? "member" : String(name.suffix(longest))
    }

    /// Whether desktops and archivers leave such a member in every archive.
    static func isLitter(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        return parts.contains { $0.hasPrefix(".") || litter.contains($0.lowercased()) }
    }

    /// Whether a member tells of the others, by its name: a readme, a licence, a list of changes.
    static func isAboutOthers(_ name: String) -> Bool {
        let last = (name.split(separator: "/").last ?? "").lowercased()
        let stem = String(last.prefix { $0 != "." })
        let ends = ["", "txt", "md", "rst", "rtf", "pdf", "html", "htm"]
        guard ends.contains(String(last.dropFirst(stem.count + 1))) else { return false }
        return tellers.contains { stem == $0 || stem.hasPrefix("\($0)-") || stem.hasPrefix("\($0)_") }
    }

    private static let tellers = [
        "readme", "read me", "license", "licence", "copying", "notice", "authors", "changelog", "changes", "about",
        "terms", "お読みください", "はじめにお読みください", "必ずお読みください", "ライセンス", "利用規約", "更新履歴",
    ]
    private static let litter: Set<String> = ["__macosx", "desktop.ini", "thumbs.db", "ehthumbs.db"]

    private static func plain(_ part: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in part.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
            // A drive of Windows is a root.
            out.append(scalar == ":" ? "_" : scalar)
        }
        return EdgeSpace.trimmed(String(out))
    }

    private static func text(_ bytes: [UInt8]) -> String {
        let encoding = EncodingDetector.encoding(of: bytes)
        // An encoding that is guessed is always known to the C library.
        guard encoding != .utf8, var decoder = try? TextDecoder(encoding, file: "") else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(decoding: decoder.decode(bytes, isLast: true), as: UTF8.self)
    }
}
