/// Values whose frequency among the cases tells how telling an agreement is.
enum Frequency {
    static func full(_ key: StableHash) -> LinkToken { tagged(1, key) }
    static func part(_ key: StableHash) -> LinkToken { tagged(2, key) }
    static func partAndInitial(_ key: StableHash) -> LinkToken { tagged(3, key) }
    static func initials(_ key: StableHash) -> LinkToken { tagged(4, key) }
    static func brand(_ sound: StableHash) -> LinkToken { tagged(5, sound) }
    /// A brand as it is written.
    static func spelling(_ letters: StableHash) -> LinkToken { tagged(10, letters) }
    static func product(_ hash: StableHash) -> LinkToken { tagged(6, hash) }
    /// Brands that the case table writes in one script only, by script; the other brands count apart.
    ///
    /// `script`: `nil` for brands that it writes in several.
    static func script(_ script: Script?) -> LinkToken {
        tagged(8, StableHash(value: script?.rawValue ?? inAllScripts))
    }

    static func handle(_ hash: StableHash) -> LinkToken { tagged(7, hash) }

    /// Stands for whether a brand of this sound is written in several scripts: nothing that is counted.
    static func pairing(ofSound sound: StableHash) -> LinkToken { tagged(9, sound) }

    /// The values of one case but for its brand's script, each once.
    static func values(of profile: CaseProfile) -> Set<LinkToken> {
        var values = Set(self.values(of: profile.name))
        values.formUnion(matched(of: profile))
        values.formUnion(profile.handles.map(handle))
        if let handle = profile.impliedHandle { values.insert(self.handle(handle)) }
        return values
    }

    /// Those that weigh in every pair with the case, whether the comment has them or not.
    static func matched(of profile: CaseProfile) -> [LinkToken] {
        let brand = profile.brand.map { [self.brand($0.sound), spelling($0.spelling)] } ?? []
        return brand + (profile.product.map { [product($0.hash)] } ?? [])
    }

    /// The values of a person's name; some may come twice.
    static func values(of name: PersonName) -> [LinkToken] {
        name.fullKeys.map(full) + name.tokenKeys.map(part) + name.initialKeys.map(partAndInitial)
            + name.initialsKeys.map(initials)
    }

    /// Beside the raw values of scripts.
    private static let inAllScripts: UInt64 = 3

    private static func tagged(_ tag: UInt64, _ hash: StableHash) -> LinkToken {
        LinkToken(StableHash(value: 0xF0 + tag).combined(with: hash))
    }
}
