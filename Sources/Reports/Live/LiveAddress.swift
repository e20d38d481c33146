package import Feedback

/// Addresses of the dashboard's pages, without the language.
package struct LiveAddress: Hashable, Sendable {
    package let path: String
    /// Arguments behind the path, in their order; none is empty.
    package private(set) var arguments: [Argument]

    /// One argument behind a path.
    package struct Argument: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(_ path: String, _ arguments: [Argument] = []) {
        self.path = path
        self.arguments = arguments.filter { !$0.value.isEmpty }
    }

    package static let overview = LiveAddress("/overview")

    package static let compare = LiveAddress("/compare")

    package static func brand(_ name: String) -> LiveAddress { LiveAddress("/brand/" + PathSegment.encoded(name)) }

    package static func facet(_ facet: Facet, of brand: String) -> LiveAddress {
        LiveAddress("/facet/\(facet.rawValue)/" + PathSegment.encoded(brand))
    }

    package static func flag(_ id: String) -> LiveAddress { LiveAddress("/flag/" + PathSegment.encoded(id)) }

    package static func supportCase(_ id: String) -> LiveAddress { LiveAddress("/case/" + PathSegment.encoded(id)) }

    package static func comment(_ id: String) -> LiveAddress { LiveAddress("/comment/" + PathSegment.encoded(id)) }

    /// The list of comments, with a filter; empty values are left out.
    package static func comments(_ filter: [Argument]) -> LiveAddress { LiveAddress("/comments", filter) }

    /// The same with an argument set anew in its place, or behind all others, or taken away when it is empty.
    package func setting(_ name: String, to value: String) -> LiveAddress {
        let new = Argument(name, value)
        guard let place = arguments.firstIndex(where: { $0.name == name }) else {
            return LiveAddress(path, arguments + [new])
        }
        var all = arguments
        all[place] = new
        return LiveAddress(path, all)
    }

    /// The address as it stands in a link.
    package var text: String {
        if arguments.isEmpty { return path }
        return path + "?" + arguments.map { "\($0.name)=\(PathSegment.encoded($0.value))" }.joined(separator: "&")
    }
}
