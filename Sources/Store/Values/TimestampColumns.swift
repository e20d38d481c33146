import Feedback
import GRDB

/// How a ``Timestamp`` lies in its columns: `<name>`, `<name>Text`, `<name>Zone`.
extension Timestamp? {
    var columns: [(any DatabaseValueConvertible)?] {
        [self?.instant.milliseconds, self?.original, self?.zoneOrigin.rawValue]
    }
}
