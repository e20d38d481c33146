import ArgumentParser

/// The option of commands that show what people wrote.
struct MaskingOptions: ParsableArguments {
    @Flag(help: "Show names, mail addresses and numbers of people as they stand in the sources.")
    var unmask = false
}
