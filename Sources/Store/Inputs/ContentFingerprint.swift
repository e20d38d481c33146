import Feedback

/// A 63-bit hash over fields, to see that a row has changed; not for security.
struct ContentFingerprint {
    private var state = ByteHash.seed

    mutating func add(_ field: String?) {
        guard let field else { return add(byte: 0xff) }
        for byte in field.utf8 { add(byte: byte) }
        add(byte: 0xfe)
    }

    mutating func add(_ number: Int64?) {
        add(number.map { String($0) })
    }

    mutating func add(_ time: Timestamp?) {
        add(time?.instant.milliseconds)
        add(time?.original)
        add(time?.certainty.rawValue)
    }

    /// The hash of all fields so far.
    var value: Int64 { Int64(truncatingIfNeeded: state >> 1) }

    private mutating func add(byte: UInt8) {
        state = ByteHash.adding(byte, to: state)
    }
}

extension SupportCase {
    /// Fingerprint of everything a support system may edit.
    var contentHash: Int64 {
        var print = ContentFingerprint()
        for field in [
            origin.rawValue, number, orderNumber, brand, product, customer, customerHandle, channel, subject,
        ] { print.add(field) }
        for time in [openedAt, closedAt] { print.add(time) }
        for event in events {
            for field in [event.kind, event.actor?.rawValue, event.channel, event.note, event.amount?.currency] {
                print.add(field)
            }
            print.add(event.at)
            print.add((event.amount?.thousandths).map { Int64($0) })
        }
        return print.value
    }
}
