import Measures

/// How every number is defined, with its formula and whose it is.
package struct DefinitionList: Encodable, Sendable {
    package struct Definition: Encodable, Sendable {
        package let name: String
        package let formula: String
        package let unit: String
        package let source: String?
    }

    /// Raised whenever a definition changes; reports name it.
    package let version = MeasureDefinition.version
    package let definitions: [Definition]

    package init() {
        definitions = MeasureDefinition.all.map {
            Definition(name: $0.name, formula: $0.formula, unit: $0.unit, source: $0.source)
        }
    }

    private enum CodingKeys: CodingKey { case version, definitions }
}
