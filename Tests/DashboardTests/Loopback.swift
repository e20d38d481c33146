import Foundation
import FoundationNetworking
import Testing

/// An answer of the server.
struct Answer: Sendable {
    let status: Int
    let headers: [String: String]
    let body: String

    func header(_ name: String) -> String? {
        headers.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}

/// Asks the server as a browser would.
func get(_ path: String, from base: URL, method: String = "GET") async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: path, relativeTo: base)))
    request.httpMethod = method
    request.timeoutInterval = 60
    let (data, response) = try await URLSession.shared.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    let headers = http.allHeaderFields.reduce(into: [String: String]()) { all, field in
        all["\(field.key)"] = "\(field.value)"
    }
    return Answer(status: http.statusCode, headers: headers, body: String(decoding: data, as: UTF8.self))
}

/// Sends a request with a body and headers of its own, and follows no redirection.
func ask(
    _ method: String,
    _ path: String,
    from base: URL,
    headers: [String: String] = [:],
    body: String? = nil
) async throws -> Answer {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(try #require(base.port))\r\nConnection: close\r\n"
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    if let body { head += "Content-Length: \(body.utf8.count)\r\n" }
    return try await send(head + "\r\n" + (body ?? ""), to: base)
}

/// Sends bytes that no browser would, and reads to the end.
///
/// On a thread of its own: those that run tasks are the server's as well.
func send(_ text: String, to base: URL) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try exchange(text, with: base) }) }
    }
}

private func exchange(_ text: String, with base: URL) throws -> Answer {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(try #require(base.port)).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    try #require(connected == 0)
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
        let count = unsafe bytes.withUnsafeBytes {
            unsafe Foundation.send(
                descriptor,
                $0.baseAddress?.advanced(by: sent),
                bytes.count - sent,
                Int32(MSG_NOSIGNAL)
            )
        }
        // The server answers and hangs up before it has read all of what is too long.
        if count <= 0 { break }
        sent += count
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = unsafe read(descriptor, &buffer, buffer.count)
        if count <= 0 { break }
        received += buffer[..<count]
    }
    let parts = String(decoding: received, as: UTF8.self).split(separator: "\r\n\r\n", maxSplits: 1)
    let lines = try #require(parts.first).split(separator: "\r\n")
    let status = try #require(lines.first.flatMap { Int($0.split(separator: " ")[1]) })
    let fields = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1) }.filter { $0.count == 2 }
    let headers = fields.reduce(into: [String: String]()) { all, field in
        all[String(field[0])] = field[1].trimmingCharacters(in: .whitespaces)
    }
    return Answer(status: status, headers: headers, body: parts.count > 1 ? String(parts[1]) : "")
}
