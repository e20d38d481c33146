import Foundation

/// Takes requests of a webhook on this machine, and answers them in turn.
final class HookReceiver: @unchecked Sendable {
    // Guarded by `lock`; everything else is set before the thread begins.
    private var taken: [String] = []
    private let lock = NSLock()
    private let listener: Int32
    let port: UInt16

    /// `answers`: HTTP status of each request; the last is that of all further ones.
    init(answers: [Int]) throws {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        listener = socket
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in serve(answers) }
    }

    deinit { close(listener) }

    /// The bodies of the requests so far.
    var bodies: [String] { lock.withLock { taken } }

    private func serve(_ answers: [Int]) {
        var answers = answers
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            let body = read(connection)
            lock.withLock { taken.append(body) }
            let status = answers.count > 1 ? answers.removeFirst() : answers[0]
            let reply = "HTTP/1.1 \(status) Answer\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            _ = reply.withCString { send(connection, $0, strlen($0), 0) }
            close(connection)
        }
    }

    /// The body of a request, by the length that its head tells.
    private func read(_ connection: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let head = text[..<end.lowerBound].lowercased().components(separatedBy: "\r\n")
                let length = head.first { $0.hasPrefix("content-length:") }?.split(separator: ":").last
                    .flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
                let body = text[end.upperBound...]
                if body.utf8.count >= length ?? 0 { return String(body) }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            if count <= 0 { return text }
            bytes += buffer[..<count]
        }
    }
}
