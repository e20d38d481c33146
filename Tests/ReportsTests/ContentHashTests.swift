import Testing

@testable import Reports

struct ContentHashTests {
    /// The Base64 forms of the digests of nothing and of "abc" that NIST publishes.
    @Test(arguments: [
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    ])
    func digestIsThePublishedOne(text: String, expected: String) {
        #expect(ContentHash.sha256Base64(Array(text.utf8)) == expected)
    }
}
