import Workspace

/// Where the dashboard listens: this machine alone.
package struct ListenAddress: Hashable, Sendable {
    /// Names and numbers that mean this machine and nobody else.
    static let loopbackNames = ["127.0.0.1", "localhost", "::1"]

    package let host: String
    /// 0 means any port that is free.
    package let port: Int

    /// - Throws: `WorkspaceError` `usage` for another machine's address, which would need tokens and roles.
    package init(host: String, port: Int) throws {
        guard Self.loopbackNames.contains(host) else {
            throw WorkspaceError(
                .usage,
                """
                the dashboard knows no users yet, so it listens on this machine only (\
                \(Self.loopbackNames.joined(separator: ", "))), not on "\(host)"; from elsewhere use a tunnel, \
                ssh -L 8732:127.0.0.1:8732 THIS-MACHINE, or a reverse proxy with its own \
                authentication that passes the host on as localhost
                """
            )
        }
        guard (0...65_535).contains(port) else {
            throw WorkspaceError(.usage, "port is \(port); it must be 1 to 65535, or 0 for any that is free")
        }
        self.host = host
        self.port = port
    }

    /// The address of the first page.
    func url(port: Int) -> String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }
}
