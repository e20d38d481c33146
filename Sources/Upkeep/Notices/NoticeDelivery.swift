import Foundation
import JSON
import Workspace

/// Brings a message to its receiver, through programs that every server has.
///
/// `curl` carries webhooks: it knows the machine's proxies and certificates, and stays safe with the system's updates.
struct NoticeDelivery {
    /// Seconds after which a receiver that does not answer has failed.
    private static let seconds = 30

    let folder: URL

    /// - Throws: ``WorkspaceError``, or a file's error, when the message did not arrive.
    func send(_ message: NoticeMessage, to target: NoticeTarget) throws {
        switch target {
        case .webhook(let url): try post(message, to: url)
        case .mail(let to, let from): try mail(message, to: to, from: from)
        case .file(let path): try add(message, to: path)
        }
    }

    // MARK: - Webhook

    /// The address goes to curl's standard input, for arguments are seen by everybody on a machine.
    private func post(_ message: NoticeMessage, to url: URL) throws {
        let body = try JSONTreeEncoder.record(["text": message.text])
        let settings = """
            url = "\(Self.quoted(url.absoluteString))"
            header = "Content-Type: application/json"
            data-binary = "\(Self.quoted(body))"
            silent
            show-error
            fail
            output = "/dev/null"
            proto = "=http,https"
            max-time = \(Self.seconds)

            """
        try SystemTool(name: "curl").run(["--disable", "--config", "-"], input: settings)
    }

    /// As curl(1) reads a value in quotes.
    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    }

    // MARK: - Mail

    private func mail(_ message: NoticeMessage, to: String, from: String?) throws {
        let head =
            (from.map { ["From: \($0)"] } ?? []) + [
                "To: \(to)", "Subject: \(Self.encodedWord(message.title))", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
                "Auto-Submitted: auto-generated",
            ]
        let body = Data((message.text + "\n").utf8).base64EncodedString(options: [.lineLength76Characters])
        // With -t the receivers are read from the head, so no address is an argument.
        try SystemTool(name: "sendmail").run(["-t", "-oi"], input: (head + ["", body, ""]).joined(separator: "\n"))
    }

    /// A head line in encoded words of at most 75 characters; RFC 2047, section 2.
    static func encodedWord(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for character in text {
            // 45 bytes are 60 characters in base64, and "=?UTF-8?B?" with "?=" are twelve.
            if word.utf8.count + character.utf8.count > 45 {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        words.append(word)
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    // MARK: - File

    private func add(_ message: NoticeMessage, to path: String) throws {
        let file = WorkspaceFolder(directory: folder).file(path)
        let line = Data((try JSONTreeEncoder.record(message) + "\n").utf8)
        if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: line)
        try handle.close()
    }
}
