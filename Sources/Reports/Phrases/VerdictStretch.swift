/// The stretch of time a comparison is told of.
enum VerdictStretch: Hashable {
    /// The last so many months, before the whole is told.
    case recent(months: Int)
    /// Everything, after the present was told.
    case whole
    /// Everything, where nothing else is told.
    case only
}
