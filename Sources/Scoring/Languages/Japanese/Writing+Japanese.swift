extension Writing {
    /// As IPADIC is written.
    static let japanese = Writing(usesFullWidthSigns: true, laughsInW: true, star: "星")
}
