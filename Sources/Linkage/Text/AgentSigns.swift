/// Tells the company's own voice from its customers' by name and account.
enum AgentSigns {
    /// Whether the author is the brand or its support desk.
    static func isAgent(_ comment: LinkComment) -> Bool {
        if let account = comment.authorID, accounts.contains(String(decoding: FoldedText(account).utf8, as: UTF8.self))
        {
            return true
        }
        guard let author = comment.author else { return false }
        let folded = FoldedText(author)
        if endings.contains(where: {
            folded.scalars.count >= $0.count && folded.scalars.suffix($0.count).elementsEqual($0)
        }) {
            return true
        }
        guard let brand = comment.brand else { return false }
        return folded.scalars == FoldedText(brand).scalars
    }

    private static let accounts: Set<String> = [
        "agent", "support", "staff", "admin", "official", "operator", "csr", "owner",
    ]
    private static let endings = [
        " support", "サポート", "サポートセンター", "サポート担当", "公式", " official", " customer care", " customer service", "カスタマーセンター",
        "お客様センター", "お客様相談室", "お客様相談センター", "お客様窓口", "相談センター", " help desk", " helpdesk", " care team", " help", " team",
        "事務局", "運営", "担当者",
    ].map { FoldedText($0).scalars }
}

extension FoldedText {
    /// The folded text as UTF-8.
    var utf8: [UInt8] {
        var bytes: [UInt8] = []
        for value in scalars {
            guard let scalar = Unicode.Scalar(value) else { continue }
            bytes += Array(String(scalar).utf8)
        }
        return bytes
    }
}
