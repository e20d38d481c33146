/// The service and the timer of a nightly job, as systemd reads them.
///
/// The service may write to the workspace, and to the folders of files that the settings put elsewhere. See systemd.exec(5), systemd.service(5), systemd.timer(5).
package struct SystemdUnits: Sendable {
    let job: NightlyJob
    /// The user the run belongs to; `nil` for units of the user's own.
    let owner: String?

    /// Names and contents of the files.
    package var files: [(name: String, text: String)] {
        [(job.name + ".service", service), (job.name + ".timer", timer)]
    }

    var timerName: String { job.name + ".timer" }

    private var service: String {
        """
        # Made by koe schedule install; koe schedule remove takes it away.
        [Unit]
        Description=Koe: the nightly run of \(Self.percentEscaped(job.workspace))

        [Service]
        Type=oneshot\(owner.map { "\nUser=\(Self.percentEscaped($0))" } ?? "")
        ExecStart=\(Self.quoted(job.program)) -w \(Self.quoted(job.workspace)) --quiet --log-format json run
        WorkingDirectory=\(Self.percentEscaped(job.workspace))
        # To be stopped is no failure: what was stored is kept.
        SuccessExitStatus=143
        Nice=10
        MemoryMax=\(job.memory)
        NoNewPrivileges=yes
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectSystem=strict
        ProtectHome=read-only
        ReadWritePaths=\(writable)
        ProtectKernelTunables=yes
        ProtectControlGroups=yes
        RestrictSUIDSGID=yes
        RestrictNamespaces=yes
        RestrictRealtime=yes
        LockPersonality=yes
        UMask=0077

        """
    }

    /// A folder that is not there is left to the run, which says so in words.
    private var writable: String {
        ([job.workspace] + job.folders.map { "-" + $0 }).map(Self.quotedPath).joined(separator: " ")
    }

    private var timer: String {
        """
        # Made by koe schedule install; koe schedule remove takes it away.
        [Unit]
        Description=Koe: every night at \(job.time.text) in \(Self.percentEscaped(job.workspace))

        [Timer]
        OnCalendar=*-*-* \(job.time.text):00
        # A night that the machine slept through is made up for.
        Persistent=true

        [Install]
        WantedBy=timers.target

        """
    }

    /// A word of a command line, in which a dollar sign begins a variable; see systemd.service(5).
    static func quoted(_ text: String) -> String { quotedPath(text).replacing("$", with: "$$") }

    /// A word of a list of paths; see "QUOTING" in systemd.syntax(7).
    private static func quotedPath(_ text: String) -> String {
        let escaped = percentEscaped(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }

    private static func percentEscaped(_ text: String) -> String { text.replacing("%", with: "%%") }
}
