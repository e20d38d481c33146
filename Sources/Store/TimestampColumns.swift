import Feedback
import GRDB

/// How a ``Timestamp`` lies in its columns: `<name>`, `<name>Text`, `<name>Zone`.
extension Timestamp? {
    var columns: [(any DatabaseValueConvertible)?] {
        [self?.instant.milliseconds, self?.original, self?.zoneOrigin.rawValue]
    }
}

extension Row {
    /// Reads the columns of a time; the certainty is `exact` unless a column tells otherwise.
    func timestamp(_ name: String, certainty: String? = nil) -> Timestamp? {
        guard let milliseconds: Int64 = self[name] else { return nil }
        let origin: String? = self[name + "Zone"]
        let known: String? = certainty.flatMap { self[$0] }
        return Timestamp(
            instant: Instant(milliseconds: milliseconds),
            original: self[name + "Text"] ?? "",
            zoneOrigin: origin.flatMap(Timestamp.ZoneOrigin.init(rawValue:)) ?? .text,
            certainty: known.flatMap(Timestamp.Certainty.init(rawValue:)) ?? .exact
        )
    }
}
