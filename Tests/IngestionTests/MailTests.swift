import Feedback
import Testing

@testable import Ingestion

/// Mails as people save them: one in a file, or a box of many.
struct MailTests {
    private static let box = """
        From mio@mail.example Sun Feb  1 09:05:00 2026
        Message-ID: <one@mail.example>
        From: =?ISO-2022-JP?B?GyRCOjRGIxsoQg==?= <Mio@Mail.example>
        To: support@nord.example
        Date: Sun, 1 Feb 2026 09:05:00 +0900 (JST)
        Subject: =?UTF-8?B?6Zu76Kmx44GM44Gk44Gq?= =?UTF-8?B?44GM44KJ44Gq44GE?=
        Content-Type: text/plain; charset=ISO-2022-JP
        Content-Transfer-Encoding: 7bit

        \u{1B}$B$^$@JV;v$,$J$$!#\u{1B}(B
        >From here on nothing works.

        From support@nord.example Sun Feb  1 11:00:00 2026
        Message-ID: <two@nord.example>
        In-Reply-To: <one@mail.example>
        References: <one@mail.example>
        From: "Nord, Support" <support@nord.example>
        Date: Sun, 1 Feb 2026 02:00:00 +0000
        Subject: Re: call
        Content-Type: multipart/alternative; boundary="b1"

        --b1
        Content-Type: text/html; charset=utf-8

        <p>Sorry!</p>
        --b1
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        We are sorry =E2=80=93 a colleague will =
        call.
        --b1--

        From mio@mail.example Sun Feb  1 11:00:05 2026
        Auto-Submitted: auto-replied
        From: mio@mail.example
        Subject: Out of office

        I am away.

        From mio@mail.example Mon Feb  2 08:00:00 2026
        Message-ID: <three@mail.example>
        References: <one@mail.example>
         <two@nord.example>
        From: mio@mail.example (Mio)
        Date: Mon, 2 Feb 2026 08:00:00 +0900
        Content-Type: text/plain; charset=utf-8; format=flowed

        Thank you, he called \nand it \nworks now.
        > We are sorry

        """

    private func read(_ text: String, own: [String] = ["nord.example"]) throws -> ImportBatch {
        var options = Importing.options()
        options.own = own
        return try Importing.all(text, file: "box", options: options)
    }

    @Test func aBoxIsItsMessagesInTheirThread() throws {
        let batch = try read(Self.box)
        #expect(batch.skipped == [.automatic: 1] && batch.problems.isEmpty)
        #expect(batch.comments.map(\.externalID) == ["one@mail.example", "two@nord.example", "three@mail.example"])
        #expect(Set(batch.comments.map(\.threadID)) == ["one@mail.example"])
        #expect(batch.comments.map(\.inReplyTo) == [nil, "one@mail.example", "two@nord.example"])
        #expect(batch.comments.map(\.authorRole) == [.customer, .agent, .customer])
    }

    @Test func postmarksAreThoseOfManyPrograms() {
        #expect(MailReader.isPostmark("From - ") && MailReader.isPostmark("From - Fri Aug 23 02:32:53 2002"))
        #expect(MailReader.isPostmark("From 17@xxx Mon Feb 02 09:05:00 +0000 2026"))
        #expect(MailReader.isPostmark("From 184@xxx"))
        #expect(!MailReader.isPostmark("From here on 2026 nothing works") && !MailReader.isPostmark("From me"))
    }

    @Test func headersAndTextsAreDecoded() throws {
        let comments = try read(Self.box).comments
        #expect(comments.map(\.author) == ["佐藤", "Nord, Support", "Mio"])
        #expect(comments[0].authorID == "mio@mail.example" && comments[0].title == "電話がつながらない")
        #expect(comments[0].text == "まだ返事がない。\nFrom here on nothing works.")
        #expect(comments[1].text == "We are sorry – a colleague will call.")
        #expect(comments[2].text == "Thank you, he called and it works now.\n> We are sorry")
        #expect(Importing.tokyo(comments[0].postedAt).hasPrefix("2026-02-01T09:05"))
        #expect(Importing.tokyo(comments[1].postedAt).hasPrefix("2026-02-01T11:00"))
    }

    @Test func theSizeOfChunksChangesNothing() throws {
        let whole = try read(Self.box)
        for chunk in [1, 7, 300] {
            var options = Importing.options()
            options.own = ["nord.example"]
            let parts = try Importing.all(Self.box, file: "box", options: options, chunk: chunk)
            #expect(parts.comments == whole.comments && parts.skipped == whole.skipped)
        }
    }

    @Test func aMailAloneHasNoPostmark() throws {
        let mail = """
            Return-Path: <wren@mail.example>
            From: wren@mail.example\r
            To: help@nord.example\r
            Subject: =?windows-1252?Q?caf=E9_closed?=\r
            Date: Sun, 1 Feb 2026 09:05:00 +0100\r
            Content-Type: text/html; charset="utf-8"\r
            Content-Transfer-Encoding: base64\r
            \r
            PHA+VGhlIHNob3AgaXMgY2xvc2VkLjwvcD48YmxvY2txdW90ZT48cD5XZSBhcmUgb3Blbi48L3A+\r
            PC9ibG9ja3F1b3RlPg==\r
            """
        let batch = try Importing.all(mail, file: "a.eml")
        let comment = try #require(batch.comments.first)
        #expect(batch.rowsRead == 1 && comment.title == "café closed" && comment.author == nil)
        #expect(comment.text == "The shop is closed.\n> We are open." && comment.externalID.hasPrefix("h"))
        #expect(comment.authorRole == .customer && comment.channel == "mail")
    }

    @Test func aDateThatCannotBeReadIsThatOfTheLastServer() throws {
        let mail = """
            Received: from a by b; Sun, 1 Feb 2026 09:05:00 +0900
            Received: from c by a; Sun, 1 Feb 2026 09:04:00 +0900
            Date: yesterday or so
            From: wren@mail.example
            Subject: Hm

            Nobody called.
            """
        let comment = try #require(try Importing.all(mail, file: "a.eml").comments.first)
        #expect(Importing.tokyo(comment.postedAt).hasPrefix("2026-02-01T09:05"))
    }

    @Test func charsetsAreThoseOfEachPart() {
        // はい in CP932, EUC-JP and UTF-8, one of them under a wrong name.
        #expect(CharsetText.decoded([0x82, 0xCD, 0x82, 0xA2], charset: "Shift_JIS") == "はい")
        #expect(CharsetText.decoded([0xA4, 0xCF, 0xA4, 0xA4], charset: "euc-jp") == "はい")
        #expect(CharsetText.decoded(Array("はい".utf8), charset: "iso-8859-1") == "はい")
        #expect(CharsetText.decoded([0x93, 0x68, 0x69, 0x94], charset: "us-ascii") == "“hi”")
        #expect(CharsetText.decoded([0x68, 0xE9], charset: "no-such-set").hasPrefix("h"))
    }

    @Test func ownAddressesAreAddressesOrDomains() throws {
        let sender = try #require(MailAddress("Ann <ann@mail.nord.example>"))
        #expect(sender.isAmong(["nord.example"]) && sender.isAmong(["@mail.nord.example"]))
        #expect(sender.isAmong(["ann@mail.nord.example"]) && !sender.isAmong(["ord.example", "bob@mail.nord.example"]))
    }

    @Test func aCharacterCutBetweenTwoWordsIsWhole() {
        // 返 is E8 BF 94; the first word ends within it.
        #expect(EncodedWords.decoded(Array("=?UTF-8?B?6L8=?=\t=?UTF-8?B?lA==?= x".utf8)) == "返 x")
        #expect(EncodedWords.decoded(Array("=?utf-8?q?a_b?= =?broken".utf8)) == "a b =?broken")
    }

    @Test func hostileMailsAreReadInBounds() throws {
        let deep = (0..<100).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let batch = try Importing.all("From: a@b.example\nTo: c@d.example\nSubject: x\n" + deep + "text", format: .mail)
        #expect(batch.rowsRead == 1)
        let parts =
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n"
            + String(repeating: "--b\n\nx\n", count: 9_000)
        #expect(try Importing.all(parts, format: .mail).rowsRead == 1)
    }
}
