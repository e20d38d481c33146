/// Numbers as JSON writes them.
enum JSONNumber {
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        append(value.magnitude, to: &bytes)
    }

    /// A whole number of units of 10⁻ᵈ as a decimal fraction without zeros at the end; 0 has no sign.
    static func append(_ value: Int, decimals: Int, to bytes: inout [UInt8]) {
        var unit: UInt = 1
        for _ in 0..<decimals { unit *= 10 }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        append(value.magnitude / unit, to: &bytes)
        var fraction = value.magnitude % unit
        if fraction > 0 { bytes.append(UInt8(ascii: ".")) }
        while fraction > 0 {
            unit /= 10
            bytes.append(UInt8(truncatingIfNeeded: 0x30 + fraction / unit))
            fraction %= unit
        }
    }

    /// A number in a form.
    ///
    /// - Throws: `number` for what is not finite, or too large for the decimals asked for.
    static func append(_ value: Double, _ numbers: JSONForm.Numbers, to bytes: inout [UInt8]) throws(JSONError) {
        guard value.isFinite else {
            throw JSONError(.number, offset: bytes.count, message: "has no form for \(value)")
        }
        switch numbers {
        case .shortest:
            let text = "\(value)"
            bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
        case .decimals(let decimals):
            var factor = 1.0
            for _ in 0..<decimals { factor *= 10 }
            guard let scaled = Int(exactly: (value * factor).rounded(.toNearestOrAwayFromZero)) else {
                throw JSONError(.number, offset: bytes.count, message: "has no room for a number as large as \(value)")
            }
            append(scaled, decimals: decimals, to: &bytes)
        }
    }

    private static func append(_ value: UInt, to bytes: inout [UInt8]) {
        var length = 1
        // Nineteen digits are as many as a limit can have; twenty are the most of a number.
        var limit: UInt = 10
        while value >= limit, length < 19 {
            limit *= 10
            length += 1
        }
        if value >= limit { length += 1 }
        bytes.append(addingCapacity: length) { output in
            unsafe output.withUnsafeMutableBufferPointer { buffer, count in
                var rest = value
                for place in (count..<count + length).reversed() {
                    unsafe buffer.initializeElement(at: place, to: UInt8(truncatingIfNeeded: 0x30 + rest % 10))
                    rest /= 10
                }
                count += length
            }
        }
    }
}
