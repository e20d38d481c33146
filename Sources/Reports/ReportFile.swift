/// One file of a finished report.
package struct ReportFile: Hashable, Sendable {
    /// Path inside the report's folder, with `/` between folders.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
