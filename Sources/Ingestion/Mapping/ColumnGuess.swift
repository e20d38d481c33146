import Feedback

/// Which column a field is taken from, and what was seen in it.
struct ColumnGuess {
    /// What stands in a proposal where only a person can decide: it is for the file's reader, who looks for this word.
    static let leftOpen = "TODO"

    var rule: FieldMapping
    /// What was seen, for a comment.
    var note: String
    var needsZone = false
    /// Whether the rule holds without somebody looking at it.
    var isSure = true
    /// Whether the rule is written in braces whatever it says.
    var isLong = false
    /// What whoever imports the file should know of how the column is read.
    var warnings: [String] = []
    /// What somebody has to complete, in YAML, instead of the rule.
    var todo: String?

    init(rule: FieldMapping, note: String = "") {
        self.rule = rule
        self.note = note
    }

    /// Text of the value in YAML, with a comment.
    var yaml: String {
        let text = YamlText.rule(rule, isLong: isLong)
        return note.isEmpty ? text : "\(text)  # \(note)"
    }

    /// The best column for each field: by the format where it is known, by name, then by what the columns hold.
    static func picked(_ columns: [SourceSample.Column], native: NativeFormat? = nil) -> ColumnPicker {
        var picker = ColumnPicker(columns)
        if let native { picker.take(native) }
        picker.takeRoles()
        picker.takeNamed()
        picker.takeHinted()
        picker.takeByValues()
        picker.takeTimeBefore()
        picker.takeClocks()
        picker.takeTextHinted()
        picker.takeLanguages()
        picker.takeFurtherAnswers()
        picker.leaveCatalogue()
        picker.leaveWordList()
        picker.leaveTally()
        picker.takeThread()
        return picker
    }
}
