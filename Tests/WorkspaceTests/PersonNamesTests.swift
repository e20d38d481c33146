import Foundation
import Testing

@testable import Workspace

struct PersonNamesTests {
    private let names = PersonNames(table: Data("# note\nname\tnote\n匿名\t\n購入者さん\t\nAnonymous\t\n[deleted]\t\n".utf8))

    @Test(arguments: ["匿名", " 匿名 ", "匿名様", "購入者さん", "購入者", "購入者様", "ANONYMOUS", "Ａｎｏｎｙｍｏｕｓ", "[deleted]", " "])
    func aNameForNobodyIsNoPerson(name: String) {
        #expect(names.person(name) == nil)
    }

    @Test(arguments: ["田中太郎", "田中 太郎", "田中　太郎", "田中太郎様", "田中 太郎 さん"])
    func spellingsOfOneNameAreOnePerson(name: String) {
        #expect(names.person(name) == "田中太郎")
    }

    @Test(arguments: ["Anne Smith", " Anne  Smith ", "Ａｎｎｅ Ｓｍｉｔｈ"])
    func wordsOfALatinNameStayApart(name: String) {
        #expect(names.person(name) == "Anne Smith")
    }

    /// Plain letters, and kana and kanji, are folded without a normaliser; what stands among them is not lost.
    @Test(arguments: ["a n o n y m o u s", "anonymous", "AnonyMous", "ａnonymous", "匿　名", "匿名さま"])
    func foldingIsOneWhateverTheWayToIt(name: String) {
        #expect(names.person(name) == nil)
    }

    /// か and a combining mark are が, as NFKC has it.
    @Test func kanaWithMarksBesideThemAreFolded() {
        let list = PersonNames(table: Data("name\nがく\n".utf8))
        #expect(list.person("か\u{3099}く") == nil)
        #expect(list.person("がく") == nil)
        #expect(list.person("かく") == "かく")
    }

    @Test func aTitleAloneIsAName() {
        #expect(names.person("様") == "様")
        #expect(names.person(nil) == nil)
    }
}
