import Foundation
import Workspace
import Synchronization

/// Writes to stdout and stderr; a reader that went away is no error.
enum Console {
    private static let buffer = Mutex<[UInt8]>([])
    private static let flushSize = 1 << 16
    /// Whether the cursor stands behind a bar, on a terminal.
    private static let hasBar = Mutex(false)
    private static let clearedLine = "\r\u{1B}[K"

    /// Appends a line to stdout.
    static func output(_ text: String) {
        buffer.withLock { bytes in
            bytes.append(contentsOf: text.utf8)
            if !text.hasSuffix("\n") { bytes.append(UInt8(ascii: "\n")) }
            if bytes.count >= flushSize { write(&bytes) }
        }
    }

    /// Appends whole rows to stdout as they are; a terminal is shown their control characters instead.
    static func output(bytes row: [UInt8]) {
        let new = isShown ? Array(VisibleText.of(String(decoding: row, as: UTF8.self)).utf8) : row
        buffer.withLock { bytes in
            bytes.append(contentsOf: new)
            if bytes.count >= flushSize { write(&bytes) }
        }
    }

    /// Writes bytes to stdout at once: whoever waits for an answer may ask nothing more before it has come.
    static func answer(_ new: [UInt8]) {
        output(bytes: new)
        flush()
    }

    static func flush() {
        buffer.withLock { write(&$0) }
    }

    /// Writes a line to stderr at once, with control characters of the data made visible.
    static func error(_ text: String) {
        flush()
        writeLine(VisibleText.of(text))
    }

    /// Writes a line to stderr beside a thread that may stand still while it writes to stdout.
    static func last(_ text: String) {
        // A terminal shows the key that was pressed.
        if isTerminal { writeErrors(clearedLine) }
        writeLine(VisibleText.of(text))
    }

    /// Draws a bar on stderr in the place of the one before; `nil` takes it away, as whatever else is written does.
    static func draw(bar: String?) {
        hasBar.withLock { hasBar in
            if hasBar || bar != nil { writeErrors(clearedLine + (bar ?? "")) }
            hasBar = bar != nil
        }
    }

    private static func writeLine(_ text: String) {
        draw(bar: nil)
        writeErrors(text.hasSuffix("\n") ? text : text + "\n")
    }

    private static func writeErrors(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { unsafe Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether somebody looks at what goes to stdout.
    static var isShown: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether text on stdout may carry colours.
    static var hasColour: Bool {
        isShown && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    private static func write(_ bytes: inout [UInt8]) {
        if !bytes.isEmpty { draw(bar: nil) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                unsafe Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                // The reader has closed the pipe: it has what it wanted.
                if errno == EPIPE { Foundation.exit(ExitStatus.good.rawValue) }
                // Whoever reads a part of the output must not take it for the whole.
                let problem = "koe: \(FileProblem(writing: "the output", code: errno))"
                writeLine(LogFormat.asked == .json ? Messages.line(problem, level: "error") : problem)
                Foundation.exit(ExitStatus.incomplete.rawValue)
            }
            written += count
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
