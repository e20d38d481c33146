/// How two brand names stand to each other.
enum BrandLevel: String, Hashable, Sendable {
    case same
    /// Written in two scripts that sound alike.
    case alike
    /// Two scripts, and nothing known that would join or part them.
    case unknown
    case other
}

/// A brand as the linker sees it.
struct BrandReference: Hashable, Sendable {
    /// The brand's place among the cases' brands; `nil` when no case has it.
    let id: Int?
    /// Hash of its sound, or of its letters where the sound is too short to tell.
    let sound: StableHash
    let script: Script
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
    mutating func insert(_ brand: String) -> BrandReference {
        let letters = BrandReference.letters(of: brand)
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
        if let id = left.id, id == right.id { return .same }
        if left.sound == right.sound { return left.script == right.script ? .same : .alike }
        guard left.script != right.script else { return .other }
        return mayBeHidden(left) && mayBeHidden(right) ? .unknown : .other
    }

    /// Whether the other script may hide this brand from a key made of its sound.
    func mayBeHidden(_ reference: BrandReference) -> Bool {
        !holders.isPaired(sound: reference.sound.value)
    }
}

extension BrandReference {
    init(_ brand: String) {
        self.init(letters: Self.letters(of: brand), id: nil)
    }

    /// `letters`: of the brand, as ``letters(of:)`` makes them.
    init(letters: [UInt32], id: Int?) {
        let hasKanji = letters.contains(where: ScalarClass.isKanji)
        let consonants = hasKanji ? [] : SoundSkeleton.consonants(of: letters)
        let sound =
            consonants.count >= 2 ? StableHash(SoundSkeleton.withoutPlural(consonants)) : StableHash(scalars: letters)
        self.init(id: id, sound: sound, script: Script(ofName: letters))
    }

    /// Letters and digits in lower case without the legal form of the company.
    fileprivate static func letters(of brand: String) -> [UInt32] {
        let scalars = FoldedText(brand).scalars
        let words = scalars.split { !isLetter($0) }.filter { word in
            !legalForms.contains { $0.elementsEqual(word) }
        }
        var letters = words.flatMap { Array($0) }
        if letters.isEmpty { letters = scalars }
        for form in joinedLegalForms {
            if letters.count > form.count, letters.starts(with: form) { letters.removeFirst(form.count) }
            if letters.count > form.count, letters.suffix(form.count).elementsEqual(form) {
                letters.removeLast(form.count)
            }
        }
        return letters
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        ScalarClass.isDigit(value) || ScalarClass.isLatin(value) || value >= 0x3005
    }

    private static let legalForms = ["inc", "ltd", "llc", "corp", "co", "gmbh", "plc", "kk"].map {
        $0.unicodeScalars.map(\.value)
    }
    /// Legal forms that are written without a space.
    private static let joinedLegalForms = ["株式会社", "有限会社", "合同会社"].map { $0.unicodeScalars.map(\.value) }
}
