/// The version of this program.
package enum KoeVersion {
    package static let current = "0.1.0"
}
