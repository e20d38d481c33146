import Testing

@testable import Reports

struct ContentHashTests {
    /// FIPS 180-4 examples as published by NIST, and the well-known digest of nothing.
    @Test(arguments: [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
    func digestsAreThePublishedOnes(text: String, expected: String) {
        let digits = ContentHash.sha256(Array(text.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        #expect(digits.joined() == expected)
    }

    /// The Base64 form of the digest of nothing, as browsers write it for an empty style sheet.
    @Test func base64IsPadded() {
        #expect(ContentHash.sha256Base64([]) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }
}
