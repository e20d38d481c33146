import Feedback

/// The form with the filter of a list; what it does not show it carries on.
struct LiveFilterForm {
    let list: LiveList
    let frame: LiveFrame

    /// Arguments that have a field; others are carried on as hidden ones.
    private static let shown: Set<String> = [
        "q", "from", "to", "brand", "channel", "product", "version", "rating", "facet", "tone", "signal", "language",
        "link", "page",
    ]

    private var phrases: any Phrases { frame.phrases }

    var fields: [String: View] {
        let hidden = list.address.arguments.filter { !Self.shown.contains($0.name) }
        let measure = value("measure").isEmpty ? nil : "\(phrases(.countedFor))\(phrases.colon)\(measureName)"
        let months = value("months").isEmpty ? nil : "\(phrases(.voiceMonths))\(phrases.colon)\(monthsName)"
        let caseID = value("case").isEmpty ? nil : "\(phrases(.caseWord))\(phrases.colon)\(value("case"))"
        return [
            "query": .text(value("q")), "from": .text(value("from")), "to": .text(value("to")),
            "selects": .list(selects),
            "names": .list([name("product", .product), name("version", .version)]),
            "hidden": .list(hidden.map { ["name": .text($0.name), "value": .text($0.value)] }),
            "fixed": .list([measure, months, caseID].compactMap { $0 }.map { ["item": .text($0)] }),
            "isFiltered": .flag(!list.address.arguments.isEmpty),
            "clearPath": .text(frame.path(to: .comments([]))),
        ]
    }

    private var monthsName: String {
        let ends = value("months").split(separator: "..").map(String.init)
        return phrases.window(ends.first ?? "", ends.last ?? "")
    }

    private var measureName: String {
        let name = value("measure")
        switch name {
        case "support": return phrases(.supportStrength)
        case "brand": return phrases(.brandStrength)
        case "voices": return phrases(.voices)
        default: return phrases.facet(named: String(name.split(separator: ".").last ?? ""))
        }
    }

    private func value(_ name: String) -> String {
        list.address.arguments.first { $0.name == name }?.value ?? ""
    }

    private var selects: [View] {
        let ratings = ["1", "2", "3", "4", "5", "1-2", "4-5"].map { ($0, $0) }
        return [
            select(
                "brand",
                .brand,
                list.brands.map { $0.isEmpty ? ("-", phrases(.noBrand)) : ($0, frame.name(ofBrand: $0)) }
            ),
            select("channel", .channel, list.channels.map { ($0, phrases.channel($0)) }),
            select("rating", .ratingOfFive, ratings),
            select("facet", .facet, Facet.allCases.map { ($0.rawValue, phrases.facet($0)) }),
            select(
                "tone",
                .direction,
                [("praise", phrases(.praise)), ("blame", phrases(.blame)), ("named", phrases(.bareMentions))]
            ),
            select("signal", .signal, LoyaltySignal.allCases.map { ($0.rawValue, phrases.signal($0)) }),
            select(
                "language",
                .language,
                [
                    ("ja", phrases(.japaneseLanguage)), ("en", phrases(.englishLanguage)),
                    ("und", phrases(.unknownLanguage)),
                ]
            ),
            select("link", .linkHeading, [("linked", phrases(.linkedOnly)), ("unlinked", phrases(.unlinkedOnly))]),
        ]
    }

    /// A field for a name of which there may be too many to choose from.
    private func name(_ name: String, _ label: Word) -> View {
        ["name": .text(name), "label": .text(phrases(label)), "value": .text(value(name))]
    }

    private func select(_ name: String, _ label: Word, _ options: [(value: String, text: String)]) -> View {
        let chosen = value(name)
        let known = options.contains { $0.value == chosen } || chosen.isEmpty
        let all = [("", phrases(.anyChoice))] + options + (known ? [] : [(chosen, chosen)])
        return [
            "name": .text(name), "label": .text(phrases(label)),
            "options": .list(
                all.map { ["value": .text($0.0), "text": .text($0.1), "isChosen": .flag($0.0 == chosen)] }
            ),
        ]
    }
}
