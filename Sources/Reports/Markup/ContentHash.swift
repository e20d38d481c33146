import Crypto
import FoundationEssentials

/// SHA-256, for the hash of the style sheet in the content security policy.
enum ContentHash {
    /// The digest in Base64, as a `'sha256-…'` source wants it.
    static func sha256Base64(_ bytes: [UInt8]) -> String {
        Data(SHA256.hash(data: bytes)).base64EncodedString()
    }
}
