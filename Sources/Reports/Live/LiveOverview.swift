package import Feedback

/// What is in the database now.
package struct LiveOverview: Sendable {
    package var comments: Int
    package var voices: Int
    /// When the last good run ended; `nil` before the first.
    package var lastRun: String?
    /// Each brand over all its voices, those with numbers first.
    package var brands: [LiveStretch]
    /// What needs attention first.
    package var flags: [LiveFlagLine]

    package init(comments: Int, voices: Int, lastRun: String?, brands: [LiveStretch], flags: [LiveFlagLine]) {
        self.comments = comments
        self.voices = voices
        self.lastRun = lastRun
        self.brands = brands
        self.flags = flags
    }

    func body(in frame: LiveFrame) -> LiveBody {
        let (tables, phrases) = (LiveTables(frame: frame), frame.phrases)
        let counted = LiveAddress.comments([.init("measure", "voices")])
        return LiveBody(
            heading: phrases(.liveOverviewHeading),
            facts: [
                (phrases(.comments), tables.count(LiveCount(comments, list: .comments([])))),
                (phrases(.countedVoices), tables.count(LiveCount(voices, list: counted))),
                (phrases(.lastRun), Markup(lastRun.map(phrases.instant) ?? "–")),
            ],
            sections: [
                .init(heading: phrases(.openFlagsHeading), content: tables.flags(flags)),
                brands.isEmpty
                    ? nil
                    : LiveBody.Section(
                        heading: phrases(.brands),
                        content: tables.stretches(brands, caption: .numbersHeading, first: .brand) {
                            tables.brand($0)
                        }
                    ),
            ].compactMap(\.self)
        )
    }
}

/// One brand as the database has it now.
package struct LiveBrand: Sendable {
    package var whole: LiveStretch
    package var years: [LiveStretch]
    package var months: [LiveStretch]
    package var channels: [LiveStretch]
    /// Versions that voices name, the newest first, each with the list of its comments.
    package var versions: [LiveVersion]
    package var facets: [LiveFacetRow]
    package var signals: [(signal: LoyaltySignal, count: LiveCount)]
    package var flags: [LiveFlagLine]

    package init(whole: LiveStretch) {
        self.whole = whole
        years = []
        months = []
        channels = []
        versions = []
        facets = []
        signals = []
        flags = []
    }

    func body(in frame: LiveFrame) -> LiveBody {
        let (tables, phrases) = (LiveTables(frame: frame), frame.phrases)
        let periods: (String) -> Markup = { Markup(phrases.period($0)) }
        let versionSection =
            versions.isEmpty
            ? []
            : [LiveBody.Section(heading: phrases(.versionsHeading), content: tables.versions(versions))]
        let compared = LiveAddress.compare.setting("brand", to: whole.name)
        return LiveBody(
            heading: frame.name(ofBrand: whole.name),
            facts: [
                (phrases(.supportStrength), tables.level(whole.support)),
                (phrases(.brandStrength), tables.level(whole.brand)),
                (phrases(.compareHeading), tables.link(phrases(.compareLink), to: compared)),
            ],
            sections: [
                .init(heading: phrases(.openFlagsHeading), content: tables.flags(flags)),
                .init(
                    heading: phrases(.yearsHeading),
                    content: tables.stretches(years, caption: .yearsHeading, first: .period, name: periods)
                ),
                .init(
                    heading: phrases(.monthsHeading),
                    content: tables.stretches(months, caption: .monthsHeading, first: .period, name: periods)
                ),
                .init(heading: phrases(.facetsHeading), content: tables.facets(facets, of: whole.name)),
                .init(heading: phrases(.signalsHeading), content: tables.signals(signals)),
                .init(
                    heading: phrases(.channel),
                    content: tables.stretches(channels, caption: .channel, first: .channel) {
                        Markup(phrases.channel($0))
                    }
                ),
            ] + versionSection
        )
    }
}
