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

    @Test func aTitleAloneIsAName() {
        #expect(names.person("様") == "様")
        #expect(names.person(nil) == nil)
    }
}
