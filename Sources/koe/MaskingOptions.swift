import ArgumentParser

/// The option of commands that show what people wrote.
struct MaskingOptions: ParsableArguments {
    @Flag(help: "Show names, mail addresses and numbers of people as they stand in the sources.")
    var unmask = false
}

/// The options of commands whose rows are data for other programs.
struct ExportMaskingOptions: ParsableArguments {
    @Flag(help: "Hide names, mail addresses and numbers of people, as on a terminal.")
    var mask = false

    @Flag(help: "Show them on a terminal too, as they go to other programs.")
    var unmask = false

    var isMasked: Bool { mask || Console.isShown && !unmask }
}
