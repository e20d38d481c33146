import Feedback

/// A 63-bit hash over fields, to see that a row has changed; not for security.
struct ContentFingerprint {
    private var state = ByteHash.seed

    /// The hash of all fields so far.
    var value: Int64 { Int64(truncatingIfNeeded: state >> 1) }

    mutating func add(_ field: UnsafeBufferPointer<UInt8>) {
        add(bytes: field)
        state = ByteHash.adding(FingerprintBytes.end, to: state)
    }

    mutating func addMissing() {
        state = ByteHash.adding(FingerprintBytes.missing, to: state)
    }

    mutating func add(_ fields: FingerprintBytes) {
        fields.bytes.withUnsafeBufferPointer { add(bytes: $0) }
    }

    private mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
        var state = state
        for byte in bytes { state = ByteHash.adding(byte, to: state) }
        self.state = state
    }
}

/// Fields as a fingerprint takes them in: each with a byte at its end that no text holds.
struct FingerprintBytes {
    static let end: UInt8 = 0xfe
    static let missing: UInt8 = 0xff

    private(set) var bytes: [UInt8] = []

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    mutating func add(_ field: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: field)
        bytes.append(Self.end)
    }

    mutating func add(_ field: String?) {
        guard let field else { return bytes.append(Self.missing) }
        bytes.append(contentsOf: field.utf8)
        bytes.append(Self.end)
    }

    mutating func add(_ number: Int64?) {
        guard let number else { return bytes.append(Self.missing) }
        number.appendDigits(to: &bytes)
        bytes.append(Self.end)
    }

    mutating func add(_ time: Timestamp?) {
        add(time?.instant.milliseconds)
        add(time?.original)
        add(time?.certainty.rawValue)
    }
}

extension SupportCase {
    /// Fingerprint of everything a support system may edit.
    var contentHash: Int64 {
        var fields = FingerprintBytes()
        for field in [
            origin.rawValue, number, orderNumber, brand, product, customer, customerHandle, channel, subject,
        ] { fields.add(field) }
        for time in [openedAt, closedAt] { fields.add(time) }
        for event in events {
            for field in [event.kind, event.actor?.rawValue, event.channel, event.note, event.amount?.currency] {
                fields.add(field)
            }
            fields.add(event.at)
            fields.add((event.amount?.thousandths).map { Int64($0) })
        }
        var print = ContentFingerprint()
        print.add(fields)
        return print.value
    }
}
