/// The version of the definitions that every number of this target follows.
package enum MeasureDefinition {
    /// Raised whenever a formula, a default or a rule of counting changes, so that a jump made by us can be told apart.
    package static let version = 1
}
