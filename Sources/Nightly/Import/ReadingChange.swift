import Ingestion

/// What is read in another way than before, in words.
enum ReadingChange {
    /// One part of a sentence a field, each with what decides it for good.
    static func words(from before: [FieldReading], to after: [FieldReading]) -> [String] {
        var words = after.flatMap { field in
            guard let old = before.first(where: { $0.field == field.field }) else {
                return ["\(field.field) is now read from \(list(field.columns))"]
            }
            return change(from: old, to: field)
        }
        for old in before where !after.contains(where: { $0.field == old.field }) {
            words.append("\(old.field) is read no more (before: from \(list(old.columns)))")
        }
        return words
    }

    private static func change(from old: FieldReading, to new: FieldReading) -> [String] {
        if old.columns != new.columns {
            return [
                """
                \(new.field) is now read from \(list(new.columns)) (before: from \(list(old.columns))); name its column in a \
                mapping to decide it
                """
            ]
        }
        var words: [String] = []
        if old.scale != new.scale {
            words.append(
                """
                \(new.field) is now read on \(scale(new)) (before: on \(scale(old))); set its `scale:` in a mapping to \
                decide it
                """
            )
        }
        if old.format != new.format {
            words.append(
                """
                \(new.field) is now read \(format(new)) (before: \(format(old))); set its `format:` in a mapping to decide it
                """
            )
        }
        if old.zone != new.zone {
            words.append(
                "\(new.field) is now read in the zone \(new.zone ?? "of the source") (before: \(old.zone ?? "of the source"))"
            )
        }
        return words
    }

    private static func scale(_ field: FieldReading) -> String {
        guard let scale = field.scale else { return "the scale that each row tells, or five stars" }
        return "a scale of " + scale.replacing("..", with: " to ")
    }

    private static func format(_ field: FieldReading) -> String {
        field.format.map { "as \"\($0)\"" } ?? "by no pattern"
    }

    private static func list(_ columns: [String]) -> String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }
}
