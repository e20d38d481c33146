import Workspace

/// Where the dashboard listens.
package struct ListenAddress: Hashable, Sendable {
    /// Names and numbers that mean this machine and nobody else.
    static let loopbackNames = ["127.0.0.1", "localhost", "::1"]

    package let host: String
    /// 0 means any port that is free.
    package let port: Int

    /// - Throws: `WorkspaceError` `usage` for an empty host or a port out of range.
    package init(host: String, port: Int) throws {
        guard !host.isEmpty else {
            throw WorkspaceError(.usage, "--host is empty; name 127.0.0.1 or an address of this machine")
        }
        guard (0...65_535).contains(port) else {
            throw WorkspaceError(.usage, "port is \(port); it must be 1 to 65535, or 0 for any that is free")
        }
        self.host = host
        self.port = port
    }

    /// Whether nobody but the users of this machine can reach it.
    package var isForThisMachine: Bool { Self.loopbackNames.contains(host) }

    /// The address of the first page.
    func url(port: Int) -> String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }
}
