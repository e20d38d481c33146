package import Store
package import Workspace

/// Flags as they are shown, with the channels and products in their names as ``VoiceNames/shown(_:)`` has them.
extension VoiceNames {
    /// An id of a flag, such as `Lotte/support@chat/2014-03`.
    package func shown(flag id: String) -> String {
        guard let end = id.lastIndex(of: "/") else { return id }
        return shown(series: id[..<end]) + id[end...]
    }

    /// What a series is of, such as `support@chat`.
    package func shown(subject: String) -> String {
        guard let name = SeriesName.place(in: subject) else { return subject }
        let shown = shown(name)
        return shown == name ? subject : subject.prefix(SeriesName.measure(of: subject).count + 1) + shown
    }

    func shown(series: some StringProtocol) -> String {
        guard let end = series.lastIndex(of: "/") else { return shown(subject: String(series)) }
        return series[...end] + shown(subject: String(series[series.index(after: end)...]))
    }
}

extension FlagDetail {
    /// Whether an id, as stored or as shown, names the flag.
    package func isNamed(_ id: String, by names: VoiceNames) -> Bool {
        [self.id, entry?.id].contains { $0 == id || $0.map(names.shown(flag:)) == id }
    }

    /// The flag with what is personal in its names hidden.
    package func shown(by names: VoiceNames) -> FlagDetail {
        var copy = self
        copy.id = names.shown(flag: id)
        copy.channel = channel.map { names.shown($0) }
        copy.product = product.map { names.shown($0) }
        copy.alsoIn = alsoIn.map(names.shown(subject:))
        copy.channels = channels.map { part in
            var part = part
            part.channel = names.shown(part.channel)
            return part
        }
        copy.entry = entry?.shown(by: names)
        return copy
    }
}

extension FlagRecord {
    fileprivate func shown(by names: VoiceNames) -> FlagRecord {
        var copy = self
        copy.id = names.shown(flag: id)
        copy.series = names.shown(series: series)
        // The detector's name of the flag begins with that of its series.
        copy.ledgerID = copy.series + ledgerID.dropFirst(series.count)
        return copy
    }
}
