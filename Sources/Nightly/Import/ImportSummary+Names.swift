package import Workspace

extension ImportSummary {
    /// The same with what is personal in the names of files and sources hidden.
    package func shown(by names: VoiceNames) -> ImportSummary {
        var copy = self
        copy.files = files.map { file in
            var file = file
            file.file = names.shown(paths: file.file)
            file.source = names.shown(file.source)
            file.notes = file.notes.map(names.shown(paths:))
            file.problems = file.problems.map(names.shown(paths:))
            return file
        }
        copy.problems = problems.map(names.shown(paths:))
        copy.notes = notes.map(names.shown(paths:))
        return copy
    }
}
