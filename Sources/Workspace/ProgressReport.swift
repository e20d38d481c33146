/// How far a stage has come.
package struct ProgressReport: Sendable {
    package let stage: String
    package let done: Int
    /// `nil` while the whole is unknown.
    package let total: Int?
    /// What is counted, such as `rows` or `bytes`.
    package let unit: String

    package init(stage: String, done: Int, total: Int?, unit: String) {
        self.stage = stage
        self.done = done
        self.total = total
        self.unit = unit
    }
}

/// Takes reports of progress; called from one task at a time, some times a second.
package typealias ProgressListener = @Sendable (ProgressReport) -> Void
