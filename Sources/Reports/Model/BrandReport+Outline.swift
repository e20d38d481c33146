extension BrandReport {
    /// The brand as far as pages of the whole tell of it: without what its own pages, its tables and its value in
    /// `report.json` alone have.
    package var outline: BrandReport {
        BrandReport(
            name: name,
            japaneseName: japaneseName,
            isSynthetic: isSynthetic,
            verdict: verdict,
            yearly: yearly,
            events: events,
            flags: flags,
            improvements: improvements,
            earlySigns: earlySigns,
            insufficient: insufficient,
            cases: cases,
            command: command
        )
    }
}
