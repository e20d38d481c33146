/// Names of places inside pages, for links.
enum PageAnchor {
    static func flag(_ id: String) -> String { "flag-" + Slug.make(id) }
    static func facet(_ name: String) -> String { "facet-" + Slug.make(name) }
    static func sign(_ id: String) -> String { "sign-" + Slug.make(id) }
    static func timeline(_ caseID: String) -> String { "case-" + Slug.make(caseID) }
}
