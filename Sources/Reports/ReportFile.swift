/// One file of a finished report.
package struct ReportFile: Hashable, Sendable {
    /// Path inside the report's folder, with `/` between folders.
    package let path: String
    /// Its bytes, one stretch after another.
    package let pieces: [[UInt8]]

    package init(path: String, bytes: [UInt8]) {
        self.init(path: path, pieces: [bytes])
    }

    package init(path: String, pieces: [[UInt8]]) {
        self.path = path
        self.pieces = pieces
    }

    package var bytes: [UInt8] { pieces.count == 1 ? pieces[0] : Array(pieces.joined()) }
}
