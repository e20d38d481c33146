/// How two brand names stand to each other.
enum BrandLevel: String, Hashable, Sendable {
    case same
    /// Written in two scripts that sound alike.
    case alike
    /// Two scripts, and nothing known that would join or part them.
    case unknown
    /// A spelling that no case has, which holds the case's brand or is held by it.
    case part
    /// A spelling that no case has, and nothing like the case's brand.
    case unlisted
    /// Sounds alike, and yet the cases write both as brands of their own.
    case twin
    case other
}

/// A brand as the linker sees it; a class, for every pair looks at two.
final class BrandReference: Sendable {
    /// The brand's place among the cases' brands; `nil` when no case has it.
    let id: Int?
    /// Hash of its sound, or of its letters where the sound is too short to tell.
    let sound: StableHash
    let script: Script
    /// Letters and digits in lower case, without the words that any company's name may have.
    let letters: [UInt32]
    /// How it is read, where kana or Latin letters tell.
    let reading: [UInt8]
    /// Hash of the letters.
    let spelling: StableHash

    /// `letters`: of the brand, as ``letters(of:)`` makes them.
    init(letters: [UInt32], id: Int?) {
        let hasKanji = letters.contains(where: ScalarClass.isKanji)
        let consonants = hasKanji ? [] : SoundSkeleton.consonants(of: letters)
        self.id = id
        self.letters = letters
        spelling = StableHash(scalars: letters)
        sound = consonants.count >= 2 ? StableHash(SoundSkeleton.withoutPlural(consonants)) : spelling
        script = Script(ofName: letters)
        reading = hasKanji ? [] : Self.reading(of: letters)
    }
}

/// The brands of the case table, with the spellings of one brand in two scripts brought together by sound.
struct BrandTable: Sendable {
    private var ids: [StableHash: Int] = [:]
    private var references: [BrandReference] = []
    /// How many cases have which brand, of all cases.
    private(set) var holders = CaseBrands()

    init() {}

    /// `holders`: how many cases have which brand, of all cases, where only some of them are inserted.
    init(holders: CaseBrands) {
        self.holders = holders
    }

    /// Adds a brand of a case and returns its reference.
    mutating func insert(_ brand: String) -> BrandReference { insert(letters: BrandReference.letters(of: brand)) }

    /// Adds a brand that another table may know under another number.
    mutating func insert(_ brand: BrandReference) -> BrandReference { insert(letters: brand.letters) }

    private mutating func insert(letters: [UInt32]) -> BrandReference {
        let hash = StableHash(scalars: letters)
        if let id = ids[hash] { return references[id] }
        let reference = BrandReference(letters: letters, id: references.count)
        ids[hash] = references.count
        references.append(reference)
        return reference
    }

    /// Counts a case of a brand.
    mutating func count(_ brand: BrandReference) { holders.add(1, of: BrandSpelling(brand)) }

    /// The reference of a comment's brand.
    func reference(to brand: String) -> BrandReference {
        let letters = BrandReference.letters(of: brand)
        if let id = ids[StableHash(scalars: letters)] { return references[id] }
        return BrandReference(letters: letters, id: nil)
    }

    func reference(id: Int) -> BrandReference { references[id] }

    func level(_ left: BrandReference, _ right: BrandReference) -> BrandLevel {
        if left.letters == right.letters { return .same }
        if left.sound == right.sound { return left.script == right.script ? .same : .alike }
        guard Self.areBetweenScripts(left, right) else { return .other }
        return mayBeHidden(left) && mayBeHidden(right) ? .unknown : .other
    }

    /// Whether it matters in which scripts the cases write two brands: neither letters nor sound say if they are one.
    static func areBetweenScripts(_ left: BrandReference, _ right: BrandReference) -> Bool {
        left.script != right.script && left.sound != right.sound && left.letters != right.letters
    }

    /// Whether a case has a brand that sounds like this one.
    func isListed(_ reference: BrandReference) -> Bool { holders.isHeld(sound: reference.sound.value) }

    /// Whether the other script may hide this brand from a key made of its sound.
    func mayBeHidden(_ reference: BrandReference) -> Bool {
        !holders.isPaired(sound: reference.sound.value)
    }
}

extension BrandReference {
    convenience init(_ brand: String) {
        self.init(letters: Self.letters(of: brand), id: nil)
    }

    private static func reading(of letters: [UInt32]) -> [UInt8] {
        if let spelling = Romaji.spelling(ofKana: letters) { return spelling }
        guard letters.allSatisfy(ScalarClass.isLatin) else { return [] }
        return Romaji.folded(letters.map { UInt8(truncatingIfNeeded: $0) })
    }

    /// Whether one of the two spellings stands in the other.
    func holds(_ other: BrandReference) -> Bool {
        let (short, long) = letters.count <= other.letters.count ? (self, other) : (other, self)
        return short.letters.count >= short.script.fewestTellingLetters && long.letters.holds(short.letters)
    }

    /// Letters and digits in lower case without the legal form of the company, places and shops.
    fileprivate static func letters(of brand: String) -> [UInt32] {
        let scalars = FoldedText(brand).scalars
        let words = scalars.split { !isLetter($0) }
        let telling = words.filter { word in !commonWords.contains { $0.elementsEqual(word) } && !isBranch(word) }
        var letters = (telling.isEmpty ? words : telling).flatMap { Array($0) }
        if letters.isEmpty { letters = scalars }
        while let shorter = withoutJoinedForm(letters) { letters = shorter }
        return letters
    }

    private static func withoutJoinedForm(_ letters: [UInt32]) -> [UInt32]? {
        for form in joinedForms where letters.count >= form.count + 2 && letters.starts(with: form) {
            return Array(letters.dropFirst(form.count))
        }
        for form in joinedForms + joinedEndings
        where letters.count >= form.count + 2 && letters.suffix(form.count).elementsEqual(form) {
            return letters.dropLast(form.count)
        }
        return nil
    }

    /// A branch such as `渋谷店`, where it is a word of its own.
    private static func isBranch(_ word: ArraySlice<UInt32>) -> Bool { word.count >= 2 && word.last == 0x5E97 }

    private static func isLetter(_ value: UInt32) -> Bool {
        ScalarClass.isDigit(value) || ScalarClass.isLatin(value) || value >= 0x3005
    }

    /// Legal forms, and words for shops, desks and places that a brand goes by.
    private static let commonWords = [
        "inc", "ltd", "llc", "corp", "co", "gmbh", "plc", "kk", "the", "company", "official", "support", "store",
        "shop",
        "online", "customer", "service", "services", "care", "japan", "uk", "usa", "us", "eu", "公式", "サポート", "通販",
        "オンライン", "ストア", "ショップ", "本店", "支店",
    ].map { $0.unicodeScalars.map(\.value) }
    /// What is written without a space, on either side.
    private static let joinedForms = ["株式会社", "有限会社", "合同会社"].map { $0.unicodeScalars.map(\.value) }
    /// What is written without a space, at the end.
    private static let joinedEndings = [
        "公式", "サポート", "サポートセンター", "カスタマーセンター", "オンライン", "オンラインストア", "オンラインショップ", "ストア", "ショップ", "通販",
        "本店", "公式サイト",
    ].map { $0.unicodeScalars.map(\.value) }
}
