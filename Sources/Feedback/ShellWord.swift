/// Words of a command line that a reader can copy into a shell.
package enum ShellWord {
    private static let safe = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/@%+,=")

    package static func quoted(_ word: String) -> String {
        !word.isEmpty && word.allSatisfy(safe.contains) ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
